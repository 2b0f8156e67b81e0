import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from plein_air.bundles.export_graphs import EXACT
from plein_air.bundles.quantize_weights import dequantize, quantize, quantize_graph, stored_weights
from plein_air.models.sessions import Graph


def random(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).normal(size=shape).astype(np.float32)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_no_weight_is_further_off_than_half_a_scale(axis):
    weight = random(40, 30) * np.float32(10) ** np.arange(-15, 15, dtype=np.float32)
    stored, scale = quantize(weight, axis)
    assert stored.dtype == np.int8 and np.abs(stored.astype(int)).max() == 127
    assert scale.size == weight.shape[axis]
    assert (np.abs(dequantize(stored, scale) - weight) <= scale * 0.5001).all()


def test_a_channel_of_zeros_stays_zero():
    weight = random(4, 300)
    weight[2] = 0
    assert (dequantize(*quantize(weight, 0))[2] == 0).all()


def multiplication(weight: np.ndarray):
    nodes = [helper.make_node("MatMul", ["x", "weight"], ["y"])]
    value = lambda name, size: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", size])  # noqa: E731
    rows, columns = weight.shape
    tensors = [numpy_helper.from_array(weight, "weight")]
    graph = helper.make_graph(nodes, "graph", [value("x", rows)], [value("y", columns)], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


@pytest.mark.parametrize("storage", ["int8", "float16"])
def test_a_graph_computes_with_its_stored_weights(storage):
    weight, x = random(64, 48), random(3, 64)
    model = multiplication(weight)
    quantize_graph(model, storage)
    widened = stored_weights(model)["weight"]
    assert np.allclose(widened, weight, atol={"int8": 0.03, "float16": 2e-3}[storage])
    assert np.allclose(Graph(model)(x=x)[0], x @ widened, atol=1e-5)


def test_the_codebook_is_stored_to_the_bit(exact, tiny):
    assert "codebook" in EXACT
    assert np.array_equal(exact.codebook, tiny.codebook)


def test_storing_in_eight_bits_makes_a_weight_a_quarter():
    weight = random(512, 512)
    sizes = [multiplication(weight).ByteSize()]
    for storage in ("float16", "int8"):
        model = multiplication(weight)
        quantize_graph(model, storage)
        sizes.append(model.ByteSize())
    assert sizes[1] / sizes[0] == pytest.approx(1 / 2, abs=0.01)
    assert sizes[2] / sizes[0] == pytest.approx(1 / 4, abs=0.01)
