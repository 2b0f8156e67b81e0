import json
import shutil
import signal
from dataclasses import replace

import numpy as np
import pytest
import torch
from conftest import BUNDLES
from safetensors.torch import save_file

from plein_air import export
from plein_air.bundles.export_graphs import GRAPHS, stored
from plein_air.bundles.model_card import DEFAULT, steps_of
from plein_air.bundles.read_back import models_of, read_weights_back
from plein_air.export import main, replace_decoder
from plein_air.models.checkpoints import CODEBOOK_ID, codebook_id, codebook_of, config_note
from plein_air.models.names import MOODS


def write_decoder(folder, models, codebook: str, brighter: str = "rgb.bias"):
    """The tiny decoder, a little brighter, as a trainer writes it."""
    state = {name: tensor.half() for name, tensor in models.decoder.state_dict().items()}
    state[brighter] += 0.25
    save_file(state, folder / "decoder.safetensors", {CODEBOOK_ID: codebook} | config_note(models.decoder.config))
    return folder / "decoder.safetensors"


def copy_of_tiny(folder):
    shutil.copytree(BUNDLES / "tiny", folder / "tiny")
    return folder / "tiny"


def read(bundle) -> dict:
    return json.loads((bundle / "manifest.json").read_text())


def same_numbers(before: dict[str, list], after: dict[str, list]) -> bool:
    """Whether a graph gave the same, but for what processors differ in: sums are made in another order by wider units."""
    return before.keys() == after.keys() and all(np.allclose(before[name], after[name], atol=1e-4) for name in before)


def test_a_better_decoder_changes_only_what_is_the_decoders(tmp_path, tiny):
    bundle = copy_of_tiny(tmp_path)
    before = read(bundle)
    replace_decoder(write_decoder(tmp_path, tiny, before["codebook"]["id"]), None, bundle)
    after = read(bundle)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"decoder", "about", "selfTest"} and "decoder" in changed
    assert same_numbers(before["selfTest"]["step"], after["selfTest"]["step"])
    difference = read_weights_back(bundle).decoder.rgb.bias - tiny.decoder.rgb.bias
    assert torch.allclose(difference, torch.tensor(0.25), atol=1e-3)


@pytest.mark.parametrize(("brighter", "kept"), [("rgb.bias", True), ("coarse.0.bias", False)])
def test_features_that_were_not_trained_are_not_downloaded_anew(tmp_path, tiny, brighter, kept):
    bundle = copy_of_tiny(tmp_path)
    before = read(bundle)["decoder"]
    replace_decoder(write_decoder(tmp_path, tiny, read(bundle)["codebook"]["id"], brighter), None, bundle)
    after = read(bundle)["decoder"]
    assert (after["features"] == before["features"]) is kept


def write_transformer(folder, models, steps: int):
    """The tiny transformer, which likes one code better, and how long it was trained."""
    state = {name: tensor.half() for name, tensor in models.transformer.state_dict().items()}
    state["head.bias"] = state["head.bias"].clone()
    state["head.bias"][7] += 2
    notes = {CODEBOOK_ID: codebook_id(models.codebook)} | config_note(models.transformer.config)
    save_file(state | {"codebook": models.codebook.half()}, folder / "transformer.safetensors", notes)
    (folder / "transformer.json").write_text(json.dumps({"step": steps, "heldout": {}}))
    return folder / "transformer.safetensors"


def test_a_better_transformer_changes_only_what_is_the_transformers(tmp_path, tiny, dataset):
    bundle = copy_of_tiny(tmp_path)
    before = read(bundle)
    main(["--transformer", str(write_transformer(tmp_path, tiny, 1234)), "--data", str(dataset.folder), "--out", str(bundle)])
    after = read(bundle)
    changed = {name for name in before if before[name] != after[name]}
    assert changed - {"window"} == {"graphs", "about", "selfTest"}
    assert after["window"] == {"rows": 8, "left": 8, "right": 8} or "window" not in changed
    changed = {name for name in before["graphs"] if before["graphs"][name] != after["graphs"][name]}
    assert "step" in changed and changed <= {"context", "step"}
    assert same_numbers(before["selfTest"]["tile"], after["selfTest"]["tile"])
    found = read_weights_back(bundle).transformer
    assert (found.head.bias - tiny.transformer.head.bias)[7] == pytest.approx(2, abs=0.01)
    measured = {entry["name"]: entry["value"] for entry in after["about"]["measured"]}
    assert measured["Transformer, steps of training"] == "1,234" and len([name for name in measured if "nats" in name]) == 4
    assert steps_of(after, "transformer") == 1234 and steps_of(after, "decoder") == 0

    # Once more: what was measured of the old one is gone.
    main(["--transformer", str(write_transformer(tmp_path, tiny, 2000)), "--out", str(bundle)])
    assert read(bundle)["about"]["measured"] == [{"name": "Transformer, steps of training", "value": "2,000"}]


