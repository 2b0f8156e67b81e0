"""Stores the weights of an ONNX graph in 8 or 16 bits.

A weight becomes an initializer in int8 with a float32 scale for each output channel, and a Cast and a Mul before its first
use; or one in float16 and a Cast. onnxruntime computes both once, when it loads the graph, which it does not do for
DequantizeLinear. So this is about the size of files alone: it computes in float32.
"""

from typing import Literal

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Storage = Literal["int8", "float16"]

SMALLEST = 1024  # numbers; a smaller tensor is left as it is
HIGHEST = 127  # of int8: symmetric, -128 is not used
INT8, SCALE, FLOAT16 = ".int8", ".scale", ".float16"  # what the stored initializers add to a weight's name

# The axis of the output channels (for an embedding: of the codes), by the operation that uses the weight.
CHANNEL_AXIS = {"Conv": 0, "Gather": 0, "MatMul": -1, "Gemm": -1}


def quantize(weight: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """weight float32 -> int8 of its shape, scale float32 of its shape with 1 in every axis but `axis`.

    weight is about int8 * scale: no further off than half a scale.
    """
    others = tuple(n for n in range(weight.ndim) if n != axis % weight.ndim)
    largest = np.abs(weight).max(axis=others, keepdims=True)
    scale = (np.where(largest > 0, largest, 1) / HIGHEST).astype(np.float32)
    return np.clip(np.rint(weight / scale), -HIGHEST, HIGHEST).astype(np.int8), scale


def dequantize(stored: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """What onnxruntime computes at load, to the bit."""
    return stored.astype(np.float32) * scale


def users(graph: onnx.GraphProto) -> dict[str, list[onnx.NodeProto]]:
    found: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            found.setdefault(name, []).append(node)
    return found


def quantize_graph(model: onnx.ModelProto, storage: Storage, exact: tuple[str, ...] = ()) -> None:
    """Stores, in place, every float32 matrix, kernel and table of the graph. exact: names of tensors to leave in float32."""
    graph = model.graph
    used_by = users(graph)
    kept, before = [], []
    for initializer in graph.initializer:
        name = initializer.name
        kinds = {node.op_type for node in used_by[name]}
        large = len(initializer.dims) >= 2 and np.prod(initializer.dims) >= SMALLEST
        if initializer.data_type != TensorProto.FLOAT or not large or name in exact or not kinds <= CHANNEL_AXIS.keys():
            kept.append(initializer)
            continue
        weight = numpy_helper.to_array(initializer)
        if storage == "float16":
            kept.append(numpy_helper.from_array(weight.astype(np.float16), name + FLOAT16))
            before.append(helper.make_node("Cast", [name + FLOAT16], [name], to=TensorProto.FLOAT))
            continue
        (axis,) = {CHANNEL_AXIS[kind] for kind in kinds}
        stored, scale = quantize(weight, axis)
        kept += [numpy_helper.from_array(stored, name + INT8), numpy_helper.from_array(scale, name + SCALE)]
        before += [
            helper.make_node("Cast", [name + INT8], [name + ".cast"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [name + ".cast", name + SCALE], [name]),
        ]
    nodes = before + list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)


def stored_weights(model: onnx.ModelProto) -> dict[str, np.ndarray]:
    """Every initializer by its weight's name, widened to float32 as onnxruntime does at load; others as they are."""
    tensors = {initializer.name: numpy_helper.to_array(initializer) for initializer in model.graph.initializer}
    weights = {}
    for name, tensor in tensors.items():
        if name.endswith(INT8):
            weight = name.removesuffix(INT8)
            weights[weight] = dequantize(tensor, tensors[weight + SCALE])
        elif name.endswith(FLOAT16):
            weights[name.removesuffix(FLOAT16)] = tensor.astype(np.float32)
        elif not (name.endswith(SCALE) and name.removesuffix(SCALE) + INT8 in tensors):
            weights[name] = tensor
    return weights
