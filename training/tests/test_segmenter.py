import json
import shutil

import numpy as np
import onnx
import pytest
import torch
from conftest import BUNDLES, NAMES, PARITY
from safetensors.numpy import load_file

from plein_air.bundles.bundle import write_bundle
from plein_air.bundles.bundle_files import read_manifest
from plein_air.bundles.export_graphs import segmenter_graph
from plein_air.bundles.parity_segmenter import painted_landscape, segmenter_vectors
from plein_air.bundles.read_back import read_segmenter
from plein_air.export_tiny import tiny_bundle
from plein_air.models.colour_rules import (
    CLOUDS,
    DIRT,
    GRASS,
    MOUNTAIN,
    ROCK,
    SAND,
    SKY,
    SNOW,
    TREES,
    UNKNOWN,
    WATER,
    most_frequent,
    refine,
)
from plein_air.models.segment import likeliest, network_size, segment_photographs
from plein_air.models.segmenter import ADE_CLASSES, LOGIT_PIXELS, STRIDE, enlarge, load_segmenter
from plein_air.models.sessions import Graph
from plein_air.models.tiny import tiny_segmenter


@pytest.fixture(scope="module", params=NAMES)
def graph(request) -> onnx.ModelProto:
    return read_segmenter(BUNDLES / request.param)


def plain(color, classes: str) -> np.ndarray:
    """The layout of a picture of one colour and one class: its one class."""
    photograph = np.full((12, 12, 3), color, np.uint8)
    layout = refine(photograph, np.full((12, 12), ADE_CLASSES.index(classes)))
    assert len(np.unique(layout)) == 1
    return layout[0, 0]


