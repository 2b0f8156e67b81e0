"""The five graphs of a bundle as modules: the models of the other files, rearranged for few and large operations.

What a graph costs on a GPU is its number of dispatches, on one thread of WASM the weights that it reads. So tables and
matrices that only ever meet are merged, and norms, SiLU and attention are single operations of onnxruntime (domain
com.microsoft; `SimplifiedLayerNormalization` is its root mean square norm). Parameters keep their names in the files:
`read_weights_back` turns them into the models' own again.

docs/bundle.md states the inputs and outputs of each graph.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.decoder import Decoder
from plein_air.models.transformer import EPSILON, LatticeTransformer, Layer, TransformerConfig, rotary_angles
from plein_air.models.vqgan import CELL_PIXELS, CORE_CELL_PIXELS, RGB, Encoder, look_up, nearest_codes

MICROSOFT = "com.microsoft"
POSITIONS = 128  # rows, and columns, of the largest lattice that a step graph can sample
BUFFERS = 8  # that one dispatch may use on every GPU: WebGPU's least maxStorageBuffersPerShaderStage
FAN = BUFFERS // 2  # pieces of one Split or Concat: small enough, and it divides what there is to split


def operation(name: str, inputs: list, shapes: list, **attributes) -> list[torch.Tensor]:
    """An operation of onnxruntime that torch does not have; only while a graph is exported. shapes: of its outputs."""
    types = [torch.float32] * len(shapes)
    return list(torch.onnx.ops.symbolic_multi_out(name, inputs, attributes, dtypes=types, shapes=shapes, version=1))


def scaled_norm(x: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    """Root mean square norm over the last axis, times scale: one operation."""
    if torch.onnx.is_in_onnx_export():
        return operation("SimplifiedLayerNormalization", [x, scale], [x.shape], axis=-1, epsilon=EPSILON)[0]
    return F.rms_norm(x, x.shape[-1:], scale, EPSILON)


def add_and_norm(x: torch.Tensor, y: torch.Tensor, scale: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The scaled norm of x + y, and x + y: one operation."""
    if torch.onnx.is_in_onnx_export():
        name = f"{MICROSOFT}::SkipSimplifiedLayerNormalization"
        unused = x.shape  # outputs 1 and 2, mean and deviation, are for training alone
        normed, _, _, total = operation(name, [x, y, scale], [x.shape, unused, unused, x.shape], epsilon=EPSILON)
        return normed, total
    total = x + y
    return scaled_norm(total, scale), total


def silu(x: torch.Tensor) -> torch.Tensor:
    """x times its logistic: one operation."""
    if torch.onnx.is_in_onnx_export():
        return operation(f"{MICROSOFT}::QuickGelu", [x], [x.shape], alpha=1.0)[0]
    return F.silu(x)


def attention(queries, keys, values, bias, heads: int) -> torch.Tensor:
    """queries [B, T, heads * dh], keys and values [B, S, heads * dh], bias [B, 1, T, S] -> [B, T, heads * dh]: one operation.

    The queries are already scaled.
    """
    if torch.onnx.is_in_onnx_export():
        inputs = [queries, keys, values, None, None, bias]  # no projection's bias, no key padding mask
        name = f"{MICROSOFT}::MultiHeadAttention"
        return operation(name, inputs, [queries.shape], num_heads=heads, scale=1.0)[0]
    split = lambda x: x.unflatten(-1, (heads, -1)).transpose(1, 2)  # noqa: E731  [B, heads, ., dh]
    weights = (split(queries) @ split(keys).transpose(2, 3) + bias).softmax(-1)
    return (weights @ split(values)).transpose(1, 2).flatten(2)


