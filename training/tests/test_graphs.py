import json
from dataclasses import replace

import numpy as np
import onnx
import pytest
import torch
import torch.nn.functional as F

from plein_air.bundles.export_graphs import GRAPHS, transformer_graphs
from plein_air.bundles.graphs import BUFFERS, by_turns, joined, pieces, together
from plein_air.bundles.read_back import transformer_of
from plein_air.bundles.self_test import step_inputs
from plein_air.models.sessions import Graph, decode
from plein_air.models.tiny import TRANSFORMER, tiny_models
from plein_air.models.transformer import TransformerConfig
from plein_air.models.vqgan import look_up, nearest_codes
from plein_air.stage2.grow import grown

CODES = 1024


def close(found: np.ndarray, expected: torch.Tensor, atol: float) -> bool:
    return found.shape == tuple(expected.shape) and np.abs(found - expected.numpy()).max() < atol


@pytest.mark.parametrize("lanes", [1, 2, 3, 8])
def test_step_gives_what_the_model_gives(bundle_graphs, bundle_models, lanes):
    config = bundle_models.transformer.config
    random = np.random.default_rng(lanes)
    inputs = step_inputs(5, config) | {
        "features": random.normal(size=(lanes, config.width)).astype(np.float32) * 0.3,
        "slots": random.integers(0, config.window.slots, (lanes, config.window.slots), dtype=np.int32),
        "bias": np.where(random.random((lanes, config.window.slots + 1)) < 0.3, -1e9, 0).astype(np.float32),
    }
    inputs |= {name: random.integers(0, CODES + 1, lanes, dtype=np.int32) for name in ("left", "up", "upright")}
    inputs |= {name: random.integers(0, 64, lanes, dtype=np.int32) for name in ("i", "j")}
    inputs["bias"][:, -1] = 0
    logits, new = Graph(bundle_graphs["step"])(**inputs)
    expected = bundle_models.transformer.step(**{name: torch.from_numpy(array) for name, array in inputs.items()})
    assert close(logits, expected[0], 3e-5)
    assert close(new, expected[1], 3e-5)


@pytest.mark.parametrize("size", [(4, 4), (8, 12), (20, 8)])
def test_context_gives_what_the_model_gives(bundle_graphs, bundle_models, size):
    rows, columns = size
    layout, known = torch.randint(0, 13, (1, 4 * rows, 4 * columns)), torch.randint(-1, CODES, (1, rows, columns))
    said = said_to(bundle_models.transformer.config)
    (features,) = Graph(bundle_graphs["context"])(layout=layout, known=known, **said)
    inputs = {name: torch.from_numpy(value) for name, value in said.items()}
    assert close(features, bundle_models.transformer.context(layout, known, **inputs)[0], 3e-5)


def said_to(config) -> dict[str, np.ndarray]:
    """What the context network is told of the whole picture."""
    said = {"mood": np.array([3])}
    if config.distilled:
        said["guidance"] = np.float32([2.5])
    if config.zooms:
        said["zoom"] = np.array([2])
    return said


@pytest.mark.parametrize(("distilled", "zooms"), [(True, 3), (True, 0), (False, 3)])
def test_graphs_of_a_narrow_window_have_the_inputs_that_the_network_takes(distilled, zooms):
    config = replace(TRANSFORMER, distilled=distilled, zooms=zooms)
    transformer = tiny_models(config=config).transformer
    graphs = transformer_graphs(transformer)
    context, step = Graph(graphs["context"]), Graph(graphs["step"])
    layout, known = torch.randint(0, 13, (1, 32, 48)), torch.randint(-1, CODES, (1, 8, 12))
    said = said_to(config)
    assert {value.name for value in context.session.get_inputs()} == {"layout", "known", *said}
    (features,) = context(layout=layout, known=known, **said)
    inputs = {name: torch.from_numpy(value) for name, value in said.items()}
    assert close(features, transformer.context(layout, known, **inputs)[0], 3e-5)
    given = step_inputs(5, config)
    assert given["slots"].shape == (1, 104) and given["bias"].shape == (1, 105)
    logits, _ = step(**given)
    assert close(logits, transformer.step(**{name: torch.from_numpy(array) for name, array in given.items()})[0], 3e-5)
    again = transformer_of(graphs["context"], graphs["step"])
    assert again.config == config
    assert close(features, again.context(layout, known, **inputs)[0], 3e-5)


def test_a_transformer_that_has_not_learnt_guidance_yet_can_be_read_back():
    """The exporter leaves out what adds nothing."""
    grown_one = grown(tiny_models(config=replace(TRANSFORMER, distilled=False, zooms=0)).transformer, TRANSFORMER)
    graphs = transformer_graphs(grown_one)
    again = transformer_of(graphs["context"], graphs["step"])
    layout, known = torch.randint(0, 13, (1, 32, 48)), torch.randint(-1, CODES, (1, 8, 12))
    said = {name: torch.from_numpy(value) for name, value in said_to(TRANSFORMER).items()}
    assert torch.allclose(again.context(layout, known, **said), grown_one.context(layout, known, **said), atol=1e-5)


