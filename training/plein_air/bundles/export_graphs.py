"""Exports the modules of `graphs` with torch's exporter: ONNX, dynamic sizes, weights inside the file."""

import io
import json
import logging
import warnings
from dataclasses import asdict

import numpy as np
import onnx
import torch
import torch.nn as nn

from plein_air.bundles.graphs import ContextGraph, EncoderGraph, FeaturesGraph, StepGraph, UpsamplerGraph
from plein_air.bundles.quantize_weights import Storage, quantize_graph
from plein_air.models.checkpoints import Models
from plein_air.models.context import LATTICE_MULTIPLE, SUB_CELLS
from plein_air.models.decoder import Decoder
from plein_air.models.segmenter import LOGIT_PIXELS, STRIDE, Segmenter
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.vqgan import CELL_PIXELS, RGB

OPSET = 20
CONFIG = "plein_air_config"  # the key of a graph's metadata under which its model's sizes are
TRANSFORMER_GRAPHS = ("context", "step")
DECODER_GRAPHS = ("features", "upsampler")
GRAPHS = (*TRANSFORMER_GRAPHS, "encoder", *DECODER_GRAPHS)
CELLS = (1, "h", "w")
EXACT = ("codebook", "row_turns", "column_turns")  # never rounded: the bytes are a name, the numbers are no weights


def export(
    module: nn.Module, config, inputs: dict[str, torch.Tensor], sizes: dict | None, shapes: dict[str, tuple]
) -> onnx.ModelProto:
    """An ONNX graph of the module, weights in float32.

    config: of the model, a dataclass; it is noted in the file. inputs: examples, by the names of what `forward` takes, in its
    order. sizes: of each input, which axis has which dynamic size. shapes: of inputs and outputs, to be read by people.
    """
    module = module.eval().requires_grad_(False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter, about its own future
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)
        program = torch.onnx.export(
            module,
            kwargs=inputs,
            dynamo=True,
            external_data=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=[name for name in shapes if name not in inputs],
            dynamic_shapes=sizes,
            verbose=False,
        )
    file = io.BytesIO()
    program.save(file)
    model = onnx.load_from_string(file.getvalue())
    tidy(model)
    for value in (*model.graph.input, *model.graph.output):
        for dimension, size in zip(value.type.tensor_type.shape.dim, shapes[value.name], strict=True):
            dimension.ParseFromString(b"")
            setattr(dimension, "dim_value" if isinstance(size, int) else "dim_param", size)
    model.metadata_props.add(key=CONFIG, value=json.dumps(asdict(config), sort_keys=True))
    return model


def tidy(model: onnx.ModelProto) -> None:
    """Leaves out what only tools of the exporter read, and outputs that nothing uses."""
    graph = model.graph
    used = {name for node in graph.node for name in node.input} | {output.name for output in graph.output}
    for node in graph.node:
        names = [name if name in used else "" for name in node.output]
        while not names[-1]:
            names.pop()
        del node.output[:], node.metadata_props[:]
        node.output.extend(names)
        node.doc_string = ""
    indices = {node.input[1] for node in graph.node if node.op_type == "Gather"}
    for initializer in graph.initializer:
        wide = initializer.data_type == onnx.TensorProto.INT64  # which a GPU does not have
        if wide and initializer.name in indices:
            narrow = onnx.numpy_helper.to_array(initializer).astype(np.int32)
            initializer.CopyFrom(onnx.numpy_helper.from_array(narrow, initializer.name))
    # The shapes that the exporter noted inside the graph are wrong for the operations it does not know.
    del graph.value_info[:], model.functions[:], graph.metadata_props[:]
    for value in (*graph.input, *graph.output, *graph.initializer):
        del value.metadata_props[:]
        value.doc_string = ""


def integers(*shape: int) -> torch.Tensor:
    return torch.zeros(shape, dtype=torch.int32)


def context_graph(transformer: LatticeTransformer) -> onnx.ModelProto:
    rows, columns = 8, 12
    inputs = {
        "layout": integers(1, SUB_CELLS * rows, SUB_CELLS * columns),
        "known": integers(1, rows, columns),
        "mood": integers(1),
    }
    config = transformer.config
    if config.distilled:
        inputs["guidance"] = torch.ones(1)
    if config.zooms:
        inputs["zoom"] = integers(1)
    quarters = {axis: torch.export.Dim(name, max=64) for axis, name in ((1, "quarter_rows"), (2, "quarter_columns"))}
    cells = {axis: LATTICE_MULTIPLE * quarter for axis, quarter in quarters.items()}
    sub_cells = {axis: SUB_CELLS * size for axis, size in cells.items()}
    everywhere = list(inputs)[2:]
    sizes = {"layout": sub_cells, "known": cells} | dict.fromkeys(everywhere)
    shapes = {"layout": (1, "4H", "4W"), "known": (1, "H", "W")} | dict.fromkeys(everywhere, (1,))
    shapes["features"] = ("H*W", config.width)
    return export(ContextGraph(transformer), config, inputs, sizes, shapes)


