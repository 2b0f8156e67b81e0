"""The method of the original, to be timed against: every token's logits from a whole window, computed anew, without a cache.

Esser, Rombach and Ommer (CVPR 2021) slide a window of 16 x 16 positions over the lattice and run the transformer on all of it for
each token. This graph is that window with this model's weights: 256 positions in, the logits of one out.
"""

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.bundles.export_graphs import export
from plein_air.models.transformer import LatticeTransformer, TransformerConfig, rotary_angles, window_mask

SIDE = 16  # positions along a side of the window
POSITIONS = SIDE * SIDE


class WindowGraph(nn.Module):
    """features [256, width], left, up, upright, i, j int32 [256], last int32 [1] -> logits [codes] of position `last`.

    Positions are in raster order. `bias` [256, 256] is 0 where a position (row) may attend to another (column), else -1e9.
    """

    def __init__(self, transformer: LatticeTransformer):
        super().__init__()
        self.transformer = transformer
        self.tables = nn.ParameterList(transformer.neighbour_tables())

    def forward(self, features, left, up, upright, i, j, bias, last):
        x = features
        for tokens, table in zip((left, up, upright), self.tables, strict=True):
            x = x + F.embedding(tokens, table)
        x = x[None]
        cosines, sines = (angle[:, None] for angle in rotary_angles(self.transformer.config, i, j))
        for layer in self.transformer.layers:
            x = layer(x, cosines, sines, bias)
        return self.transformer.logits(x[0].index_select(0, last))[0]


def window_bias(config: TransformerConfig) -> torch.Tensor:
    """float32 [256, 256]: the model's own window inside the 16 x 16 positions."""
    return torch.where(window_mask(SIDE, SIDE, config.window), 0.0, -1e9)


def baseline_graph(transformer: LatticeTransformer) -> onnx.ModelProto:
    config = transformer.config
    ids = torch.zeros(POSITIONS, dtype=torch.int32)
    inputs = {"features": torch.zeros(POSITIONS, config.width)}
    inputs |= {name: ids.clone() for name in ("left", "up", "upright", "i", "j")}
    inputs |= {"bias": window_bias(config), "last": torch.zeros(1, dtype=torch.int32)}
    shapes = {name: tuple(tensor.shape) for name, tensor in inputs.items()} | {"logits": (config.codes,)}
    return export(WindowGraph(transformer), config, inputs, None, shapes)