@pytest.mark.parametrize("height, width", [(64, 64), (96, 176)])
def test_the_exported_graph_gives_what_the_module_gives(height, width):
    network = tiny_segmenter()
    rgb = torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(5)) * 2 - 1
    (logits,) = Graph(segmenter_graph(network))(rgb=rgb.numpy())
    assert logits.shape == (1, len(ADE_CLASSES), height // LOGIT_PIXELS, width // LOGIT_PIXELS)
    assert np.abs(logits - network(rgb).numpy()).max() < 1e-4
    assert logits.std() > 1e-3


def test_no_cast_or_scale_of_a_weight_is_left_when_the_graph_is_loaded(graph, tmp_path):
    assert any(initializer.data_type == onnx.TensorProto.INT8 for initializer in graph.graph.initializer)
    Graph(graph, str(tmp_path / "loaded.onnx"))
    loaded = onnx.load(tmp_path / "loaded.onnx").graph
    assert all(initializer.data_type != onnx.TensorProto.INT8 for initializer in loaded.initializer)


def test_inputs_and_outputs_are_those_of_the_contract(graph):
    ends = [(value.name, value.type.tensor_type.elem_type) for value in (*graph.graph.input, *graph.graph.output)]
    assert ends == [("rgb", onnx.TensorProto.FLOAT), ("logits", onnx.TensorProto.FLOAT)]


def test_a_weight_of_another_shape_is_refused(tmp_path):
    operation = {"op": "CONV", "out": 1, "w": 0, "b": 1, "stride": 1, "dil": 1}
    places = {"0": {"shape": [32, 3, 3, 3], "offset": 0}, "1": {"shape": [32], "offset": 0}}
    (tmp_path / "deeplab_ade20k32_float.json").write_text(json.dumps({"ops": [operation] * 60, "weights": places}))
    (tmp_path / "deeplab_ade20k32_float.bin").write_bytes(bytes(4 * 32 * 27))
    with pytest.raises(ValueError, match="another one"):
        load_segmenter(tmp_path)


def test_enlarging_is_linear_from_the_corner_and_the_last_ones_repeat():
    ramp = torch.arange(3.0).expand(1, 1, 2, 3)
    assert enlarge(ramp)[0, 0, 0].tolist() == [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2, 2, 2]
    logits = np.stack([np.zeros((1, 2)), np.array([[-1.0, 1.0]])])
    assert likeliest(logits, 1, 8).tolist() == [[0, 0, 0, 1, 1, 1, 1, 1]]  # a tie is the lowest id's


@pytest.mark.parametrize(
    "picture, seen",
    [((150, 150), (256, 256)), ((256, 512), (256, 512)), ((64, 512), (64, 512)), ((64, 64), (256, 256)), ((80, 128), (256, 416))],
)
def test_the_network_sees_pictures_in_their_proportion(picture, seen):
    assert network_size(*picture) == seen
    assert network_size(*picture[::-1]) == seen[::-1]
    assert all(side % STRIDE == 0 for side in seen)


def test_colours_tell_apart_what_the_segmenter_does_not():
    assert plain((90, 140, 230), "sky") == SKY
    assert plain((190, 190, 195), "sky") == CLOUDS
    assert plain((230, 230, 235), "mountain") == SNOW
    assert plain((120, 120, 120), "earth") == ROCK
    assert plain((220, 180, 120), "earth") == SAND
    assert plain((120, 80, 40), "earth") == DIRT
    assert plain((220, 180, 120), "field") == GRASS
    assert plain((220, 180, 120), "person") == UNKNOWN


def test_land_below_water_is_a_shore():
    photograph = np.full((20, 10, 3), (190, 160, 110), np.uint8)
    photograph[:10] = (40, 90, 160)
    classes = np.full((20, 10), ADE_CLASSES.index("mountain"))
    classes[:10] = ADE_CLASSES.index("sea")
    layout = refine(photograph, classes)
    assert (layout[:9] == WATER).all() and (layout[12:] == SAND).all()


def test_the_majority_has_its_say_and_ties_go_to_the_lowest_id():
    speck = np.full((9, 9), GRASS, np.uint8)
    speck[4, 4] = WATER
    assert (most_frequent(speck) == GRASS).all()
    halves = np.repeat(np.array([[DIRT, SKY]], np.uint8), 4, 0)  # the border repeats: both have as many
    assert most_frequent(halves, 3).tolist() == [[DIRT, SKY]] * 4
    assert set(np.unique(most_frequent(np.indices((8, 8)).sum(0).astype(np.uint8) % 2, 2 + 1))) == {0, 1}


def test_a_painted_landscape_gets_a_layout_of_its_size():
    graph = Graph(read_segmenter(BUNDLES / "landscapes"))
    photographs = np.stack([painted_landscape(120, 110)] * 2)
    layouts = segment_photographs(photographs, graph)
    assert layouts.shape == (2, 120, 110) and layouts.dtype == np.uint8
    assert (layouts[0] == layouts[1]).all()
    assert (layouts[0, :20] == SKY).all() and (layouts[0, -20:] == GRASS).mean() > 0.9
    assert (layouts[0] == MOUNTAIN).any() and (layouts[0] == TREES).any()


def test_the_vectors_are_what_the_graph_gives():
    for name, tensors in segmenter_vectors(BUNDLES).items():
        committed = load_file(PARITY / f"{name}.safetensors")
        assert committed.keys() == tensors.keys()
        assert all(np.array_equal(committed[key], tensors[key]) for key in tensors), name


def test_a_bundle_that_is_written_anew_keeps_its_segmenter(tmp_path):
    shutil.copytree(BUNDLES / "tiny", tmp_path / "tiny")
    before = read_manifest(tmp_path / "tiny")["graphs"]["segmenter"]
    write_bundle(tmp_path / "tiny", tiny_bundle())
    assert read_manifest(tmp_path / "tiny")["graphs"]["segmenter"] == before


def test_a_bundle_without_a_segmenter_says_so(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"graphs": {}}))
    with pytest.raises(ValueError, match="has no segmenter"):
        read_segmenter(tmp_path)
