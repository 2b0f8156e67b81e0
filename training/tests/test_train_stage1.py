"""The trainers of stage 1, on the generated data set."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import BUNDLES
from PIL import Image
from safetensors.torch import load_file

from plein_air import train_vqgan
from plein_air.models.checkpoints import load_vqgan
from plein_air.models.tiny import VQGAN
from plein_air.stage1 import trainer
from plein_air.stage1.crops import CORE_PIXELS, core_crops
from plein_air.training.checkpoint import load_checkpoint

TINY = BUNDLES / "tiny"
CPU = torch.device("cpu")


def flags(dataset, out: Path, *more: str) -> list[str]:
    return ["--data", str(dataset.folder), "--out", str(out), "--smoke", "--precision", "float32", "--threads", "1", *more]


def log_of(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def vqgan_run(dataset, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("vqgan")
    train_vqgan.main(flags(dataset, out))
    return out


def test_a_run_of_the_vqgan_leaves_what_the_next_trainer_reads(vqgan_run, dataset, tmp_path):
    encoder, codebook = load_vqgan(vqgan_run)
    assert codebook.shape == (VQGAN.codes, VQGAN.code_dimension) and codebook.dtype == torch.float32
    assert next(encoder.parameters()).dtype == torch.float32
    entries = log_of(vqgan_run)
    last = next(entry for entry in reversed(entries) if "l1" in entry)
    assert {"l1", "features", "commitment", "adversarial", "discriminator", "codes"} <= last.keys()
    held_out = [entry["held_out"] for entry in entries if "held_out" in entry]
    assert len(held_out) == 2 and {"l1", "psnr", "ssim", "features", "codes"} <= held_out[0].keys()
    sheet = np.asarray(Image.open(vqgan_run / "sheet-0000004.png"))
    rows = min(2, len(dataset.squares.held_out))
    assert sheet.shape == (rows * (CORE_PIXELS + 4) - 4, 2 * CORE_PIXELS + 4, 3)


def test_a_run_cut_in_two_gives_the_weights_of_one_run(dataset, vqgan_run, tmp_path):
    assert train_vqgan.main(flags(dataset, tmp_path, "--steps", "3")) == 3
    assert train_vqgan.main(flags(dataset, tmp_path, "--resume")) == 6
    one, two = (load_checkpoint(folder / "checkpoint.pt", "vqgan")["trainer"] for folder in (vqgan_run, tmp_path))
    for part in ("generator", "averages", "discriminator"):
        assert one[part] and all(torch.equal(one[part][name], two[part][name]) for name in one[part]), part


def test_in_bfloat16_the_generator_learns_and_targets_stay_exact(dataset, tmp_path, monkeypatch):
    seen = []
    step = trainer.generator_step

    def spy(*arguments):
        seen.append(arguments[5])  # the photographs
        return step(*arguments)

    monkeypatch.setattr(trainer, "generator_step", spy)
    for precision in ("float32", "bfloat16"):
        train_vqgan.main(flags(dataset, tmp_path / precision, "--steps", "1", "--precision", precision))
    assert torch.equal(*seen)
    losses = [log_of(tmp_path / precision)[-1]["held_out"]["l1"] for precision in ("float32", "bfloat16")]
    assert losses[0] == pytest.approx(losses[1], rel=0.05)


def test_training_from_a_bundle_begins_with_its_weights(dataset, tmp_path, tiny):
    train_vqgan.main(flags(dataset, tmp_path, "--from-bundle", str(TINY), "--steps", "1", "--rate", "0", "--codebook-decay", "1"))
    tensors = load_file(tmp_path / "vqgan.safetensors")
    assert torch.allclose(tensors["codebook"], tiny.codebook, atol=1e-6)
    expected = tiny.decoder.state_dict()
    shared = [
        name for name in expected if name.startswith("coarse.") and int(name.split(".")[1]) <= 10
    ]  # up to a quarter of a cell
    found = {name: tensors[name.replace("coarse", "decoder.net")].float() for name in shared}
    assert len(shared) > 20 and all(torch.allclose(found[name], expected[name], atol=1e-3) for name in shared)


def test_two_workers_have_the_losses_of_one_with_the_whole_batch(vqgan_run, dataset, tmp_path):
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-port", "29613"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "OMP_NUM_THREADS": "1"}
    subprocess.run([*command, "-m", "plein_air.train_vqgan", *flags(dataset, tmp_path)], env=environment, check=True)
    one, two = ([entry for entry in log_of(folder) if "l1" in entry] for folder in (vqgan_run, tmp_path))
    assert len(one) == len(two) == 3
    # Rounding can give a cell that lies between two codes the other one; the distance to it is all but the same, its place is not.
    for name, tolerance in (("l1", 1e-3), ("features", 1e-3), ("commitment", 2e-2)):
        assert [entry[name] for entry in two] == pytest.approx([entry[name] for entry in one], rel=tolerance), name


def test_crops_are_of_photographs_that_may_be_trained_on(dataset):
    photographs = np.zeros_like(dataset.squares.photographs)
    photographs[dataset.squares.held_out] = 255
    assert not np.any(core_crops(replace(dataset.squares, photographs=photographs), 1, 5, range(400)))
    first, again, other = (core_crops(dataset.squares, 1, step, range(4)) for step in (5, 5, 6))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not all(np.array_equal(a, b) for a, b in zip(first, other, strict=True))
    assert all(crop.shape == (CORE_PIXELS, CORE_PIXELS, 3) for crop in first)
