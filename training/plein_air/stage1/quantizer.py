"""The codebook while it is learned: nearest code by cosine, straight-through gradients, moving averages, revival.

Vector quantization after van den Oord et al., "Neural Discrete Representation Learning" (2017), whose appendix has the moving
averages that stand for a codebook loss; by cosine after Yu et al., "Vector-quantized Image Modeling with Improved VQGAN" (2022), so
that a code's length cannot keep it from being chosen; codes that nobody chooses begin anew at a vector of the batch, after
Dhariwal et al., "Jukebox" (2020).
"""

from typing import NamedTuple

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.training.workers import Workers

PATIENCE = 200  # steps without use after which a code is dead


class Quantized(NamedTuple):
    vectors: torch.Tensor  # [N, d, h, w] of the codebook; its gradient goes to the encoder as if nothing had been rounded
    tokens: torch.Tensor  # int64 [N, h, w]
    directions: torch.Tensor  # [N, h, w, d], detached: the encoder's vectors, unit length
    commitment: torch.Tensor  # 0-d: squared distance of the encoder's directions from their codes, mean over cells


class Quantizer(nn.Module):
    def __init__(self, codes: int, dimension: int, decay: float = 0.99):
        """decay: of the moving averages."""
        super().__init__()
        self.decay = decay
        self.register_buffer("codebook", F.normalize(torch.randn(codes, dimension), dim=1))
        # Of the directions that chose a code, the moving average of their sum: its direction is the code. As long as a code is
        # not chosen it only shrinks.
        self.register_buffer("sums", self.codebook.clone())
        self.register_buffer("idle", torch.zeros(codes))  # steps since a code was last chosen

    @torch.no_grad()
    def set_codebook(self, codebook: torch.Tensor) -> None:
        """codebook [codes, dimension], unit length: begins with it as if every code had just been chosen once."""
        self.codebook.copy_(codebook)
        self.sums.copy_(codebook)
        self.idle.zero_()

    def forward(self, vectors: torch.Tensor) -> Quantized:
        """vectors [N, d, h, w] of the encoder, of any length. The codebook stays as it is: `update` learns."""
        with torch.autocast(vectors.device.type, enabled=False):  # bfloat16 could not tell close codes apart
            directions = F.normalize(vectors.float().permute(0, 2, 3, 1), dim=-1)  # [N, h, w, d]
            tokens = (directions.detach() @ self.codebook.t()).argmax(-1)
        chosen = self.codebook[tokens]  # [N, h, w, d]
        commitment = (directions - chosen).square().sum(-1).mean()
        straight_through = directions + (chosen - directions).detach()
        return Quantized(straight_through.permute(0, 3, 1, 2), tokens, directions.detach(), commitment)

    @torch.no_grad()
    def update(self, quantized: Quantized, workers: Workers, generator: torch.Generator) -> torch.Tensor:
        """Moves the codes towards what chose them, over all workers' batches; revives the dead ones.

        generator: in the same state on every worker, so that all of them revive the same codes with the same vectors.
        -> 0-d, the perplexity of the whole batch's tokens, alike on every worker
        """
        directions = quantized.directions.flatten(0, -2)  # [cells, d]
        tokens = quantized.tokens.flatten()
        sums = workers.sum(torch.zeros_like(self.sums).index_add_(0, tokens, directions))
        counts = workers.sum(torch.bincount(tokens, minlength=len(self.codebook)).float())
        self.sums.lerp_(sums, 1 - self.decay)
        self.idle.copy_(torch.where(counts > 0, 0, self.idle + 1))
        dead = (self.idle > PATIENCE).nonzero()[:, 0]
        if len(dead):
            everywhere = workers.gather(directions)
            order = torch.randperm(len(everywhere), generator=generator).to(everywhere.device)
            dead = dead[: len(order)]  # no two codes from one vector: the others wait for the next step
            self.sums[dead] = everywhere[order[: len(dead)]]
            self.idle[dead] = 0
        self.codebook.copy_(F.normalize(self.sums, dim=1))
        return perplexity_of(counts)


def perplexity(tokens: torch.Tensor, codes: int) -> float:
    return float(perplexity_of(torch.bincount(tokens.flatten(), minlength=codes)))


def perplexity_of(counts: torch.Tensor) -> torch.Tensor:
    """counts [codes] of tokens -> 0-d, 1 .. codes: of how many equally frequent codes their distribution would be, the exponential
    of its entropy."""
    shares = counts.float() / counts.sum()
    return torch.special.entr(shares).sum().exp()
