"""The trainer of the decoder, on pictures that a plain enlargement stands in for the teacher of."""

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

from plein_air import train_decoder
from plein_air.bundles.read_back import read_weights_back
from plein_air.decoding.examples import DistilledPictures, LargePhotographs, TeacherPictures
from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.start import grown
from plein_air.export import replace_decoder
from plein_air.models.checkpoints import CODEBOOK_ID, codebook_id, codebook_of, config_note, load_decoder
from plein_air.models.decoder import DecoderConfig
from plein_air.models.tiny import DECODER
from plein_air.models.vqgan import CoreDecoder, VqganConfig
from plein_air.training.checkpoint import load_checkpoint

TINY = BUNDLES / "tiny"


def flags(dataset, out: Path, pictures: Path, *more: str) -> list[str]:
    plain = ["--smoke", "--precision", "float32", "--threads", "1", "--from-bundle", str(TINY)]
    return ["--data", str(dataset.folder), "--out", str(out), "--teacher", str(pictures), *plain, *more]


def learnt_from() -> tuple:
    """Encoder, codebook and decoder of `tiny`."""
    models = read_weights_back(TINY)
    return models.encoder, models.codebook, models.decoder


def log_of(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def pictures(dataset, tmp_path_factory) -> Path:
    """Those of the teacher."""
    folder = tmp_path_factory.mktemp("teacher")
    train_decoder.main(flags(dataset, folder / "none", folder, "--only-pictures"))
    return folder


@pytest.fixture(scope="module")
def run(dataset, pictures, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("decoder")
    assert train_decoder.main(flags(dataset, out, pictures)) == 6
    return out


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """Photographs: two are large enough, in one colour each; one is not."""
    folder = tmp_path_factory.mktemp("large")
    for name, size, color in (("a", (460, 448), "red"), ("b", (700, 900), "red"), ("c", (447, 900), "blue")):
        Image.new("RGB", size, color).save(folder / f"{name}.png")
    return folder


def test_the_teachers_pictures_are_of_photographs_and_of_sampled_tokens_and_are_made_once(pictures, dataset):
    names = sorted(path.name for path in pictures.glob("*.webp"))
    assert len(names) == 4 and names[0] == "000001.webp" and names[-1] >= "500000"
    tokens, rgb = TeacherPictures(pictures).read(1)
    assert tokens.shape == (4, 4) and rgb.shape == (128, 128, 3) and rgb.std() > 3
    times = [(pictures / name).stat().st_mtime_ns for name in names]
    (pictures / names[1]).unlink()
    train_decoder.main(flags(dataset, pictures / "none", pictures, "--only-pictures"))
    made = sorted(path.name for path in pictures.glob("*.webp"))
    assert made == names
    assert [(pictures / name).stat().st_mtime_ns == time for name, time in zip(names, times, strict=True)] == [
        True,
        False,
        True,
        True,
    ]


def test_a_run_leaves_what_export_reads_and_the_features_as_they_were(run, tiny, tmp_path):
    assert codebook_of(run / "decoder.safetensors") == codebook_id(tiny.codebook)
    found, before = load_decoder(run / "decoder.safetensors").state_dict(), tiny.decoder.state_dict()
    frozen = {name for name in before if name.startswith("coarse.") and int(name.split(".")[1]) < 5}
    assert len(frozen) == 18
    moved = load_checkpoint(run / "checkpoint.pt", "decoder")["trainer"]["decoder"]
    assert {name for name in before if torch.equal(moved[name], before[name])} == frozen
    assert all(torch.allclose(found[name], before[name], atol=1e-3) for name in frozen)
    shutil.copytree(TINY, tmp_path / "tiny")
    replace_decoder(run / "decoder.safetensors", None, tmp_path / "tiny")
    entries = log_of(run)
    assert {"l1", "features", "spectra", "patches", "projected"} <= entries[-2].keys() | entries[-3].keys()
    assert all({"l1", "features", "spectra"} == entry["held_out"].keys() for entry in entries if "held_out" in entry)
    assert np.asarray(Image.open(run / "sheet-0000004.png")).shape == (128, 260, 3)


def test_a_run_cut_in_two_gives_the_weights_of_one_run(dataset, pictures, run, tmp_path):
    assert train_decoder.main(flags(dataset, tmp_path, pictures, "--steps", "3")) == 3
    assert train_decoder.main(flags(dataset, tmp_path, pictures, "--resume")) == 6
    one, two = (load_checkpoint(folder / "checkpoint.pt", "decoder")["trainer"] for folder in (run, tmp_path))
    assert one["pull"] == two["pull"] > 0
    for part in ("decoder", "averages", "critics"):
        assert one[part] and all(torch.equal(one[part][name], two[part][name]) for name in one[part]), part


def test_two_workers_have_the_losses_of_one_with_the_whole_batch(dataset, pictures, run, tmp_path):
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-port", "29617"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "OMP_NUM_THREADS": "1"}
    subprocess.run([*command, "-m", "plein_air.train_decoder", *flags(dataset, tmp_path, pictures)], env=environment, check=True)
    one, two = ([entry for entry in log_of(folder) if "l1" in entry] for folder in (run, tmp_path))
    assert len(one) == len(two) == 3
    for name in ("l1", "features", "spectra", "patches", "projected"):
        # Adam's first steps are as large as the rate, whatever the gradient: where that is nothing, rounding decides where to.
        assert [entry[name] for entry in two] == pytest.approx([entry[name] for entry in one], rel=5e-3), name
        assert two[0][name] == pytest.approx(one[0][name], rel=1e-4), name


def test_a_decoder_for_another_codebook_is_not_grown_out_of(dataset, pictures, run, tmp_path):
    other = tmp_path / "decoder.safetensors"
    save_file(load_file(run / "decoder.safetensors"), other, {CODEBOOK_ID: "0" * 64} | config_note(DECODER))
    with pytest.raises(SystemExit, match="another codebook"):
        train_decoder.main(flags(dataset, tmp_path / "out", pictures, "--decoder", str(other)))


def test_photographs_alone_are_targets_and_with_a_teacher_what_critics_take_for_real(dataset, pictures, large, tmp_path):
    plain = [part for part in flags(dataset, tmp_path / "alone", pictures) if part not in ("--teacher", str(pictures))]
    assert train_decoder.main([*plain, "--photographs", str(large), "--steps", "1"]) == 1
    assert np.asarray(Image.open(next((tmp_path / "alone").glob("sheet-*.png"), large / "a.png"))).size
    both = flags(dataset, tmp_path / "both", pictures, "--photographs", str(large), "--photograph-share", "1", "--steps", "2")
    assert train_decoder.main(both) == 2


def test_a_cheaper_decoder_learns_the_pictures_of_the_one_that_it_shall_replace(dataset, pictures, tmp_path):
    plain = [part for part in flags(dataset, tmp_path, pictures) if part not in ("--teacher", str(pictures))]
    own = [*plain, "--distil", str(TINY), "--critic-weight", "0", "--steps", "1", "--rate", "0"]
    assert train_decoder.main(own) == 1
    # Of the same size it begins with what it shall learn, but for values beyond [-1, 1], at which targets end.
    (entry,) = (entry for entry in log_of(tmp_path) if "held_out" in entry)
    assert entry["held_out"]["l1"] == 0
    vectors, targets = DistilledPictures(dataset.squares, 4, *learnt_from()).drawn(1, 0, range(3))
    assert vectors.shape == (3, 16, 4, 4) and targets.shape == (3, 3, 128, 128) and targets.abs().max() <= 1
    again = DistilledPictures(dataset.squares, 4, *learnt_from()).drawn(1, 0, range(1, 3))
    assert torch.equal(again[0], vectors[1:]), "what an example is depends on its place alone, not on who draws it"


def test_photographs_that_are_too_small_are_left_out_and_too_few_are_said(large, tmp_path):
    found = LargePhotographs(large, 32)
    assert found.held_out == ["a"] and found.train == ["b"]
    crops = found.crops(1, 0, range(3), 256)
    assert crops.shape == (3, 3, 256, 256) and torch.allclose(crops, torch.tensor([1.0, -1, -1])[:, None, None].expand(3, 256, 256))
    assert min(found.read("b").shape[:2]) == 560  # no larger than crops need
    shutil.copy(large / "c.png", tmp_path)
    with pytest.raises(ValueError, match="0 photographs of 448 pixels or more"):
        LargePhotographs(tmp_path, 32)


def test_the_default_decoder_grows_out_of_the_core_decoder_of_the_default_vqgan():
    decoder, new = grown(DecoderOptions(data=TINY, out=TINY), CoreDecoder(VqganConfig()))
    assert decoder.config == DecoderConfig()
    assert "coarse.0.weight" not in new and "detail.0.c.weight" in new


@pytest.mark.parametrize(
    ("drop", "more", "said"),
    [
        (("--from-bundle", str(TINY)), (), "which encoder and codebook"),
        ((), ("--vqgan", "x"), "which encoder and codebook"),
        (("--teacher",), (), "what shall pictures look like"),
        ((), ("--kernel", "2"), "neither 3 nor 1"),
        ((), ("--distil", str(TINY)), "Either --teacher FOLDER or --distil BUNDLE"),
    ],
)
def test_what_cannot_be_trained_is_said_so(dataset, pictures, tmp_path, drop, more, said):
    given = flags(dataset, tmp_path, pictures)
    if drop == ("--teacher",):
        drop = ("--teacher", str(pictures))
    with pytest.raises(SystemExit, match=said):
        train_decoder.main([*(part for part in given if part not in drop), *more])
