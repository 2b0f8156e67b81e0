"""The transformer's first weights."""

import torch
import torch.nn as nn

from plein_air.models.transformer import LatticeTransformer
from plein_air.stage1.initialize import initialize as initialize_blocks

EMBEDDING = 0.3  # standard deviation of a neighbour's free part
HEAD = 0.02  # of the logits at the start: next to none, all codes alike


@torch.no_grad()
def initialize(transformer: LatticeTransformer, codebook: torch.Tensor) -> None:
    """Draws all weights, from torch's random state, and takes the codebook [codes, code_dimension].

    Every layer adds nothing at first (its last matrices are zero, after Zhang et al., "Fixup", 2019): the signal of the
    embeddings reaches the head unchanged. The others keep the size of what passes through.
    """
    width = transformer.config.width
    transformer.codebook.copy_(codebook)
    for embedding, linear in zip(transformer.emb, transformer.emb_code, strict=True):
        nn.init.normal_(embedding.weight, std=EMBEDDING)
        nn.init.normal_(linear.weight)  # the codes are unit vectors
    for layer in transformer.layers:
        for linear in (layer.q, layer.kv, layer.gate, layer.up):
            nn.init.normal_(linear.weight, std=width**-0.5)
        for linear in (layer.o, layer.down):
            nn.init.zeros_(linear.weight)
    nn.init.normal_(transformer.head.weight, std=HEAD * width**-0.5)
    nn.init.zeros_(transformer.head.bias)
    nn.init.normal_(transformer.head_code.weight, std=width**-0.5)
    initialize_blocks(transformer.context)
