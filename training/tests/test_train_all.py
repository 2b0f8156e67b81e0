"""One folder in, one bundle out."""

import json
import shutil

import pytest
from conftest import BUNDLES

from plein_air import train_all
from plein_air.bundles.model_card import steps_of
from plein_air.bundles.read_back import read_segmenter, read_weights_back
from plein_air.data.dataset import open_dataset
from plein_air.models.checkpoints import codebook_id
from plein_air.stage2.encoded import open_tokens
from plein_air.train_all import main
from plein_air.whole.plan import Plan, make_plan, steps_within

NAMES = ("vqgan", "transformer", "decoder")


def test_one_command_makes_a_bundle_and_goes_on_where_it_was_stopped(tmp_path, monkeypatch, capsys):
    out, work = tmp_path / "meadow", tmp_path / "work"
    command = ["--smoke", "--out", str(out), "--work", str(work)]

    def stopped(make, options):
        return run_trainer(make, options) if make.kind == "vqgan" else 0

    run_trainer = train_all.run_trainer
    monkeypatch.setattr(train_all, "run_trainer", stopped)
    main(command)
    said = capsys.readouterr().out
    assert "together about" in said and "transformer is saved" in said
    assert not out.exists() and json.loads((work / "vqgan" / "vqgan.json").read_text())["step"] == 6
    first = (work / "vqgan" / "vqgan.safetensors").stat().st_mtime_ns

    monkeypatch.setattr(train_all, "run_trainer", run_trainer)
    out.mkdir()
    shutil.copy(BUNDLES / "tiny" / "manifest.json", out)
    with pytest.raises(SystemExit, match="another codebook"):
        main(command)
    with pytest.raises(SystemExit, match="has a bundle already"):
        main(["--smoke", "--out", str(out), "--work", str(tmp_path / "elsewhere")])
    assert not (tmp_path / "elsewhere").exists(), "nothing is done before that is said"
    shutil.rmtree(out)

    main(command)
    assert (work / "vqgan" / "vqgan.safetensors").stat().st_mtime_ns == first
    manifest, models = json.loads((out / "manifest.json").read_text()), read_weights_back(out)
    assert manifest["id"] == "meadow" and "40 photographs" in manifest["about"]["trainedOn"]
    assert codebook_id(models.codebook) == manifest["codebook"]["id"]
    assert [mood["name"] for mood in manifest["moods"]] == [f"Mood {n}" for n in range(1, 13)]
    measured = {entry["name"]: entry["value"] for entry in manifest["about"]["measured"]}
    assert any("nats" in name for name in measured)
    assert steps_of(manifest, "transformer") == steps_of(manifest, "decoder") == 6
    assert read_segmenter(out) and (out / "segmenter-licence.md").exists()
    # The tokens that it was trained on are of the bundle's codebook: copies can be looked for.
    assert open_tokens(open_dataset(work / "data"), models.codebook) is not None
    assert (work / "evaluation.png").exists() and list((work / "transformer").glob("sheet-*.png"))


def test_steps_fill_the_time_and_stop_where_more_does_not_pay():
    seconds = {"vqgan": 1.0, "transformer": 2.0, "decoder": 1e-6}
    assert steps_within(10, seconds) == {"vqgan": 10800, "transformer": 8100, "decoder": 30_000}
    assert steps_within(10, seconds | {"pictures": 4.0})["pictures"] == 900


def test_a_plan_says_how_long_each_stage_takes():
    plan = Plan(10, dict.fromkeys(NAMES, 2.0), dict.fromkeys(NAMES, 1800))
    assert plan.said().count("1.0") == 3 and "together about 3.0 hours" in plan.said()


def test_a_plan_is_kept_and_not_changed(tmp_path, dataset):
    (tmp_path / "plan.json").write_text(json.dumps({"hours": 5, "seconds": {"vqgan": 1}, "steps": {"vqgan": 7}}))
    assert make_plan(dataset, tmp_path, 5, 1, False).steps == {"vqgan": 7}
    with pytest.raises(ValueError, match="--hours 5"):
        make_plan(dataset, tmp_path, 6, 1, False)


def test_the_work_of_other_photographs_is_not_gone_on_with(tmp_path, dataset):
    work = tmp_path / "work"
    work.mkdir()
    (work / "data").symlink_to(dataset.folder, target_is_directory=True)
    for named in ([str(tmp_path / "mine")], []):
        with pytest.raises(SystemExit, match="was prepared from"):
            main([*named, "--out", str(tmp_path / "meadow"), "--work", str(work)])


def test_a_segmenter_that_is_not_there_is_said_before_anything_is_done(tmp_path):
    with pytest.raises(SystemExit, match="no bundle"):
        main(["--smoke", "--out", str(tmp_path / "meadow"), "--work", str(tmp_path / "w"), "--segmenter", str(tmp_path / "x")])
    assert not (tmp_path / "w").exists()


def test_a_name_that_is_no_id_is_refused_before_anything_is_done(tmp_path):
    with pytest.raises(SystemExit, match="no bundle's id"):
        main(["--smoke", "--out", str(tmp_path / "My Meadow")])
