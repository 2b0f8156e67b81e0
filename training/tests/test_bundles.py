"""The committed bundles are what their manifests and docs/bundle.md say."""

import hashlib
import json
import re

import numpy as np
import pytest
from conftest import BUNDLES, NAMES

from plein_air.bundles.bundle_files import PIECE, names_of, read_file, write_file
from plein_air.bundles.graphs import POSITIONS
from plein_air.bundles.model_card import card
from plein_air.bundles.read_back import decoder_of, read_graphs, transformer_of
from plein_air.bundles.self_test import self_test
from plein_air.models.checkpoints import codebook_id
from plein_air.models.moods import FEATURES
from plein_air.models.sessions import Graph

LARGEST_BUNDLE = 40 * 10**6  # bytes


@pytest.fixture(scope="module")
def manifest(bundle) -> dict:
    return json.loads((bundle / "manifest.json").read_text())


def files(manifest: dict) -> list[dict]:
    return [
        *manifest["graphs"].values(),
        *(manifest["decoder"][name] for name in ("features", "upsampler", "swatches")),
    ]


def test_every_file_has_the_bytes_and_the_hash_that_the_manifest_says(bundle, manifest):
    assert len(files(manifest)) == 7
    for file in files(manifest):
        content = b"".join((bundle / name).read_bytes() for name in names_of(file))
        assert len(content) == file["bytes"]
        assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_a_bundle_has_no_file_that_its_manifest_does_not_name(bundle, manifest):
    named = {name for file in files(manifest) for name in names_of(file)} | {"manifest.json", "card.md"}
    named |= {file["licenceFile"] for file in files(manifest) if "licenceFile" in file}
    assert {path.name for path in bundle.iterdir()} == named


def test_no_file_is_too_large_for_a_static_host(bundle):
    sizes = [path.stat().st_size for path in bundle.iterdir()]
    assert max(sizes) <= PIECE
    assert sum(sizes) < LARGEST_BUNDLE


def test_a_file_that_is_too_large_for_a_static_host_is_cut_into_pieces_that_are_joined_again(tmp_path):
    content = np.random.default_rng(1).bytes(1000)
    entry = write_file(tmp_path, "step.onnx", content, piece=300)
    assert (entry["file"], entry["bytes"], entry["pieces"]) == ("step.onnx", 1000, 4)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"step.onnx.{n}.bin" for n in (1, 2, 3, 4)]
    assert [path.stat().st_size for path in sorted(tmp_path.iterdir())] == [300, 300, 300, 100]
    assert read_file(tmp_path, entry) == content
    (tmp_path / "step.onnx.2.bin").write_bytes(bytes(300))
    with pytest.raises(ValueError, match="sha256 differs"):
        read_file(tmp_path, entry)
    # Written anew it may be whole: no old piece is left.
    assert "pieces" not in write_file(tmp_path, "step.onnx", content)
    assert [path.name for path in tmp_path.iterdir()] == ["step.onnx"]


def test_the_manifest_has_the_entries_of_the_contract(bundle, manifest):
    assert (manifest["format"], manifest["version"], manifest["id"]) == ("plein-air-bundle", 1, bundle.name)
    assert [entry["id"] for entry in manifest["classes"]] == list(range(1, 13))
    assert [entry["id"] for entry in manifest["moods"]] == list(range(1, 13))
    colors = [entry["color"] for entry in manifest["classes"]]
    assert len(set(colors)) == len(colors)
    for color in colors + [swatch for mood in manifest["moods"] for swatch in mood["swatches"]]:
        assert re.fullmatch("#[0-9a-f]{6}", color)
    assert manifest["lattice"]["multiple"] == 4 and manifest["lattice"]["cellPixels"] == 32
    assert manifest["window"] in ({"rows": 8, "columns": 8}, {"rows": 8, "left": 8, "right": 3})
    graphs = read_graphs(bundle)
    decoder, _ = decoder_of(graphs["features"], graphs["upsampler"])
    halos = [manifest["decoder"][name]["halo"] for name in ("features", "upsampler")]
    assert halos == [decoder.features_halo, decoder.upsampler_halo] == [5, 4 if bundle.name == "tiny" else 3]