@pytest.mark.parametrize("size", [(1, 1), (3, 7), (10, 6)])
def test_features_and_upsampler_give_what_the_decoder_gives(bundle_graphs, bundle_models, size):
    tokens = torch.randint(-1, CODES, size)
    rgb = decode(Graph(bundle_graphs["features"]), Graph(bundle_graphs["upsampler"]), tokens.numpy())
    assert close(rgb, bundle_models.decoder(look_up(tokens[None], bundle_models.codebook))[0], 3e-5)


@pytest.mark.parametrize("size", [(2, 3), (6, 5)])
def test_encoder_gives_what_the_model_gives(bundle_graphs, bundle_models, size):
    rows, columns = size
    rgb = torch.rand(1, 3, 16 * rows, 16 * columns) * 2 - 1
    (tokens,) = Graph(bundle_graphs["encoder"])(rgb=rgb.numpy())
    assert tokens.dtype == np.int32
    expected = nearest_codes(bundle_models.encoder(F.avg_pool2d(rgb, 2)), bundle_models.codebook)
    assert np.array_equal(tokens, expected.numpy())


def test_a_picture_depends_on_no_token_further_off_than_the_halo(bundle_graphs, bundle_models, bundle):
    manifest = json.loads((bundle / "manifest.json").read_text())
    halo, pixels = sum(manifest["decoder"][name]["halo"] for name in ("features", "upsampler")), manifest["lattice"]["cellPixels"]
    side = 2 * halo + 3
    tokens = torch.randint(0, CODES, (side, side))
    features, upsampler = Graph(bundle_graphs["features"]), Graph(bundle_graphs["upsampler"])
    whole = decode(features, upsampler, tokens.numpy())
    tokens[halo + 1, halo + 1] = -1
    changed = np.abs(decode(features, upsampler, tokens.numpy()) - whole).max(0) > 0
    changed = changed.reshape(side, pixels, side, pixels).any((1, 3))
    assert changed[halo + 1, halo + 1]
    assert not changed[[0, -1]].any() and not changed[:, [0, -1]].any()


def test_merged_tables_and_head_give_what_the_two_parts_give(exact, exact_graphs):
    config = exact.transformer.config
    inputs = step_inputs(1, config)
    logits, _ = Graph(exact_graphs["step"])(**inputs)
    expected, _ = exact.transformer.step(**{name: torch.from_numpy(array) for name, array in inputs.items()})
    assert close(logits, expected, 3e-5)


def test_no_cast_or_scale_of_a_weight_is_left_when_a_graph_is_loaded(bundle_graphs, tmp_path):
    for name, model in bundle_graphs.items():
        assert any(initializer.data_type == onnx.TensorProto.INT8 for initializer in model.graph.initializer), name
        Graph(model, str(tmp_path / f"{name}.onnx"))
        graph = onnx.load(tmp_path / f"{name}.onnx").graph
        constants = {initializer.name for initializer in graph.initializer}
        left = [node for node in graph.node if set(node.input) <= constants]
        assert not left, name
        assert all(initializer.data_type != onnx.TensorProto.INT8 for initializer in graph.initializer), name


def test_step_computes_in_int32_and_float32_alone(bundle_graphs):
    """64-bit integers would leave the GPU. As constants, of shapes and axes, they cost nothing."""
    model = bundle_graphs["step"]
    inferred = onnx.shape_inference.infer_shapes(model)
    kinds = {value.type.tensor_type.elem_type for value in inferred.graph.value_info}
    assert kinds <= {onnx.TensorProto.FLOAT, onnx.TensorProto.INT32, onnx.TensorProto.UNDEFINED}
    assert not {node.op_type for node in model.graph.node} & {"Shape", "Range", "NonZero", "DequantizeLinear"}
    indices = {node.input[1] for node in model.graph.node if node.op_type == "Gather"}
    assert all(i.data_type == onnx.TensorProto.INT32 for i in model.graph.initializer if i.name in indices)


def test_no_operation_needs_more_buffers_than_every_gpu_has(bundle_graphs):
    for model in bundle_graphs.values():
        for node in model.graph.node:
            assert len([*node.input, *node.output]) <= BUFFERS, node.op_type


def test_step_has_few_nodes(bundle_graphs):
    nodes = [node for node in bundle_graphs["step"].graph.node if not node.input[0].endswith((".int8", ".cast"))]
    # About 30 a layer. Each layer looks up its own part of the cache: a few nodes more, and no split of all of it.
    assert len(nodes) < 260


def test_every_integer_of_a_graph_is_int32(bundle_graphs):
    assert set(bundle_graphs) == set(GRAPHS)
    for model in bundle_graphs.values():
        kinds = {value.type.tensor_type.elem_type for value in (*model.graph.input, *model.graph.output)}
        assert kinds <= {onnx.TensorProto.FLOAT, onnx.TensorProto.INT32}


def test_heads_by_turns_come_together_again():
    config = TransformerConfig()
    weight = torch.randn(config.width, 5)
    assert torch.equal(together(by_turns(weight, config), config), weight)


def test_pieces_join_again():
    x = torch.randn(3, 32)
    parts = pieces(x, 16, 1)
    assert len(parts) == 16
    assert torch.equal(joined(parts, 1), x)
    with pytest.raises(ValueError, match="6 pieces"):
        pieces(x, 6, 1)