def step_graph(transformer: LatticeTransformer) -> onnx.ModelProto:
    config = transformer.config
    lanes, slots = 3, 20
    inputs = {"features": torch.zeros(lanes, config.width)}
    inputs |= {name: integers(lanes) for name in ("left", "up", "upright", "i", "j")}
    inputs["cache"] = torch.zeros(slots, config.cache_width)
    inputs["slots"] = integers(lanes, config.window.slots)
    inputs["bias"] = torch.zeros(lanes, config.window.slots + 1)
    sizes = {name: {0: torch.export.Dim("B")} for name in inputs} | {"cache": {0: torch.export.Dim("S")}}
    shapes = {name: ("B", *tensor.shape[1:]) for name, tensor in inputs.items()}
    shapes["cache"] = ("S", config.cache_width)
    shapes |= {"logits": ("B", config.codes), "new": ("B", config.cache_width)}
    return export(StepGraph(transformer), config, inputs, sizes, shapes)


def transformer_graphs(transformer: LatticeTransformer) -> dict[str, onnx.ModelProto]:
    return {"context": context_graph(transformer), "step": step_graph(transformer)}


def pixels(side: int) -> tuple:
    """The shape of RGB with so many pixels along a cell's side."""
    return (1, RGB, f"{side}h", f"{side}w")


def encoder_graph(models: Models) -> onnx.ModelProto:
    inputs = {"rgb": torch.zeros(1, RGB, 8 * CELL_PIXELS, 12 * CELL_PIXELS)}
    sizes = {"rgb": {2: CELL_PIXELS * torch.export.Dim("h"), 3: CELL_PIXELS * torch.export.Dim("w")}}
    shapes = {"rgb": pixels(CELL_PIXELS), "tokens": CELLS}
    return export(EncoderGraph(models.encoder, models.codebook), models.encoder.config, inputs, sizes, shapes)


def decoder_graphs(decoder: Decoder, codebook: torch.Tensor) -> dict[str, onnx.ModelProto]:
    rows, columns = 8, 12
    free = {axis: torch.export.Dim(name) for axis, name in ((1, "h"), (2, "w"))}
    tokens = {"tokens": integers(1, rows, columns)}
    config, channels = decoder.config, decoder.config.channels[0]
    features = {"features": torch.zeros(1, channels, rows, columns)}
    middle = {"features": (1, channels, "h", "w")}
    free_features = {2: torch.export.Dim("h"), 3: torch.export.Dim("w")}
    return {
        "features": export(FeaturesGraph(decoder, codebook), config, tokens, {"tokens": free}, {"tokens": CELLS} | middle),
        "upsampler": export(
            UpsamplerGraph(decoder), config, features, {"features": free_features}, middle | {"rgb": pixels(config.cell_pixels)}
        ),
    }


def segmenter_graph(segmenter: Segmenter) -> onnx.ModelProto:
    inputs = {"rgb": torch.zeros(1, RGB, 8 * STRIDE, 12 * STRIDE)}
    sizes = {"rgb": {2: STRIDE * torch.export.Dim("h"), 3: STRIDE * torch.export.Dim("w")}}
    logits = STRIDE // LOGIT_PIXELS
    shapes = {"rgb": (1, RGB, f"{STRIDE}h", f"{STRIDE}w"), "logits": (1, segmenter.config.classes, f"{logits}h", f"{logits}w")}
    return export(segmenter, segmenter.config, inputs, sizes, shapes)


def export_graphs(models: Models) -> dict[str, onnx.ModelProto]:
    """Every graph of a bundle, weights in float32."""
    return {
        **transformer_graphs(models.transformer),
        "encoder": encoder_graph(models),
        **decoder_graphs(models.decoder, models.codebook),
    }


def stored(graph: onnx.ModelProto, storage: Storage) -> onnx.ModelProto:
    """A copy of the graph with its weights in `storage`."""
    copy = onnx.ModelProto()
    copy.CopyFrom(graph)
    quantize_graph(copy, storage, EXACT)
    return copy
