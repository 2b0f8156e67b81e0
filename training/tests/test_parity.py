"""The vectors that the page is held to are what the graphs give natively."""

import json
import re

import numpy as np
import pytest
from conftest import BUNDLES, PARITY
from safetensors import safe_open

from plein_air.bundles.parity_sampler import LEAST
from plein_air.bundles.read_back import config_of, read_graphs
from plein_air.models.context import SUB_CELLS
from plein_air.models.moods import MoodSpace, mood_features, nearest_moods
from plein_air.models.noise import noise_lattice
from plein_air.models.region import region_crop
from plein_air.models.sampling import NONE, Variety, sample_lattice, streams_of
from plein_air.models.sessions import Graph, decode
from plein_air.models.transformer import TransformerConfig
from plein_air.parity import noise_picture

LARGEST = 3 * 10**6  # bytes of all vectors
NAMES = sorted(path.stem for path in PARITY.glob("*.safetensors"))
LATTICES = [name for name in NAMES if re.search(r"-(\d+x\d+|resumed)", name)]
REPAINTS = [name for name in NAMES if "-repaint" in name]
SHORT = [name for name in LATTICES if name.startswith("tiny") and "x64" not in name and "64x" not in name]


BUNDLE_NAMES = ("tiny", "landscapes")


@pytest.fixture(scope="module")
def running() -> dict[str, dict[str, Graph]]:
    return {name: {graph: Graph(model) for graph, model in read_graphs(BUNDLES / name).items()} for name in BUNDLE_NAMES}


@pytest.fixture(scope="module")
def configs() -> dict[str, TransformerConfig]:
    return {name: TransformerConfig(**config_of(read_graphs(BUNDLES / name)["step"])) for name in BUNDLE_NAMES}


def read(name: str) -> tuple[dict[str, np.ndarray], dict]:
    with safe_open(PARITY / f"{name}.safetensors", "numpy") as file:
        return {key: file.get_tensor(key) for key in file.keys()}, json.loads(file.metadata()["json"])  # noqa: SIM118


def sampled(graphs: dict[str, Graph], config: TransformerConfig, tensors: dict[str, np.ndarray], said: dict) -> np.ndarray:
    """Samples the lattice of a vector with onnxruntime."""
    rows, columns = said["rows"], said["columns"]
    if "featuresSeed" in said:
        width = graphs["step"].session.get_inputs()[0].shape[1]
        features = (noise_lattice(said["featuresSeed"], rows * columns, width) - 0.5).reshape(1, rows, columns, width)
        known = np.full((rows, columns), NONE)
    else:
        known = tensors["known"]

        def context(layout, known, mood, guidance, zoom):
            others = {"guidance": np.float32([guidance])} if config.distilled else {}
            others |= {"zoom": [zoom]} if config.zooms else {}
            return graphs["context"](layout=layout[None], known=known[None], mood=[mood], **others)[0].reshape(rows, columns, -1)

        features = streams_of(context, config, tensors["layout"], known, said["mood"], said["guidance"], said.get("zoom", 0))
    variety = Variety(said["temperature"], said["topK"], said["topP"])
    numbers = noise_lattice(said["seed"], rows, columns, said.get("row", 0), said.get("column", 0))
    forced = tensors.get("forced")
    return sample_lattice(graphs["step"], features, config, known, numbers, variety, said["guidance"], forced).tokens


@pytest.mark.parametrize("name", [*SHORT, "landscapes-16x16"])
def test_a_sampled_lattice_is_the_same_token_for_token(running, configs, name):
    tensors, said = read(name)
    bundle = name.split("-")[0]
    assert np.array_equal(sampled(running[bundle], configs[bundle], tensors, said), tensors["tokens"])


@pytest.mark.parametrize("name", REPAINTS)
def test_a_repaint_on_a_crop_is_the_same_token_for_token_and_changes_no_other(running, configs, name):
    (tensors, said), bundle = read(name), name.split("-")[0]
    region = tensors["region"] > 0
    crop = region_crop(region, configs[bundle].window)
    assert crop == tuple(said[f"crop{key}"] for key in ("Row", "Column", "Rows", "Columns"))
    on_crop = {
        "layout": crop.of(tensors["layout"], SUB_CELLS),
        "known": np.where(crop.of(region), NONE, crop.of(tensors["picture"])),
    }
    place = {
        "rows": crop.rows,
        "columns": crop.columns,
        "row": said["originRow"] + crop.row,
        "column": said["originColumn"] + crop.column,
    }
    tokens = sampled(running[bundle], configs[bundle], on_crop, said | place)
    assert np.array_equal(tokens, crop.of(tensors["tokens"]))
    assert np.array_equal(tensors["tokens"][~region], tensors["picture"][~region])
    assert (tensors["tokens"] != tensors["picture"])[region].mean() > 0.5


def test_rounding_cannot_change_a_token():
    assert len(LATTICES) >= 10
    assert len(REPAINTS) == 3
    for name in LATTICES + REPAINTS:
        said = read(name)[1]
        assert min(said["margin"], said["gap"]) > LEAST, name


def test_each_graph_gives_its_vector(running):
    graphs = running["landscapes"]
    tensors, _ = read("landscapes-context")
    (features,) = graphs["context"](**{name: array for name, array in tensors.items() if name != "features"})
    assert np.abs(features - tensors["features"]).max() < 3e-5
    tensors, _ = read("landscapes-step")
    logits, new = graphs["step"](**{name: array for name, array in tensors.items() if name not in ("logits", "new")})
    assert np.abs(logits - tensors["logits"]).max() < 3e-5
    assert np.abs(new - tensors["new"]).max() < 3e-5
    tensors, _ = read("landscapes-decoder")
    assert np.abs(decode(graphs["features"], graphs["upsampler"], tensors["tokens"][0]) - tensors["rgb"][0]).max() < 2e-3
    tensors, _ = read("landscapes-encoder")
    (tokens,) = graphs["encoder"](rgb=tensors["bytes"].astype(np.float32) / 127.5 - 1)
    assert np.array_equal(tokens, tensors["tokens"])


def test_moods_have_their_vectors():
    vectors = json.loads((PARITY / "mood.json").read_text())
    said = json.loads((BUNDLES / "landscapes" / "manifest.json").read_text())["moodSpace"]
    space = MoodSpace(*(np.array(said[name]) for name in ("mean", "std", "centres")))
    assert len({mood for *_, mood in vectors}) >= 3
    for seed, least, most, features, mood in vectors:
        found = mood_features(noise_picture(seed, least, most)[None])
        assert np.allclose(found[0], features, atol=1e-9)
        assert nearest_moods(found, space)[0] == mood


def test_the_vectors_are_small():
    assert sum(path.stat().st_size for path in PARITY.iterdir()) < LARGEST
