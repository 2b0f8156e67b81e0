"""What is measured of a bundle, on the generated data set."""

import json
import re
import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch
from conftest import BUNDLES, TRAINING

from plein_air import evaluate
from plein_air.bundles.model_card import card
from plein_air.bundles.read_back import read_graphs
from plein_air.data.photographs import held_out_of
from plein_air.evaluation.copies import in_common, most_in_common
from plein_air.evaluation.layout_accuracy import by_cell, layout_accuracy
from plein_air.evaluation.measurements import measure
from plein_air.evaluation.table import merged, rows
from plein_air.models import generate
from plein_air.models.generate import sample_layouts
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import NONE, streams_of, torch_context, torch_step
from plein_air.models.sampling import generate as generate_one
from plein_air.stage2.encoded import open_encoded
from plein_air.training.workers import Workers

TINY = BUNDLES / "tiny"


@pytest.fixture
def bundle(tmp_path):
    return shutil.copytree(TINY, tmp_path / "tiny")


def test_the_settings_are_those_that_the_page_begins_with():
    text = (TRAINING.parent / "src" / "state" / "pageState.ts").read_text()
    said = re.search(r"DEFAULT_SETTINGS: SamplingSettings = \{(.*?)\}", text)[1]
    settings = {name: float(value) for name, value in re.findall(r"(\w+): ([\d.]+)", said)}
    variety = generate.VARIETY
    assert settings["guidance"] == generate.GUIDANCE and settings["topK"] == variety.top_k
    assert (settings["temperature"], settings["topP"]) == (variety.temperature, variety.top_p)


def test_layouts_that_are_sampled_together_have_the_pictures_that_they_have_alone(tiny, monkeypatch):
    monkeypatch.setattr(generate, "TOGETHER", 2)
    layouts = np.random.default_rng(1).integers(1, 12, (3, 32, 48))
    together = sample_layouts(tiny.transformer, torch_step(tiny.transformer), layouts, first_seed=5)
    known = np.full((8, 12), NONE)
    for n, layout in enumerate(layouts):
        numbers = noise_lattice(5 + n, 8, 12)
        alone = generate_one(tiny.transformer, layout, known, 0, numbers, generate.VARIETY, generate.GUIDANCE, zoom=1).tokens
        assert np.array_equal(together[n], alone)
    assert len({tokens.tobytes() for tokens in together}) == 3
    assert streams_of(torch_context(tiny.transformer), tiny.transformer.config, layouts[0], known, 0, 2.0).shape[0] == 1


def test_a_cell_has_its_most_frequent_class_and_of_two_the_lower():
    ids = np.array([[3, 3, 5, 5], [3, 1, 4, 4], [2, 2, 0, 0], [2, 2, 0, 7]])[None]
    assert by_cell(ids, 2).tolist() == [[[3, 4], [2, 0]]]


def test_accuracy_counts_the_cells_of_which_the_layout_says_something():
    painted = np.array([[[1, 2], [0, 3]]])
    assert layout_accuracy(painted, painted) == 1
    assert layout_accuracy(np.array([[[1, 9], [3, 3]]]), painted) == pytest.approx(2 / 3)


def test_a_copy_has_all_of_its_tokens_in_common_with_its_photograph_wherever_it_was_cut():
    encoded = np.random.default_rng(1).integers(0, 1024, (70, 4, 6, 6)).astype(np.uint16)
    copied, other = encoded[66, 3, 2:, 1:5].astype(np.int32), np.full((4, 4), 2000)
    partly = copied.copy()
    partly[:2] = 2000
    assert most_in_common(np.stack([other, partly, copied]), encoded).tolist() == [0, 0.5, 1]
    assert in_common(np.stack([other, copied]), encoded) == (0.5, 1)


def test_held_out_photographs_are_none_that_are_trained_on(dataset):
    photos = held_out_of(dataset)
    assert len(photos.photographs) == len(dataset.squares.held_out) > 0
    border = (dataset.side - 144) // 2
    first = dataset.squares.photographs[dataset.squares.held_out[0]]
    assert np.array_equal(photos.photographs[0], first[border : border + 144, border : border + 144])
    assert photos.layouts.shape[1:] == (64, 64)


