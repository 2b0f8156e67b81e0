"""The training of stage 2 on landscapes made by code, with the small models of the bundle `tiny`."""

import copy
import json
import os
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from conftest import BUNDLES, TRAINING
from safetensors.torch import save_file

from plein_air.checkpoints import codebook_id, config_note, load_transformer, read_tensors
from plein_air.context import ANY
from plein_air.data.dataset import open_dataset
from plein_air.read_back import read_weights_back
from plein_air.stage2.encoded import encode
from plein_air.stage2.examples import Batch, Examples
from plein_air.stage2.known_masks import SHARES, known_mask
from plein_air.stage2.loss import TrainingForward, nats_a_token
from plein_air.stage2.trainer import TransformerOptions, TransformerTrainer, sizes, start
from plein_air.train_transformer import few_steps, main
from plein_air.training.checkpoint import load_checkpoint
from plein_air.training.draws import generator
from plein_air.training.workers import Workers
from plein_air.transformer import TransformerConfig

ONE = Workers(0, 1, torch.device("cpu"))
TINY = BUNDLES / "tiny"


@pytest.fixture(scope="module")
def encoded(dataset, tiny):
    return encode(dataset, tiny.encoder, tiny.codebook, ONE)


@pytest.fixture(scope="module")
def examples(dataset, encoded):
    return Examples(encoded, dataset.moods.ids, 16, 1024, 0.95)


@pytest.fixture
def flags(dataset, tmp_path) -> list[str]:
    return ["--smoke", "--data", str(dataset.folder), "--out", str(tmp_path), "--threads", "1", "--precision", "float32"]


def log_of(folder) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


@torch.no_grad()
def test_the_fast_forward_pass_gives_the_logits_of_the_models_own(tiny, examples, dataset):
    batch = examples.drawn(dataset.train, 1, 0, range(3))
    known = torch.where(batch.known, batch.tokens, -1)
    expected = tiny.transformer(batch.given, batch.layout, known, batch.mood)
    logits = TrainingForward(tiny.transformer).logits(batch.given, batch.layout, known, batch.mood)
    assert torch.allclose(logits, expected, atol=2e-5)


@torch.no_grad()
def test_known_tokens_do_not_count(tiny, examples, dataset):
    batch = examples.drawn(dataset.train, 1, 0, range(4))
    logits = tiny.transformer(batch.given, batch.layout, torch.where(batch.known, batch.tokens, -1), batch.mood)
    nats = -logits.log_softmax(-1).gather(2, batch.tokens.flatten(1)[..., None])[..., 0]
    expected = nats[~batch.known.flatten(1)].mean()
    assert nats_a_token(TrainingForward(tiny.transformer), batch, ONE) == pytest.approx(float(expected), abs=1e-4)


def test_photographs_are_encoded_once_and_held_out_ones_in_the_middle(dataset, encoded, tiny):
    assert encoded.tokens.shape == (50, 4, 18, 18) and encoded.layouts.shape == (50, 4, 72, 72)
    rgb = torch.from_numpy(np.array(dataset.photographs[:1, 3:147, 3:147])).permute(0, 3, 1, 2).float() / 127.5 - 1
    vectors = torch.nn.functional.conv2d(tiny.encoder(rgb), tiny.codebook[:, :, None, None])
    assert np.array_equal(encoded.tokens[0, 0], vectors.argmax(1)[0])
    assert np.array_equal(encoded.layouts[0, 0], dataset.labels[0, 3:147:2, 3:147:2])
    assert np.array_equal(encoded.layouts[0, 1], dataset.labels[0, 3:147:2, 3:147][:, ::-1][:, ::2])  # mirrored
    written = {path: path.stat().st_mtime_ns for path in dataset.folder.glob("*.npy")}
    encode(open_dataset(dataset.folder), tiny.encoder, tiny.codebook, ONE)
    assert written == {path: path.stat().st_mtime_ns for path in dataset.folder.glob("*.npy")}


@pytest.mark.parametrize("kind", SHARES)
def test_every_kind_of_mask_leaves_something_to_learn(kind):
    masks = np.stack([known_mask(generator(1, n), 16, 16, kind) for n in range(200)])
    assert not masks.all((1, 2)).any()
    assert masks.any() == (kind != "nothing")


def test_sides_are_known_on_all_four_sides():
    masks = np.stack([known_mask(generator(1, n), 16, 12, "side") for n in range(100)])
    for edge in (masks[:, 0], masks[:, -1], masks[:, :, 0], masks[:, :, -1]):
        assert 10 < edge.all(1).sum() < 90


def test_a_region_that_is_sampled_anew_has_what_is_around_it():
    for kind in ("all but blobs", "all but a rectangle"):
        masks = np.stack([known_mask(generator(1, n), 16, 16, kind) for n in range(100)])
        assert 0.3 < masks.mean() < 0.95


def test_shares_of_masks_are_a_distribution():
    assert sum(SHARES.values()) == pytest.approx(1)


def test_examples_depend_on_seed_step_and_place_alone(examples, dataset):
    whole = examples.drawn(dataset.train, 1, 5, range(4))
    parts = [examples.drawn(dataset.train, 1, 5, places) for places in (range(2), range(2, 4))]
    for name, tensor in vars(whole).items():
        assert torch.equal(tensor, torch.cat([getattr(part, name) for part in parts]))
    assert not torch.equal(whole.tokens, examples.drawn(dataset.train, 1, 6, range(4)).tokens)


def test_some_of_everything_is_dropped_and_some_inputs_are_wrong(examples, dataset):
    batch = examples.drawn(dataset.train, 1, 0, range(400))
    assert 0.08 < (batch.layout == ANY).all(2).all(1).float().mean() < 0.17
    assert 0.2 < (batch.layout == ANY).any(2).any(1).float().mean() < 0.35
    assert 0.42 < (batch.mood == 0).float().mean() < 0.58 and batch.mood.max() <= 12
    wrong = batch.given != batch.tokens
    assert 0.04 < wrong[~batch.known].float().mean() < 0.06
    assert not wrong[batch.known].any()


def test_what_is_measured_is_given_as_it_is(examples, dataset):
    batch: Batch = examples.plain(dataset.held_out)
    assert torch.equal(batch.given, batch.tokens) and not batch.known.any() and (batch.layout < ANY).all() and batch.mood.min() > 0


def test_the_default_sizes_are_those_of_the_default_model():
    options = TransformerOptions(data=TINY, out=TINY)
    assert sizes(options, 1024, 13) == TransformerConfig(context_stem=64)


def test_a_run_from_a_bundle_improves_it_and_can_be_exported(flags, tmp_path):
    assert main([*flags, "--from-bundle", str(TINY)]) == 6
    held_out = [entry["held_out"] for entry in log_of(tmp_path) if "held_out" in entry]
    assert set(held_out[0]) == {"layout", "layout and mood", "nothing"}
    assert held_out[-1]["layout"] < held_out[0]["layout"] - 0.01
    state = load_transformer(tmp_path / "transformer.safetensors", read_weights_back(TINY).transformer.config)
    assert torch.isfinite(state.head.weight).all()
    assert json.loads((tmp_path / "transformer.json").read_text())["step"] == 6
    assert list(tmp_path.glob("sheet-*.png"))


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


def test_two_workers_have_the_losses_of_one_with_the_whole_batch(flags, tmp_path, encoded):
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
    trainer.cuts = SimpleNamespace(drawn=lambda ids, seed, step, places: seen.append(step) or drawn(ids, seed, step, places))
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
