"""What the transformer is trained on: the cross entropy of the tokens that it was not given, and how far it is from a teacher."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.transformer import LatticeTransformer, Layer, window_mask
from plein_air.stage2.examples import Batch
from plein_air.training.workers import Workers


class TrainingForward(nn.Module):
    """The transformer's forward pass for training: the same numbers as its own, faster.

    Attention is torch's own, which does not keep a matrix of weights for each head, and heads that share keys read copies of
    them. Tests hold it to LatticeTransformer.forward.
    """

    def __init__(self, transformer: LatticeTransformer):
        super().__init__()
        self.transformer = transformer

    def forward(
        self,
        given: torch.Tensor,
        tokens: torch.Tensor,
        layout: torch.Tensor,
        known: torch.Tensor,
        mood: torch.Tensor,
        guidance: torch.Tensor,
        zoom: torch.Tensor,
        taught: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Of a Batch's tensors, and of a teacher's log probabilities [N, H*W, codes] -> sums over the tokens that are not known,
        0-d: nats of those of the photographs, where guidance is 1; nats of Kullback and Leibler, from the teacher to this, 0
        without one; how many tokens that are not known there are."""
        logits = self.logits(given, layout, torch.where(known, tokens, -1), mood, guidance, zoom)
        said = logits.float().log_softmax(-1)
        unknown = (~known).flatten(1).to(said.dtype)  # [N, H*W]
        nats = -said.gather(-1, tokens.flatten(1)[..., None])[..., 0] * unknown * (guidance == 1)[:, None]
        apart = torch.zeros_like(unknown)
        if taught is not None:
            apart = F.kl_div(said, taught, reduction="none", log_target=True).sum(-1) * unknown
        return nats.sum(), apart.sum(), unknown.sum()

    def logits(
        self,
        given: torch.Tensor,
        layout: torch.Tensor,
        known: torch.Tensor,
        mood: torch.Tensor,
        guidance: torch.Tensor | None = None,
        zoom: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """-> [N, H*W, codes]"""
        transformer = self.transformer
        _, rows, columns = given.shape
        x, *angles = transformer.embedded(given, transformer.context(layout, known, mood, guidance, zoom))
        mask = torch.where(window_mask(rows, columns, transformer.config.window), 0.0, float("-inf")).to(x.device)
        for layer in transformer.layers:
            x = layer_forward(layer, x, *angles, mask)
        return transformer.logits(x)


def layer_forward(layer: Layer, x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """x [N, T, width] -> the same. cosines, sines [T, 1, head_width / 2], mask [T, T]."""
    queries, keys, values = layer.queries_keys_values(x, cosines, sines)
    each = layer.config.heads // layer.config.kv_heads
    alike = queries, keys.repeat_interleave(each, 2), values.repeat_interleave(each, 2)
    heads_first = (part.to(values.dtype).transpose(1, 2) for part in alike)  # [N, heads, T, head_width]
    mixed = F.scaled_dot_product_attention(*heads_first, attn_mask=mask.to(values.dtype))
    x = x + layer.o(mixed.transpose(1, 2).flatten(2))
    return x + layer.feed_forward(x)


def losses_a_token(
    forward: nn.Module, batch: Batch, workers: Workers, taught: torch.Tensor | None = None, weight: float = 1.0
) -> tuple[torch.Tensor, torch.Tensor]:
    """What is minimised, 0-d, and the part of it that a teacher says. The mean over workers is the mean over all tokens of the
    whole batch, though they have different numbers of unknown ones. weight: of the photographs' tokens, beside a teacher."""
    nats, apart, count = forward(**vars(batch), taught=taught)
    count = workers.mean(count.detach().clone()).clamp(min=1)
    return (weight * nats + apart) / count, apart.detach() / count
