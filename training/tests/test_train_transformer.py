"""The training of stage 2 on landscapes made by code, with the small models of the bundle `tiny`."""

import copy
import json
import os
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
import torch
from conftest import BUNDLES, TRAINING
from safetensors.torch import save_file

from plein_air.models.checkpoints import codebook_id, config_note, load_transformer, read_tensors
from plein_air.models.transformer import TransformerConfig
from plein_air.stage2.options import TransformerOptions
from plein_air.stage2.start import sizes, start
from plein_air.stage2.trainer import TransformerTrainer
from plein_air.train_transformer import few_steps, main
from plein_air.training.checkpoint import load_checkpoint
from plein_air.training.workers import Workers

ONE = Workers(0, 1, torch.device("cpu"))
TINY = BUNDLES / "tiny"


@pytest.fixture
def flags(dataset, tmp_path) -> list[str]:
    return ["--smoke", "--data", str(dataset.folder), "--out", str(tmp_path), "--threads", "1", "--precision", "float32"]


def log_of(folder) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


def test_the_default_sizes_are_those_of_the_default_model():
    options = TransformerOptions(data=TINY, out=TINY)
    assert sizes(options, 1024, 13) == TransformerConfig(context_stem=64, window=(8, 8, 3), zooms=3)
    assert sizes(replace(options, right=5, distil=TINY), 1024, 13).window == (8, 8, 5)


def test_a_run_from_a_bundle_improves_it_and_can_be_exported(flags, tmp_path):
    assert main([*flags, "--from-bundle", str(TINY)]) == 6
    held_out = [entry["held_out"] for entry in log_of(tmp_path) if "held_out" in entry]
    assert set(held_out[0]) == {"layout", "layout and mood", "nothing"}
    assert held_out[-1]["layout"] < held_out[0]["layout"] - 0.01
    state = load_transformer(tmp_path / "transformer.safetensors")
    assert torch.isfinite(state.head.weight).all()
    assert json.loads((tmp_path / "transformer.json").read_text())["step"] == 6
    assert list(tmp_path.glob("sheet-*.png"))


def test_a_run_with_a_teacher_learns_from_it_and_measures_how_far_it_is(flags, dataset, tmp_path):
    more = tmp_path / "more"
    more.mkdir()
    (more / "again").symlink_to(dataset.folder)
    main([*flags, "--from-bundle", str(TINY), "--fresh", "--distil", str(TINY), "--right", "1", "--more", str(more)])
    held_out = [entry["held_out"] for entry in log_of(tmp_path) if "held_out" in entry]
    assert 0 < held_out[-1]["to the teacher, guidance 2"] < held_out[0]["to the teacher, guidance 2"]
    assert {"loss", "to the teacher"} < set(next(entry for entry in log_of(tmp_path) if "loss" in entry))
    config = load_transformer(tmp_path / "transformer.safetensors").config
    assert config.distilled and config.window == (8, 8, 1) and config.zooms == 3


def test_photographs_that_do_not_fit_are_refused(flags, dataset, tmp_path):
    with pytest.raises(SystemExit, match="no folders"):
        main([*flags, "--from-bundle", str(TINY), "--more", str(tmp_path)])


def test_a_run_cut_in_two_gives_the_weights_of_one_run(flags, tmp_path):
    whole, cut = ([*flags, "--out", str(tmp_path / name), "--from-bundle", str(TINY), "--fresh"] for name in ("whole", "cut"))
    main(whole)
    main([*cut, "--steps", "4"])
    main([*cut, "--resume"])
    one, other = (load_checkpoint(tmp_path / name / "checkpoint.pt", "transformer")["trainer"] for name in ("whole", "cut"))
    for part in ("model", "averages"):
        assert all(torch.equal(tensor, other[part][name]) for name, tensor in one[part].items())
    written = [read_tensors(tmp_path / name / "transformer.safetensors") for name in ("whole", "cut")]
    assert all(torch.equal(tensor, written[1][name]) for name, tensor in written[0].items())


def test_two_workers_have_the_losses_of_one_with_the_whole_batch(flags, tmp_path):
    def losses(name: str, *runner: str) -> list[float]:
        chosen = [*flags, "--out", str(tmp_path / name), "--from-bundle", str(TINY)]
        command = [sys.executable, *runner, "-m", "plein_air.train_transformer", *chosen]
        subprocess.run(command, env={**os.environ, "OMP_NUM_THREADS": "1"}, cwd=TRAINING, check=True)
        return [entry["nats"] for entry in log_of(tmp_path / name) if "nats" in entry]

    two = losses("two", "-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-port", "29617")
    one = losses("one")
    assert len(one) == 3 and len(set(one)) == 3
    assert two == pytest.approx(one, abs=1e-4)