def test_one_command_measures_and_writes_the_table_into_card_and_manifest(bundle, dataset, tmp_path, capsys):
    noted = json.loads((bundle / "manifest.json").read_text())
    noted["about"]["measured"] = [{"name": "Something else", "value": "7"}]
    (bundle / "manifest.json").write_text(json.dumps(noted))
    evaluate.main([str(bundle), "--data", str(dataset.folder), "--sheet", str(tmp_path / "sheet.png")])
    manifest = json.loads((bundle / "manifest.json").read_text())
    measured = {entry["name"]: entry["value"] for entry in manifest["about"]["measured"]}
    assert measured.pop("Something else") == "7"
    assert manifest | {"about": 0} == noted | {"about": 0}
    assert (bundle / "card.md").read_text() == card(manifest)
    printed = capsys.readouterr().out
    assert all(f"{name}  " in printed and value in printed for name, value in measured.items())
    nats = [float(value) for name, value in measured.items() if "nats" in name]
    assert len(nats) == 3 and all(5 < value < 15 for value in nats)
    for part in ("absolute difference", "noise ratio", "structural similarity", "feature distance", "codes"):
        assert any(part in name for name in measured), part
    assert (tmp_path / "sheet.png").stat().st_size > 1000


def sky_everywhere(rgb: np.ndarray) -> list[np.ndarray]:
    """A segmenter that sees nothing else: logits [1, 32, h / 4, w / 4]."""
    logits = np.zeros((1, 32, rgb.shape[2] // 4, rgb.shape[3] // 4), np.float32)
    logits[:, 3] = 1
    return [logits]


def test_sets_of_pictures_are_compared_with_photographs_and_layouts_with_what_is_seen(dataset, tiny):
    encoded = open_encoded(dataset, False, tiny.encoder, tiny.codebook, Workers(0, 1, torch.device("cpu")))
    encoded.encode((picture, variant) for picture in range(5) for variant in range(2))
    origins = np.where(np.arange(len(dataset.squares.origins)) < 3, 0, 1)
    squares = replace(dataset.squares, origins=origins)
    found = measure(read_graphs(TINY), sky_everywhere, replace(dataset, squares=squares), None, tiny.transformer)
    assert found.from_teacher == pytest.approx(0, abs=1e-5), "it is its own teacher"
    assert found.count == 3
    assert found.frechet.keys() == {"generated", "reconstructions", "other photographs"}
    assert found.frechet["other photographs"] < found.frechet["generated"], "random weights paint noise"
    assert found.accuracy.keys() == {"generated", "reconstructions", "photographs"}
    assert 0.1 < found.accuracy["photographs"] < 0.9
    assert found.in_common.keys() == {"generated", "photographs"}
    mean, most = found.in_common["photographs"]
    assert 0 < mean <= most <= 1
    names = [name for name, _ in rows(found)]
    assert len(names) == len(set(names)) == 17
    assert [pictures.shape for pictures in found.pictures.sets.values()] == [(3, 128, 128, 3)] * 3


def test_a_smoke_test_writes_nothing(bundle, dataset):
    before = {path.name: path.read_bytes() for path in bundle.iterdir()}
    evaluate.main([str(bundle), "--data", str(dataset.folder), "--smoke"])
    assert {path.name: path.read_bytes() for path in bundle.iterdir()} == before


def test_measured_again_a_number_keeps_its_place():
    noted = [{"name": "a", "value": "1"}, {"name": "cost", "value": "2"}]
    found = [("b", "3"), ("a", "4")]
    expected = [{"name": "a", "value": "4"}, {"name": "cost", "value": "2"}, {"name": "b", "value": "3"}]
    assert merged(noted, found) == expected
    assert merged(expected, found) == expected


def test_a_folder_that_was_not_prepared_is_an_error_that_says_so(tmp_path):
    with pytest.raises(SystemExit, match="was not prepared"):
        evaluate.main([str(TINY), "--data", str(tmp_path)])
