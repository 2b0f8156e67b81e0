"""The transformer of taming-transformers: minGPT with learned absolute positions.

After `taming/modules/transformer/mingpt.py` of CompVis/taming-transformers. Attributes have the names of its checkpoints' tensors.
Codes of the layout and of the picture share one table of embeddings: the position tells them apart.
"""

import torch
import torch.nn as nn

from plein_air.compvis.config import SlidingConfig


class SelfAttention(nn.Module):
    def __init__(self, config: SlidingConfig):
        super().__init__()
        self.heads = config.heads
        self.key, self.query, self.value, self.proj = (nn.Linear(config.width, config.width) for _ in range(4))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x [N, T, width] -> the same; a position sees itself and those before it."""
        split = lambda h: h.unflatten(-1, (self.heads, -1)).transpose(1, 2)  # noqa: E731  [N, heads, T, .]
        queries, keys, values = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = queries @ keys.transpose(2, 3) * queries.shape[-1] ** -0.5
        before = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()
        weights = scores.masked_fill(~before, -torch.inf).softmax(-1)
        return self.proj((weights @ values).transpose(1, 2).flatten(2))


class Block(nn.Module):
    def __init__(self, config: SlidingConfig):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(config.width), nn.LayerNorm(config.width)
        self.attn = SelfAttention(config)
        self.mlp = nn.Sequential(nn.Linear(config.width, 4 * config.width), nn.GELU(), nn.Linear(4 * config.width, config.width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x + self.attn(self.ln1(x))
        return x + self.mlp(self.ln2(x))


class Gpt(nn.Module):
    def __init__(self, config: SlidingConfig):
        super().__init__()
        self.config = config
        self.tok_emb = nn.Embedding(config.codes, config.width)
        self.pos_emb = nn.Parameter(torch.zeros(1, config.positions, config.width))
        self.blocks = nn.Sequential(*(Block(config) for _ in range(config.layers)))
        self.ln_f = nn.LayerNorm(config.width)
        self.head = nn.Linear(config.width, config.codes, bias=False)

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        """codes [N, T] of the layout, then of the picture -> logits [N, T, codes] of the code after each."""
        x = self.tok_emb(codes) + self.pos_emb[:, : codes.shape[1]]
        return self.head(self.ln_f(self.blocks(x)))