def test_every_mood_has_a_centre(manifest):
    space = manifest["moodSpace"]
    assert np.array(space["centres"]).shape == (len(manifest["moods"]), FEATURES)
    assert len(space["mean"]) == FEATURES and min(space["std"]) > 0


def test_sizes_of_the_manifest_are_those_of_the_models(manifest, bundle_models):
    config = bundle_models.transformer.config
    assert manifest["transformer"] == {"width": config.width, "cacheWidth": config.cache_width}
    assert manifest.get("guidance") == ("distilled" if config.distilled else None)
    assert manifest.get("zooms", 0) == config.zooms
    sides = manifest["window"]
    assert config.window == (sides["rows"], sides.get("left", sides.get("columns")), sides.get("right", sides.get("columns")))
    assert manifest["codebook"]["codes"] == config.codes
    assert manifest["codebook"]["dimension"] == config.code_dimension
    assert manifest["decoder"]["features"]["channels"] == bundle_models.decoder.config.channels[0]


def test_the_step_graph_knows_every_place_of_the_largest_lattice(manifest):
    assert manifest["lattice"]["maximumLong"] <= POSITIONS


def test_the_codebook_in_the_graphs_has_the_id_of_the_manifest(manifest, bundle_models):
    assert codebook_id(bundle_models.codebook) == manifest["codebook"]["id"]
    assert np.allclose(bundle_models.codebook.norm(dim=1), 1, atol=1e-5)


def test_the_decoder_has_the_id_of_its_graphs(manifest):
    hashes = manifest["decoder"]["features"]["sha256"] + manifest["decoder"]["upsampler"]["sha256"]
    assert manifest["decoder"]["id"] == hashlib.sha256(hashes.encode()).hexdigest()[:16]


def test_the_self_test_passes(manifest, bundle_graphs):
    running = [Graph(bundle_graphs[name]) for name in ("step", "features", "upsampler")]
    found = self_test(*running, transformer_of(bundle_graphs["context"], bundle_graphs["step"]).config)
    expected = manifest["selfTest"]
    for part, name in (("step", "logits"), ("step", "new"), ("tile", "rgb")):
        numbers = np.array(expected[part][name])
        assert numbers.std() > 0.01, "a self-test of constants would test nothing"
        allowed = expected["tolerance"] * np.maximum(1, np.abs(numbers))
        assert (np.abs(found[part][name] - numbers) <= allowed).all()


def test_swatches_are_a_picture_for_each_code(bundle, manifest):
    entry = manifest["decoder"]["swatches"]
    table = np.frombuffer((bundle / entry["file"]).read_bytes(), np.uint8)
    table = table.reshape(manifest["codebook"]["codes"], entry["pixels"], entry["pixels"], 3)
    assert len({swatch.tobytes() for swatch in table}) > 0.9 * len(table)


def test_the_card_is_made_of_the_manifest(bundle, manifest):
    assert (bundle / "card.md").read_text() == card(manifest)


def test_the_card_of_landscapes_says_where_its_photographs_come_from():
    said = json.loads((BUNDLES / "landscapes" / "manifest.json").read_text())["about"]
    assert "state no licence" in said["licence"]
    assert len(said["measured"]) >= 6 and len(said["limits"]) >= 4


def test_the_segmenter_of_landscapes_comes_with_its_own_licence():
    folder = BUNDLES / "landscapes"
    segmenter = json.loads((folder / "manifest.json").read_text())["graphs"]["segmenter"]
    assert segmenter["licence"] == "Apache-2.0" and "mlcommons/mobile_models" in segmenter["source"]
    assert "Apache License" in (folder / segmenter["licenceFile"]).read_text()


def test_both_bundles_have_the_same_shape():
    shapes = [json.loads((BUNDLES / name / "manifest.json").read_text()) for name in NAMES]
    one, other = (set(shape) - {"guidance", "zooms"} for shape in shapes)  # which one of before has not
    assert one == other
    assert shapes[0]["graphs"].keys() == shapes[1]["graphs"].keys()
