"""Stage 2, the lattice transformer: decoder-only, over codebook indices in raster order.

Position (i, j) of the lattice predicts token t(i, j). It sees
- features(i, j) of the context network, which is not causal;
- the embeddings of t(i, j-1), t(i-1, j) and t(i-1, j+1);
- through attention, the states of positions (i', j') that come before it in raster order (itself included) with
  i - rows <= i' <= i and j - left <= j' <= j + right: its window, of 8 rows, 8 columns to the left and 3 to the right.

The window makes any lattice exact with a cache of few rows (`Window.ring_rows`), and lets row i run right + 1 columns behind row
i - 1.
After Esser, Rombach and Ommer (CVPR 2021); rotary positions after Su et al., "RoFormer" (2021), one axis to each half of
the pairs; grouped keys and values after Ainslie et al., "GQA" (2023); gated units after Shazeer, "GLU Variants Improve
Transformer" (2020).

Names of attributes are those of the checkpoints' tensors.
"""

from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.context import Context
from plein_air.models.window import Window

NEIGHBOURS = ((0, -1), (-1, 0), (-1, 1))  # left, up, up-right
EPSILON = 1e-6  # of every norm


@dataclass(frozen=True)
class TransformerConfig:
    codes: int = 1024
    code_dimension: int = 16
    layers: int = 8
    width: int = 384
    heads: int = 6
    kv_heads: int = 2
    mlp: int = 1024
    context: int = 192  # channels of the context network
    context_stem: int = 64
    moods: int = 13  # 0 is any
    # Files that do not say so are of a model of before: a window of 17 columns, no strength of guidance, no zooms.
    window: Window = Window(rows=8, left=8, right=8)
    distilled: bool = False  # whether guidance is an input of the context network; else it takes two passes
    zooms: int = 0  # that the context network tells apart, beside 0, any

    def __post_init__(self):
        object.__setattr__(self, "window", Window(*self.window))  # a file has a list of three

    @property
    def head_width(self) -> int:
        return self.width // self.heads

    @property
    def kv_width(self) -> int:
        """Numbers of one layer's keys; its values have as many."""
        return self.kv_heads * self.head_width

    @property
    def cache_width(self) -> int:
        """Numbers that a position leaves in the cache: for each layer, its keys, then its values."""
        return 2 * self.layers * self.kv_width


