"""The trainers of stage 1, on the generated data set."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import BUNDLES
from PIL import Image
from safetensors.torch import load_file, save_file

from plein_air import train_detail, train_vqgan
from plein_air.checkpoints import codebook_id, load_picture, load_vqgan
from plein_air.export import codebook_of, replace_decoder
from plein_air.pretrained.edsr import edsr
from plein_air.stage1 import trainer
from plein_air.stage1.crops import CORE_PIXELS, CoreCrops
from plein_air.stage1.fine_crops import FINE_PIXELS, KEPT_PIXELS, FineCrops, held_out_fine
from plein_air.tiny import VQGAN
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


@pytest.fixture(scope="module")
def detail_run(dataset, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("detail")
    train_detail.main(flags(dataset, out, "--from-bundle", str(TINY)))
    return out


def test_a_run_of_the_vqgan_leaves_what_the_next_trainer_reads(vqgan_run, dataset, tmp_path):
    encoder, codebook = load_vqgan(vqgan_run, VQGAN)
    assert codebook.shape == (VQGAN.codes, VQGAN.code_dimension) and codebook.dtype == torch.float32
    assert next(encoder.parameters()).dtype == torch.float32
    entries = log_of(vqgan_run)
    last = next(entry for entry in reversed(entries) if "l1" in entry)
    assert {"l1", "features", "commitment", "adversarial", "discriminator", "codes"} <= last.keys()
    held_out = [entry["held_out"] for entry in entries if "held_out" in entry]
    assert len(held_out) == 2 and {"l1", "psnr", "ssim", "features", "codes"} <= held_out[0].keys()
    sheet = np.asarray(Image.open(vqgan_run / "sheet-0000004.png"))
    rows = min(2, len(dataset.held_out))
    assert sheet.shape == (rows * (CORE_PIXELS + 4) - 4, 2 * CORE_PIXELS + 4, 3)
    train_detail.main(flags(dataset, tmp_path, "--vqgan", str(vqgan_run)))
    assert codebook_of(tmp_path / "picture.safetensors") == codebook_id(codebook)
    load_picture(tmp_path / "picture.safetensors", VQGAN)


@pytest.mark.parametrize(("command", "kind"), [(train_vqgan, "vqgan"), (train_detail, "detail")])
def test_a_run_cut_in_two_gives_the_weights_of_one_run(command, kind, dataset, vqgan_run, detail_run, tmp_path):
    whole = vqgan_run if kind == "vqgan" else detail_run
    more = ["--from-bundle", str(TINY)] if kind == "detail" else []
    assert command.main(flags(dataset, tmp_path, *more, "--steps", "3")) == 3
    assert command.main(flags(dataset, tmp_path, *more, "--resume")) == 6
    one, two = (load_checkpoint(folder / "checkpoint.pt", kind)["trainer"] for folder in (whole, tmp_path))
    for part in ("generator", "averages", "discriminator"):
        assert one[part] and all(torch.equal(one[part][name], two[part][name]) for name in one[part]), part


@pytest.mark.parametrize(("command", "more"), [(train_vqgan, ()), (train_detail, ("--from-bundle", str(TINY)))])
def test_in_bfloat16_the_generator_learns_and_targets_stay_exact(command, more, dataset, tmp_path, monkeypatch):
    seen = []
    step = trainer.generator_step

    def spy(*arguments):
        seen.append(arguments[5])  # the photographs
        return step(*arguments)

    monkeypatch.setattr(trainer, "generator_step", spy)
    for precision in ("float32", "bfloat16"):
        command.main(flags(dataset, tmp_path / precision, *more, "--steps", "1", "--precision", precision))
    assert torch.equal(*seen)
    losses = [log_of(tmp_path / precision)[-1]["held_out"]["l1"] for precision in ("float32", "bfloat16")]
    assert losses[0] == pytest.approx(losses[1], rel=0.05)


def test_training_from_a_bundle_begins_with_its_weights(dataset, tmp_path, tiny):
    train_vqgan.main(flags(dataset, tmp_path, "--from-bundle", str(TINY), "--steps", "1", "--rate", "0", "--codebook-decay", "1"))
    tensors = load_file(tmp_path / "vqgan.safetensors")
    assert torch.allclose(tensors["codebook"], tiny.codebook, atol=1e-6)
    expected = tiny.picture.decoder.state_dict()
    assert expected and all(torch.allclose(tensors[f"decoder.{name}"].float(), expected[name], atol=1e-3) for name in expected)


def test_the_codebook_and_the_encoder_stay_as_they_are(detail_run, tiny):
    state = load_checkpoint(detail_run / "checkpoint.pt", "detail")["trainer"]
    assert torch.equal(state["codebook"], tiny.codebook)
    expected = tiny.encoder.state_dict()
    assert expected and all(torch.equal(state["encoder"][name], expected[name]) for name in expected)
    moved = [not torch.equal(state["generator"][name], weight) for name, weight in tiny.picture.state_dict().items()]
    assert all(moved)


def test_a_trained_decoder_fits_its_bundle_and_no_other(detail_run, tmp_path):
    bundle = tmp_path / "tiny"
    shutil.copytree(TINY, bundle)
    replace_decoder(detail_run / "picture.safetensors", None, bundle)
    tensors = load_file(detail_run / "picture.safetensors")
    save_file(tensors, tmp_path / "picture.safetensors", {"codebook_id": "0" * 64})
    with pytest.raises(ValueError, match="another codebook"):
        replace_decoder(tmp_path / "picture.safetensors", None, bundle)


@pytest.mark.parametrize("more", [(), ("--from-bundle", str(TINY), "--vqgan", "x")])
def test_what_to_begin_with_has_to_be_said_once(dataset, tmp_path, more):
    with pytest.raises(SystemExit, match="which encoder and codebook"):
        train_detail.main(flags(dataset, tmp_path, *more))


def test_two_workers_have_the_losses_of_one_with_the_whole_batch(vqgan_run, dataset, tmp_path):
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-port", "29613"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "OMP_NUM_THREADS": "1"}
    subprocess.run([*command, "-m", "plein_air.train_vqgan", *flags(dataset, tmp_path)], env=environment, check=True)
    one, two = ([entry for entry in log_of(folder) if "l1" in entry] for folder in (vqgan_run, tmp_path))
    assert len(one) == len(two) == 3
    for name in ("l1", "features", "commitment"):
        assert [entry[name] for entry in two] == pytest.approx([entry[name] for entry in one], rel=1e-3), name


def test_crops_are_of_photographs_that_may_be_trained_on(dataset):
    crops = CoreCrops(dataset, 1)
    assert not set(crops.ids) & set(dataset.held_out)
    first, again, other = crops(5, range(4)), crops(5, range(4)), crops(6, range(4))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not all(np.array_equal(a, b) for a, b in zip(first, other, strict=True))
    assert all(crop.shape == (CORE_PIXELS, CORE_PIXELS, 3) for crop in first)


def test_fine_crops_are_of_large_photographs_and_of_enlarged_ones(dataset, tmp_path):
    red = np.zeros((300, 400, 3), np.uint8)
    red[..., 0] = 255
    Image.fromarray(red).save(tmp_path / "red.png")
    network = edsr()
    only_large = FineCrops(dataset, 1, network, 1.0, tmp_path)(0, range(8), CPU)
    assert only_large.shape == (8, 3, FINE_PIXELS, FINE_PIXELS)
    is_red = (only_large.mean((2, 3)) - torch.tensor([1.0, -1, -1])).abs().amax(1) < 0.02
    assert is_red.any() and not is_red.all(), "of the folder's and of the data set's own"
    enlarged = FineCrops(dataset, 1, network, 0.0, None)(0, range(1), CPU)
    assert enlarged.shape == (1, 3, FINE_PIXELS, FINE_PIXELS)
    # What is large itself is never guessed, whatever the share.
    fine = FineCrops(dataset, 1, None, 0.0, None)
    fine.ids = dataset.fine_ids[fine.fine_rows]
    assert len(fine.ids) and fine(0, range(4), CPU).shape == (4, 3, FINE_PIXELS, FINE_PIXELS)
    assert held_out_fine(dataset, network, 1, CPU).shape == (1, 3, FINE_PIXELS, FINE_PIXELS)


def test_a_photograph_that_is_too_small_to_be_large_is_named_at_the_start(dataset, tmp_path):
    Image.new("RGB", (200, 300)).save(tmp_path / "small.png")
    with pytest.raises(ValueError, match="small: smaller than 256 pixels"):
        FineCrops(dataset, 1, edsr(), 1.0, tmp_path)


def test_a_large_photograph_is_kept_no_larger_than_crops_need(dataset, tmp_path):
    Image.new("RGB", (3000, 2000)).save(tmp_path / "camera.png")
    image = FineCrops(dataset, 1, edsr(), 1.0, tmp_path).read("camera")
    assert min(image.size) == KEPT_PIXELS and image.size[0] == pytest.approx(1.5 * image.size[1], abs=1)
