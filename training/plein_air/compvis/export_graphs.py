"""Exports the graphs of kind `sliding`."""

import onnx
import torch

from plein_air.bundles.export_graphs import CELLS, export, integers, pixels
from plein_air.compvis.checkpoint import SlidingModels
from plein_air.compvis.graphs import ConditionGraph, SlidingDecoderGraph, SlidingStepGraph
from plein_air.models.context import SUB_CELLS
from plein_air.models.vqgan import CELL_PIXELS


def condition_graph(models: SlidingModels) -> onnx.ModelProto:
    rows, columns = 16, 20
    cells = {1: SUB_CELLS * torch.export.Dim("H"), 2: SUB_CELLS * torch.export.Dim("W")}
    inputs = {"layout": integers(1, SUB_CELLS * rows, SUB_CELLS * columns)}
    shapes = {"layout": (1, "4H", "4W"), "codes": (1, "H", "W")}
    return export(ConditionGraph(models.cond), models.config, inputs, {"layout": cells}, shapes)


def decoder_graph(models: SlidingModels) -> onnx.ModelProto:
    inputs = {"tokens": integers(1, 16, 20)}
    sizes = {"tokens": {1: torch.export.Dim("h"), 2: torch.export.Dim("w")}}
    return export(SlidingDecoderGraph(models.first), models.config, inputs, sizes, {"tokens": CELLS, "rgb": pixels(CELL_PIXELS)})


def step_graph(models: SlidingModels) -> onnx.ModelProto:
    config = models.config
    count, past = 5, 7
    inputs = {
        "codes": integers(count),
        "positions": integers(count),
        "cache": torch.zeros(past, config.cache_width),
        "bias": torch.zeros(count, past + count),
    }
    free, seen = torch.export.Dim("T"), torch.export.Dim("S")
    sizes = {"codes": {0: free}, "positions": {0: free}, "cache": {0: torch.export.Dim("P")}, "bias": {0: free, 1: seen}}
    shapes = {"codes": ("T",), "positions": ("T",), "cache": ("P", config.cache_width), "bias": ("T", "P+T")}
    shapes |= {"logits": (1, config.codes), "new": ("T", config.cache_width)}
    return export(SlidingStepGraph(models.gpt), config, inputs, sizes, shapes)


def sliding_graphs(models: SlidingModels) -> dict[str, onnx.ModelProto]:
    """Every graph of the bundle, weights in float32."""
    return {"condition": condition_graph(models), "step": step_graph(models), "decoder": decoder_graph(models)}
