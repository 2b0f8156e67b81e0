"""Guidance in one pass: the student is trained towards what a teacher gives with two.

After Meng et al., "On Distillation of Guided Diffusion Models" (CVPR 2023), for the distribution of a token.
"""

import torch

from plein_air.models.context import ANY
from plein_air.models.transformer import LatticeTransformer
from plein_air.stage2.examples import Batch
from plein_air.stage2.loss import TrainingForward


class Teacher:
    """A trained transformer that is not trained any more."""

    def __init__(self, transformer: LatticeTransformer):
        self.distilled = transformer.config.distilled
        self.forward = TrainingForward(transformer.eval().requires_grad_(False))

    @torch.no_grad()
    def log_probabilities(self, batch: Batch) -> torch.Tensor:
        """[N, H*W, codes] under each example's guidance: without + strength (with - without), of logits, as `sampling.guide`.

        Without: neither layout nor mood, but what is known. Examples with a strength of 1 need one pass alone.
        """
        known = torch.where(batch.known, batch.tokens, -1)
        if self.distilled:
            logits = self.forward.logits(batch.given, batch.layout, known, batch.mood, batch.guidance, batch.zoom)
            return logits.float().log_softmax(-1)
        guided = (batch.guidance != 1).nonzero()[:, 0]
        rows = torch.cat([torch.arange(len(known), device=guided.device), guided])
        layout = torch.cat([batch.layout, torch.full_like(batch.layout[guided], ANY)])
        mood = torch.cat([batch.mood, torch.zeros_like(batch.mood[guided])])
        ones = torch.ones_like(batch.guidance[rows])
        logits = self.forward.logits(batch.given[rows], layout, known[rows], mood, ones, batch.zoom[rows]).float()
        given, without = logits[: len(known)], logits[len(known) :]
        given[guided] = torch.lerp(without, given[guided], batch.guidance[guided, None, None])
        return given.log_softmax(-1)
