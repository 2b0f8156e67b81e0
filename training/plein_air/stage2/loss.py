"""What the transformer is trained on: the cross entropy of the tokens that it was not given."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.stage2.examples import Batch
from plein_air.training.workers import Workers
from plein_air.transformer import LatticeTransformer, Layer, neighbours, norm, rotary_angles, rotate, window_mask


class TrainingForward(nn.Module):
    """The transformer's forward pass for training: the same numbers as its own, faster.

    Attention is torch's own, which does not keep a matrix of weights for each head, and heads that share keys read copies of
    them. Tests hold it to LatticeTransformer.forward.
    """

    def __init__(self, transformer: LatticeTransformer):
        super().__init__()
        self.transformer = transformer

    def forward(self, given: torch.Tensor, tokens: torch.Tensor, layout: torch.Tensor, known: torch.Tensor, mood: torch.Tensor):
        """Of a Batch's tensors -> the sum of nats over the tokens that are not known, 0-d, and how many those are, 0-d."""
        logits = self.logits(given, layout, torch.where(known, tokens, -1), mood)
        nats = F.cross_entropy(logits.float().flatten(0, 1), tokens.flatten(), reduction="none")
        counted = (~known).flatten().to(nats.dtype)
        return (nats * counted).sum(), counted.sum()

    def logits(self, given: torch.Tensor, layout: torch.Tensor, known: torch.Tensor, mood: torch.Tensor) -> torch.Tensor:
        """-> [N, H*W, codes]"""
        transformer = self.transformer
        _, rows, columns = given.shape
        x = transformer.context(layout, known, mood)
        for neighbour, table in zip(neighbours(given, transformer.config.codes), transformer.neighbour_tables(), strict=True):
            x = x + F.embedding(neighbour, table).flatten(1, 2)
        position = torch.arange(rows * columns)
        cosines, sines = (
            angle[:, None].to(x.device) for angle in rotary_angles(transformer.config, position // columns, position % columns)
        )
        mask = torch.where(window_mask(rows, columns), 0.0, float("-inf")).to(x.device)
        for layer in transformer.layers:
            x = layer_forward(layer, x, cosines, sines, mask)
        return transformer.logits(x)


def layer_forward(layer: Layer, x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """x [N, T, width] -> the same. cosines, sines [T, 1, head_width / 2], mask [T, T]."""
    config = layer.config
    h = norm(x) * layer.g1
    queries = layer.q(h).unflatten(-1, (config.heads, config.head_width))
    keys, values = layer.kv(h).unflatten(-1, (2, config.kv_heads, config.head_width)).unbind(-3)
    queries = rotate(norm(queries) * layer.qs, cosines, sines).to(values.dtype)
    keys = rotate(norm(keys) * layer.ks, cosines, sines).to(values.dtype)
    each = config.heads // config.kv_heads
    keys, values = keys.repeat_interleave(each, 2), values.repeat_interleave(each, 2)
    heads_first = (part.transpose(1, 2) for part in (queries, keys, values))  # [N, heads, T, head_width]
    mixed = F.scaled_dot_product_attention(*heads_first, attn_mask=mask.to(values.dtype))
    x = x + layer.o(mixed.transpose(1, 2).flatten(2))
    return x + layer.feed_forward(x)


def nats_a_token(forward: nn.Module, batch: Batch, workers: Workers) -> torch.Tensor:
    """0-d. The mean over workers of this is the mean over all tokens of the whole batch, though they have different numbers of
    unknown ones."""
    nats, count = forward(batch.given, batch.tokens, batch.layout, batch.known, batch.mood)
    return nats / workers.mean(count.detach().clone()).clamp(min=1)