def rotary_angles(config: TransformerConfig, i: torch.Tensor, j: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows i and columns j [...] -> cosines and sines [..., head_width / 2]: the first half turns by row, the second by column."""
    count = config.head_width // 4
    # Radians a cell, from 1.5 down towards 0.03; the same for rows and columns.
    frequencies = 1.5 * 0.02 ** (torch.arange(count, dtype=torch.float32) / count)
    angles = torch.cat([i[..., None].float() * frequencies, j[..., None].float() * frequencies], -1)
    return angles.cos(), angles.sin()


def rotate(x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor) -> torch.Tensor:
    """x [..., head_width]: turns the pair (x[k], x[k + head_width / 2]) by the k-th angle."""
    a, b = x.chunk(2, -1)
    return torch.cat([a * cosines - b * sines, a * sines + b * cosines], -1)


def norm(x: torch.Tensor) -> torch.Tensor:
    """Root mean square norm over the last axis (Zhang and Sennrich, 2019), without a scale."""
    return F.rms_norm(x, x.shape[-1:], eps=EPSILON)


class Layer(nn.Module):
    """Windowed attention and a gated unit, each with a norm before it."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.config = config
        width = config.width
        self.q = nn.Linear(width, width, bias=False)
        self.kv = nn.Linear(width, 2 * config.kv_width, bias=False)
        self.o = nn.Linear(width, width, bias=False)
        self.gate = nn.Linear(width, config.mlp, bias=False)
        self.up = nn.Linear(width, config.mlp, bias=False)
        self.down = nn.Linear(config.mlp, width, bias=False)
        self.g1 = nn.Parameter(torch.ones(width))
        self.g2 = nn.Parameter(torch.ones(width))
        self.qs = nn.Parameter(torch.ones(config.head_width))
        self.ks = nn.Parameter(torch.ones(config.head_width))

    def queries_keys_values(self, x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor):
        """x [N, T, width] -> queries [N, T, heads, head_width], keys and values [N, T, kv_heads, head_width]; keys are rotated."""
        config = self.config
        h = norm(x) * self.g1
        queries = self.q(h).unflatten(-1, (config.heads, config.head_width))
        keys, values = self.kv(h).unflatten(-1, (2, config.kv_heads, config.head_width)).unbind(-3)
        queries = rotate(norm(queries) * self.qs, cosines, sines)
        keys = rotate(norm(keys) * self.ks, cosines, sines)
        return queries, keys, values

    def attend(self, queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """queries [N, T, heads, dh], keys and values [N, S, kv_heads, dh] -> [N, T, width].

        bias: added to the weights before the softmax, broadcast to [N, kv_heads, r, T, S].
        Head h reads the keys of key-value head h // r, with r = heads / kv_heads.
        """
        config = self.config
        queries = queries.unflatten(2, (config.kv_heads, -1)).permute(0, 2, 3, 1, 4)  # [N, KV, r, T, dh]
        keys = keys.permute(0, 2, 3, 1)[:, :, None]  # [N, KV, 1, dh, S]
        values = values.permute(0, 2, 1, 3)[:, :, None]  # [N, KV, 1, S, dh]
        weights = (queries @ keys * config.head_width**-0.5 + bias).softmax(-1)  # [N, KV, r, T, S]
        mixed = weights @ values  # [N, KV, r, T, dh]
        return self.o(mixed.permute(0, 3, 1, 2, 4).flatten(2))

    def feed_forward(self, x: torch.Tensor) -> torch.Tensor:
        h = norm(x) * self.g2
        return self.down(F.silu(self.gate(h)) * self.up(h))

    def forward(self, x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """x [N, T, width], bias [T, T] -> [N, T, width], every position at once."""
        x = x + self.attend(*self.queries_keys_values(x, cosines, sines), bias)
        return x + self.feed_forward(x)


def neighbours(tokens: torch.Tensor, outside: int) -> list[torch.Tensor]:
    """tokens [N, H, W] -> the tokens to the left, above and above right, each [N, H, W]; `outside` beyond the lattice."""
    left = F.pad(tokens, (1, 0), value=outside)[:, :, :-1]
    up = F.pad(tokens, (0, 0, 1, 0), value=outside)[:, :-1]
    up_right = F.pad(up, (0, 1), value=outside)[:, :, 1:]
    return [left, up, up_right]


def window_mask(rows: int, columns: int, window: Window) -> torch.Tensor:
    """bool [H*W, H*W]: may the position of a row of the matrix attend to the position of its column?"""
    position = torch.arange(rows * columns)
    i, j = position // columns, position % columns
    before = position[None] <= position[:, None]
    across = j[None] - j[:, None]
    near = (i[:, None] - i[None] <= window.rows) & (across >= -window.left) & (across <= window.right)
    return before & near


class LatticeTransformer(nn.Module):
    """The whole of stage 2. `forward` is every position at once, `step` one position of each lane with a cache."""

    def __init__(self, config: TransformerConfig):
        super().__init__()
        self.config = config
        width = config.width
        self.register_buffer("codebook", torch.zeros(config.codes, config.code_dimension))
        self.context = Context(
            config.context, config.context_stem, width, config.codes, config.moods, config.distilled, config.zooms
        )
        # One embedding a neighbour: a free part, and one that is linear in the code's vector. The last row: not there.
        self.emb = nn.ModuleList(nn.Embedding(config.codes + 1, width) for _ in NEIGHBOURS)
        self.emb_code = nn.ModuleList(nn.Linear(config.code_dimension, width, bias=False) for _ in NEIGHBOURS)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.gf = nn.Parameter(torch.ones(width))
        # The head has the same two parts.
        self.head = nn.Linear(width, config.codes)
        self.head_code = nn.Linear(width, config.code_dimension, bias=False)

    def neighbour_tables(self) -> list[torch.Tensor]:
        """The embeddings of left, up and up-right, the two parts added: three of [codes + 1, width]."""
        return [
            free.weight + F.pad(linear(self.codebook), (0, 0, 0, 1)) for free, linear in zip(self.emb, self.emb_code, strict=True)
        ]

    def head_matrix(self) -> torch.Tensor:
        """The head, the two parts added: [width, codes]."""
        return (self.head.weight + self.codebook @ self.head_code.weight).t()

    def logits(self, x: torch.Tensor) -> torch.Tensor:
        """x [..., width] -> [..., codes]."""
        h = norm(x) * self.gf
        return self.head(h) + self.head_code(h) @ self.codebook.t()

    def forward(
        self,
        tokens: torch.Tensor,
        layout: torch.Tensor,
        known: torch.Tensor,
        mood: torch.Tensor,
        guidance: torch.Tensor | None = None,
        zoom: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """tokens [N, H, W] and the context network's inputs -> logits [N, H*W, codes], each position from what it may see."""
        x, cosines, sines = self.embedded(tokens, self.context(layout, known, mood, guidance, zoom))
        bias = torch.where(window_mask(*tokens.shape[1:], self.config.window), 0.0, -1e9)
        for layer in self.layers:
            x = layer(x, cosines, sines, bias)
        return self.logits(x)

    def embedded(self, tokens: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """tokens [N, H, W], features [N, H*W, width] -> what the layers take: x [N, H*W, width], cosines and sines
        [H*W, 1, head_width / 2]."""
        _, rows, columns = tokens.shape
        x = features
        for neighbour, table in zip(neighbours(tokens, self.config.codes), self.neighbour_tables(), strict=True):
            x = x + F.embedding(neighbour, table).flatten(1, 2)
        position = torch.arange(rows * columns)
        angles = rotary_angles(self.config, position // columns, position % columns)
        cosines, sines = (angle[:, None].to(x.device) for angle in angles)
        return x, cosines, sines

    def step(self, features, left, up, upright, i, j, cache, slots, bias) -> tuple[torch.Tensor, torch.Tensor]:
        """One position of each of B lanes, with what went before in a cache.

        features [B, width]; left, up, upright [B] tokens, `codes` where there is none; i, j [B] row and column;
        cache [S, cache_width]; slots [B, window.slots] rows of the cache, any valid row where there is none; bias
        [B, window.slots + 1] 0, or -1e9 where there is none (the last column is the position itself: 0)
        -> logits [B, codes], new [B, cache_width]: the row to write into the cache.
        """
        config = self.config
        x = features
        for tokens, table in zip((left, up, upright), self.neighbour_tables(), strict=True):
            x = x + F.embedding(tokens, table)
        x = x[:, None]  # [B, T = 1, width]
        cosines, sines = (angle[:, None, None] for angle in rotary_angles(config, i, j))  # [B, 1, 1, dh / 2]
        past = F.embedding(slots, cache)  # [B, slots, cache_width]
        past = past.unflatten(-1, (config.layers, 2, config.kv_heads, config.head_width))
        bias = bias[:, None, None, None]  # [B, KV, r, T, S]
        new = []
        for n, layer in enumerate(self.layers):
            queries, keys, values = layer.queries_keys_values(x, cosines, sines)
            new += [keys.flatten(1), values.flatten(1)]
            keys = torch.cat([past[:, :, n, 0], keys], 1)  # [B, slots + 1, KV, dh]
            values = torch.cat([past[:, :, n, 1], values], 1)
            x = x + layer.attend(queries, keys, values, bias)
            x = x + layer.feed_forward(x)
        return self.logits(x[:, 0]), torch.cat(new, 1)