def test_a_run_needs_one_encoder_and_the_moods_of_its_bundle(flags, dataset, tmp_path):
    with pytest.raises(SystemExit, match="which encoder"):
        main(flags)
    with pytest.raises(SystemExit, match="multiple of 4"):
        main([*flags, "--from-bundle", str(TINY), "--lattice", "20"])
    with pytest.raises(SystemExit, match="sliding"):
        main([*flags, "--from-bundle", str(TINY.parent / "tiny-sliding")])
    with pytest.raises(SystemExit, match=r"vqgan\.safetensors is not there"):
        main([*flags, "--vqgan", str(tmp_path)])
    with pytest.raises(ValueError, match="multiple of 64"):
        sizes(TransformerOptions(data=tmp_path, out=tmp_path, width=500), 1024, 13)
    options = few_steps(TransformerOptions(data=dataset.folder, out=tmp_path, from_bundle=TINY, smoke=True))
    trainer = TransformerTrainer(options, ONE)
    state = trainer.state()
    state["model"] = state["model"] | {"codebook": torch.zeros(1024, 16)}
    with pytest.raises(ValueError, match="another codebook"):
        trainer.load_state(state)


def test_photographs_with_other_moods_than_the_bundles_are_refused(dataset, tmp_path):
    options = few_steps(TransformerOptions(data=dataset.folder, out=tmp_path, from_bundle=TINY, smoke=True))
    others = replace(dataset.moods, centres=dataset.moods.centres[::-1])
    with pytest.raises(ValueError, match="--moods-of"):
        start(options, others)
    assert start(replace(options, fresh=True), others).fresh


def test_a_transformer_of_a_bundle_begins_as_it_is(dataset, tmp_path, tiny):
    options = few_steps(TransformerOptions(data=dataset.folder, out=tmp_path, from_bundle=TINY, smoke=True))
    trainer = TransformerTrainer(options, ONE)
    assert codebook_id(trainer.model.codebook) == codebook_id(tiny.codebook)
    assert torch.equal(trainer.model.layers[0].q.weight, tiny.transformer.layers[0].q.weight)
    fresh = TransformerTrainer(replace(options, fresh=True), ONE)
    assert not fresh.model.layers[0].o.weight.any()


def written_transformer(path, transformer, codebook):
    tensors = transformer.state_dict() | {"codebook": codebook}
    save_file({name: tensor.half() for name, tensor in tensors.items()}, path, config_note(transformer.config))
    return path


def test_a_run_can_begin_with_the_transformer_of_another(dataset, tmp_path, tiny):
    other = copy.deepcopy(tiny.transformer)
    other.head.bias.data.fill_(0.5)
    path = written_transformer(tmp_path / "transformer.safetensors", other, tiny.codebook)
    options = few_steps(TransformerOptions(data=dataset.folder, out=tmp_path, from_bundle=TINY, transformer=path, smoke=True))
    path.with_suffix(".json").write_text('{"step": 500}')
    trainer = TransformerTrainer(options, ONE)
    model = trainer.model
    assert trainer.trained_before == 500
    assert (model.head.bias == 0.5).all()
    assert torch.equal(model.layers[0].q.weight, tiny.transformer.layers[0].q.weight.half().float())
    assert torch.equal(model.codebook, tiny.codebook)
    seen, drawn = [], trainer.cuts.drawn
    columns = trainer.cuts.columns
    trainer.cuts = SimpleNamespace(drawn=lambda seed, step, places: seen.append(step) or drawn(seed, step, places), columns=columns)
    trainer.prepare(torch.float32)
    trainer.step(3, 1e-4)
    assert seen == [503], "other examples than the first 500 steps had"
    state = trainer.state()
    path.with_suffix(".json").write_text('{"step": 9000}')  # where the run began may be exported over: it still began there
    again = TransformerTrainer(options, ONE)
    again.load_state(state)
    assert again.trained_before == 500
    with pytest.raises(ValueError, match="not both"):
        TransformerTrainer(replace(options, fresh=True), ONE)
    written_transformer(path, other, -tiny.codebook)
    with pytest.raises(ValueError, match="another codebook"):
        TransformerTrainer(options, ONE)
