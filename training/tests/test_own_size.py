"""A decoder measured at its pictures' own size."""

import shutil

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from conftest import BUNDLES
from PIL import Image

from plein_air.bundles.read_back import read_graphs, read_segmenter
from plein_air.bundles.swatches import to_bytes
from plein_air.decoding.teacher import write_picture
from plein_air.evaluate import main
from plein_air.evaluation.own_size import CROP, backbone, measure_own_size, measure_photographs, painter, power, seen, slope_of

TINY = BUNDLES / "tiny"


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """A teacher that paints just as `tiny` does."""
    folder, paint = tmp_path_factory.mktemp("teacher"), painter(read_graphs(TINY))
    for number in (1, 2):
        tokens = np.random.default_rng(number).integers(0, 1024, (4, 4))
        write_picture(folder, number, tokens, to_bytes(paint(tokens)[0].permute(1, 2, 0).numpy()))
    return folder


@pytest.fixture(scope="module")
def photographs(tmp_path_factory):
    folder, draws = tmp_path_factory.mktemp("photographs"), np.random.default_rng(3)
    for n in range(3):
        coarse = Image.fromarray(draws.integers(0, 255, (30, 40, 3), np.uint8))
        coarse.resize((640, 480), Image.Resampling.BICUBIC).save(folder / f"{n}.png")
    return folder


def test_a_decoder_is_nearest_to_its_own_pictures_and_the_former_one_is_beside_it(pictures, photographs, dataset, tmp_path, capsys):
    shutil.copytree(TINY, tmp_path / "tiny")
    flags = ["--data", str(dataset.folder), "--teacher", str(pictures), "--photographs", str(photographs), "--only-decoder"]
    main([str(tmp_path / "tiny"), *flags, "--before", str(TINY), "--count", "1"])
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Picture")]
    of = {line.split("  ")[0].strip(): line.split("  ")[-1].strip() for line in lines}
    near = of["Picture, distance from 1 held-out pictures of the teacher"]
    assert float(near.split(",")[0].split()[1]) < 0.004, "bytes are rounded, and that is all"
    assert of["Picture, distance from 1 held-out pictures of the teacher, former decoder"] == near
    assert sum("slope" in name for name in of) == 3
    assert not any("Fréchet" in name for name in of), "one held-out photograph is no set"


def test_sets_are_compared_by_what_the_backbone_sees(photographs):
    graphs, segmenter = read_graphs(TINY), read_segmenter(TINY)
    lattices = np.random.default_rng(5).integers(0, 1024, (3, 14, 14))
    layouts = np.full((3, 56, 56), 9)
    own = measure_own_size(graphs, lattices, layouts, None, measure_photographs(photographs, segmenter, 3), segmenter, None)
    assert own.frechet > 0 and own.slope < 0 and own.to_teacher == {} and 0 <= own.accuracy <= 1


def test_a_bundle_of_another_codebook_is_not_compared_with(pictures, dataset, tmp_path):
    shutil.copytree(TINY, tmp_path / "tiny")
    text = (tmp_path / "tiny" / "manifest.json").read_text()
    (tmp_path / "tiny" / "manifest.json").write_text(text.replace('"codebook": {\n  "id": "', '"codebook": {\n  "id": "x'))
    flags = ["--data", str(dataset.folder), "--teacher", str(pictures), "--only-decoder", "--before", str(tmp_path / "tiny")]
    with pytest.raises(SystemExit, match="another codebook"):
        main([str(TINY), *flags])


def test_the_decoder_alone_is_measured_by_something(dataset):
    with pytest.raises(SystemExit, match="what shall the decoder be measured by"):
        main([str(TINY), "--data", str(dataset.folder), "--only-decoder"])


def test_blur_makes_the_slope_of_a_power_spectrum_steeper_and_noise_has_none():
    noise = torch.rand(1, 3, CROP, CROP, generator=torch.Generator().manual_seed(1)) - 0.5
    blurred = F.avg_pool2d(noise, 3, 1, 1)
    assert abs(slope_of([power(noise)])) < 0.1
    assert slope_of([power(blurred)]) < -0.5


def test_the_backbone_sees_pictures_apart_and_of_any_size_alike():
    network = backbone(read_segmenter(BUNDLES / "landscapes"))
    draws = torch.Generator().manual_seed(1)
    one, other = (F.interpolate(torch.rand(1, 3, 16, 16, generator=draws) * 2 - 1, (512, 512), mode="bilinear") for _ in range(2))
    features = [seen(network, rgb) for rgb in (one, F.interpolate(one, (256, 256), mode="area"), other)]
    assert features[0].ndim == 1 and features[0].size > 100
    near, far = (np.abs(features[0] - features[n]).mean() for n in (1, 2))
    assert near < 0.3 * far