def pieces(x: torch.Tensor, count: int, axis: int) -> list[torch.Tensor]:
    """Splits an axis into equal pieces, by a tree of splits that a GPU can run."""
    if count <= FAN:
        return list(x.chunk(count, axis))
    if count % FAN:
        raise ValueError(f"{count} pieces cannot be split by {FAN}")
    return [piece for part in x.chunk(FAN, axis) for piece in pieces(part, count // FAN, axis)]


def joined(parts: list[torch.Tensor], axis: int) -> torch.Tensor:
    """Undoes `pieces`."""
    while len(parts) > 1:
        parts = [torch.cat(parts[n : n + FAN], axis) for n in range(0, len(parts), FAN)]
    return parts[0]


class ContextGraph(nn.Module):
    """layout int32 [1, 4H, 4W], known int32 [1, H, W], mood int32 [1] -> features [H*W, width]. After the mood, what the network
    takes of guidance float32 [1] and zoom int32 [1]."""

    def __init__(self, transformer: LatticeTransformer):
        super().__init__()
        self.context = transformer.context

    def forward(self, layout, known, mood, guidance=None, zoom=None) -> torch.Tensor:
        return self.context(layout, known, mood, guidance, zoom)[0]


def by_turns(weight: torch.Tensor, config: TransformerConfig) -> torch.Tensor:
    """Reorders heads along axis 0, from those of a key-value head together to the key-value heads by turns.

    The heads of one key-value head then look like successive queries of it, which is what plain attention can compute.
    """
    return weight.unflatten(0, (config.kv_heads, -1, config.head_width)).transpose(0, 1).flatten(0, 2)


def together(weight: torch.Tensor, config: TransformerConfig) -> torch.Tensor:
    """Undoes `by_turns`."""
    return weight.unflatten(0, (-1, config.kv_heads, config.head_width)).transpose(0, 1).flatten(0, 2)


class StepLayer(nn.Module):
    """The weights of one layer; matrices are [inputs, outputs]."""

    def __init__(self, layer: Layer):
        super().__init__()
        queries = by_turns(layer.q.weight, layer.config)
        self.qkv = nn.Parameter(torch.cat([queries, layer.kv.weight]).t().contiguous())
        self.o = nn.Parameter(by_turns(layer.o.weight.t(), layer.config).contiguous())
        self.gate_up = nn.Parameter(torch.cat([layer.gate.weight, layer.up.weight]).t().contiguous())
        self.down = nn.Parameter(layer.down.weight.t().contiguous())
        self.attention_norm = nn.Parameter(layer.g1.clone())
        self.feed_forward_norm = nn.Parameter(layer.g2.clone())


class StepGraph(nn.Module):
    """`LatticeTransformer.step`: one position of each of B lanes."""

    def __init__(self, transformer: LatticeTransformer):
        super().__init__()
        self.config = config = transformer.config
        self.left_table, self.up_table, self.up_right_table = map(nn.Parameter, transformer.neighbour_tables())
        self.layers = nn.ModuleList(StepLayer(layer) for layer in transformer.layers)
        self.final_norm = nn.Parameter(transformer.gf.clone())
        self.head = nn.Parameter(transformer.head_matrix().contiguous())
        self.head_bias = nn.Parameter(transformer.head.bias.clone())

        # Queries and keys are turned together: x * cosine + swapped(x) * sine, where `swapped` exchanges the halves of a
        # head. Their learned scales, and attention's 1 / sqrt(head_width), are in the factors.
        half = config.head_width // 2
        scales = torch.stack([self.head_scales(layer) for layer in transformer.layers])
        self.cosine_scales = nn.Parameter(scales)  # [layers, heads + kv_heads, head_width]
        self.sine_scales = nn.Parameter(torch.cat([-scales[..., half:], scales[..., :half]], -1))
        self.register_buffer("swap", torch.arange(config.head_width, dtype=torch.int32).roll(half))
        self.register_buffer("no_scale", torch.ones(config.head_width))
        self.row_turns, self.column_turns = (nn.Parameter(table) for table in self.turns(config))

    @staticmethod
    def turns(config: TransformerConfig) -> tuple[torch.Tensor, torch.Tensor]:
        """Two tables [POSITIONS, 2 * head_width]: a row's and a column's part of the cosines, then of the sines.

        The parts add up: where one turns, the other is zero. Tables, since a GPU's own sine may be wrong by 2^-11.
        """
        position = torch.arange(POSITIONS)
        angles = rotary_angles(config, position, position)  # cosines, sines [POSITIONS, head_width / 2]
        by_row = torch.arange(config.head_width // 2) < config.head_width // 4  # the others turn by column
        tables = [[torch.where(turning, x, 0) for x in angles] for turning in (by_row, ~by_row)]
        rows, columns = (torch.cat([cosine, cosine, sine, sine], -1) for cosine, sine in tables)  # both halves turn alike
        return rows, columns

    @staticmethod
    def head_scales(layer: Layer) -> torch.Tensor:
        """[heads + kv_heads, head_width]: queries first."""
        config = layer.config
        queries = (layer.qs * config.head_width**-0.5).expand(config.heads, -1)
        return torch.cat([queries, layer.ks.expand(config.kv_heads, -1)])

    def forward(self, features, left, up, upright, i, j, cache, slots, bias) -> tuple[torch.Tensor, torch.Tensor]:
        config = self.config
        heads, kv_heads, head_width, kv_width = config.heads, config.kv_heads, config.head_width, config.kv_width
        groups = heads // kv_heads

        x = features + F.embedding(left, self.left_table) + F.embedding(up, self.up_table)
        x = x + F.embedding(upright, self.up_right_table)
        x = x[:, None]  # [B, 1, width]
        turns = (F.embedding(i, self.row_turns) + F.embedding(j, self.column_turns))[:, None, None]
        cosines, sines = turns.split(head_width, -1)  # [B, 1, 1, head_width]
        cosines = pieces(cosines * self.cosine_scales, config.layers, 1)  # one [B, 1, heads + kv_heads, head_width] a layer
        sines = pieces(sines * self.sine_scales, config.layers, 1)
        # Each row of the cache holds the keys and the values of all layers; each layer looks up its own, so that nothing is
        # copied twice.
        parts = 2 * config.layers
        rows, first = cache.view(-1, kv_width), slots * parts
        past = [F.embedding(first + n, rows) for n in range(parts)]  # two [B, slots, kv_width] a layer: keys, values
        bias = torch.stack([bias] * groups, 1)[:, None]  # [B, 1, groups, slots + 1]

        new = []
        h = scaled_norm(x, self.layers[0].attention_norm)
        norms = [layer.attention_norm for layer in self.layers[1:]] + [self.final_norm]
        for n, (layer, next_norm) in enumerate(zip(self.layers, norms, strict=True)):
            turned, value = (h @ layer.qkv).split([config.width + kv_width, kv_width], -1)  # queries and keys; values
            turned = scaled_norm(turned.view(-1, 1, heads + kv_heads, head_width), self.no_scale)
            turned = turned * cosines[n] + turned.index_select(-1, self.swap) * sines[n]
            queries, key = turned.split([heads, kv_heads], 2)
            queries = queries.reshape(-1, groups, kv_width)  # the heads of a key-value head as successive queries of it
            key = key.reshape(-1, 1, kv_width)
            new += [key, value]
            keys = torch.cat([past[2 * n], key], 1)  # [B, slots + 1, kv_width]
            values = torch.cat([past[2 * n + 1], value], 1)
            mixed = attention(queries, keys, values, bias, kv_heads).reshape(-1, 1, config.width)
            h, x = add_and_norm(x, mixed @ layer.o, layer.feed_forward_norm)
            gate, up_ = (h @ layer.gate_up).split(config.mlp, -1)
            h, x = add_and_norm(x, (silu(gate) * up_) @ layer.down, next_norm)
        logits = h @ self.head + self.head_bias
        return logits[:, 0], joined(new, -1)[:, 0]


class FeaturesGraph(nn.Module):
    """tokens int32 [1, h, w], -1 empty -> features [1, channels, h, w]: the decoder at the resolution of cells."""

    def __init__(self, decoder: Decoder, codebook: torch.Tensor):
        super().__init__()
        self.codebook = nn.Parameter(codebook.clone())
        self.decoder = decoder

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.decoder.features(look_up(tokens, self.codebook))


class UpsamplerGraph(nn.Module):
    """features [1, channels, h, w] -> rgb [1, 3, ph, pw], about [-1, 1], p the picture pixels of a cell."""

    def __init__(self, decoder: Decoder):
        super().__init__()
        self.decoder = decoder

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return self.decoder.upsample(features)


class EncoderGraph(nn.Module):
    """rgb [1, 3, 16h, 16w] in [-1, 1] -> tokens int32 [1, h, w]."""

    def __init__(self, encoder: Encoder, codebook: torch.Tensor):
        super().__init__()
        # The pixel unshuffle and the 3 x 3 convolution after it are one 6 x 6 convolution of stride 2.
        first = encoder.net[1]
        self.first = nn.Conv2d(RGB, first.out_channels, 6, stride=2, padding=2)
        with torch.no_grad():
            self.first.weight.copy_(F.pixel_shuffle(first.weight, 2))  # [outputs, 4 * 3, 3, 3] -> [outputs, 3, 6, 6]
            self.first.bias.copy_(first.bias)
        self.rest = encoder.net[2:]
        self.codebook = nn.Parameter(codebook.clone())

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        core = F.avg_pool2d(rgb, CELL_PIXELS // CORE_CELL_PIXELS)
        return nearest_codes(self.rest(self.first(core)), self.codebook).to(torch.int32)