def test_a_transformer_of_other_moods_is_refused_and_what_it_had_not_painted_is_not_kept(tmp_path, tiny, dataset, monkeypatch):
    bundle = copy_of_tiny(tmp_path)
    manifest = read(bundle)
    names = ("Transformer, x", "Picture, cells, generated, default settings", "Picture, reconstruction")
    manifest["about"]["measured"] = [{"name": name, "value": "1"} for name in names]
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    weights = write_transformer(tmp_path, tiny, 5)
    others = replace(dataset, moods=replace(dataset.moods, centres=dataset.moods.centres[::-1]))
    monkeypatch.setattr(export, "open_dataset", lambda _: others)
    with pytest.raises(SystemExit, match="--moods-of"):
        main(["--transformer", str(weights), "--data", str(dataset.folder), "--out", str(bundle)])
    assert read(bundle) == manifest
    main(["--transformer", str(weights), "--out", str(bundle)])
    assert [row["name"] for row in read(bundle)["about"]["measured"]] == [
        "Transformer, steps of training",
        "Picture, reconstruction",
    ]


def test_a_new_bundle_takes_no_others_place_and_has_a_name_that_links_can_have(tmp_path, dataset, tiny, monkeypatch):
    with pytest.raises(ValueError, match="no bundle's id"):
        export.export_bundle(tmp_path, dataset, tmp_path / "My Meadow", DEFAULT, MOODS)
    monkeypatch.setattr(export, "load_models", lambda _: replace(tiny, codebook=-tiny.codebook))
    monkeypatch.setattr(export, "read_mood_space", lambda _: None)
    with pytest.raises(ValueError, match="another codebook"):
        export.export_bundle(tmp_path, dataset, copy_of_tiny(tmp_path), DEFAULT, MOODS)


def test_an_export_that_is_interrupted_leaves_the_bundle_as_it_was(tmp_path, tiny, monkeypatch):
    bundle = copy_of_tiny(tmp_path)
    (bundle / "features.onnx.1.bin").write_bytes(b"of an older decoder, in pieces")
    before = {path.name: path.read_bytes() for path in bundle.iterdir()}
    decoder = write_decoder(tmp_path, tiny, read(bundle)["codebook"]["id"])
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(export, "write_self_test", lambda *_: signal.raise_signal(signal.SIGINT))
        replace_decoder(decoder, None, bundle)
    assert {path.name: path.read_bytes() for path in bundle.iterdir()} == before
    replace_decoder(decoder, None, bundle)
    assert {path.name for path in bundle.iterdir()} == before.keys() - {"features.onnx.1.bin"}
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []


def test_what_is_exported_has_to_be_said_once_and_a_new_bundle_needs_its_photographs(tmp_path):
    for flags, said in (
        ([], "what is to be exported"),
        (["--checkpoints", "x"], "needs --data"),
        (["--decoder", "x"], "no bundle"),
    ):
        with pytest.raises(SystemExit, match=said):
            main([*flags, "--out", str(tmp_path / "meadow")])


def test_a_decoder_for_another_codebook_is_refused_and_changes_nothing(tmp_path, tiny):
    bundle = copy_of_tiny(tmp_path)
    before = {path.name: path.read_bytes() for path in bundle.iterdir()}
    with pytest.raises(ValueError, match="another codebook"):
        replace_decoder(write_decoder(tmp_path, tiny, "0" * 64), None, bundle)
    assert {path.name: path.read_bytes() for path in bundle.iterdir()} == before


def test_a_decoder_that_does_not_say_its_codebook_is_refused(tmp_path, tiny):
    with pytest.raises(ValueError, match="does not say"):
        codebook_of(write_decoder(tmp_path, tiny, ""))


def test_an_unknown_flag_is_an_error(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["export", "--checkpoint", "x", "--out", "y", "--fast"])
    with pytest.raises(SystemExit):
        main()
    assert "unrecognized arguments" in capsys.readouterr().err


def test_weights_read_back_are_the_weights_that_were_exported(exact, exact_graphs):
    back = models_of(exact_graphs, exact.mood_swatches)
    assert codebook_id(back.codebook) == codebook_id(exact.codebook)
    for name in ("encoder", "decoder"):
        expected, found = getattr(exact, name).state_dict(), getattr(back, name).state_dict()
        assert all(torch.equal(found[key], expected[key]) for key in expected), name
    expected, found = exact.transformer.state_dict(), back.transformer.state_dict()
    merged = [key for key in expected if key.startswith(("emb", "head", "codebook"))]
    assert all(torch.allclose(found[key], expected[key], atol=1e-7) for key in expected if key not in merged)
    pairs = zip(back.transformer.neighbour_tables(), exact.transformer.neighbour_tables(), strict=True)
    assert all(torch.equal(*pair) for pair in pairs)
    assert torch.equal(back.transformer.head_matrix(), exact.transformer.head_matrix())


def test_the_committed_tiny_bundle_is_what_its_seed_gives(exact, exact_graphs, tiny):
    fresh = models_of({name: stored(exact_graphs[name], "int8") for name in GRAPHS}, exact.mood_swatches)
    for name in ("encoder", "decoder", "transformer"):
        expected, found = getattr(tiny, name).state_dict(), getattr(fresh, name).state_dict()
        assert all(torch.allclose(found[key], expected[key], atol=1e-5) for key in expected), name
