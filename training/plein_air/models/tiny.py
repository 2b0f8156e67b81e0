"""Models of about 200 thousand random weights: the same manifest and the same graphs, for tests."""

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.checkpoints import Models
from plein_air.models.decoder import Decoder, DecoderConfig
from plein_air.models.moods import FEATURES, MoodSpace
from plein_air.models.names import MOODS
from plein_air.models.noise import noise_lattice
from plein_air.models.segmenter import Segmenter, SegmenterConfig
from plein_air.models.transformer import LatticeTransformer, TransformerConfig
from plein_air.models.vqgan import Encoder, VqganConfig, look_up
from plein_air.models.window import Window

SEED = 20260101
VQGAN = VqganConfig(
    encoder_channels=(8, 8, 16),
    encoder_blocks=(1, 1, 1),
    decoder_channels=(16, 12, 8, 8),
    decoder_blocks=(4, 2, 2),
)
# It sees a cell farther than the real one: what holds of its tiles holds of smaller halos.
DECODER = DecoderConfig(channels=(16, 12, 8, 8, 4), blocks=(4, 2, 3, 8, 1), shuffle_kernel=3)
TRANSFORMER = TransformerConfig(
    layers=2,
    width=32,
    heads=4,
    kv_heads=2,
    mlp=64,
    context=8,
    context_stem=16,
    window=Window(rows=8, left=8, right=3),
    distilled=True,
    zooms=3,
)
SEGMENTER = SegmenterConfig(
    stem=4,
    stages=((4, 1, 1, 1), (4, 2, 2, 1), (8, 1, 2, 1), (8, 1, 2, 1), (8, 2, 1, 2)),
    expansion=2,
    detail=4,
    context=48,
)
LOGIT_SPREAD = 2.0  # standard deviation over the codes
RGB_SPREAD = 0.4  # standard deviation over pixels


def tiny_mood_space() -> MoodSpace:
    """Features about those of photographs, centres about those of moods."""
    mean, std = np.array([45, -2, 2, 60, -2, -5, 18.0]), np.array([12, 6, 12, 20, 5, 14, 6.0])
    return MoodSpace(mean, std, 4 * noise_lattice(SEED, len(MOODS), FEATURES) - 2)


def randomize(module: nn.Module, generator: torch.Generator) -> None:
    """Weights that keep the size of what passes through; biases small; norms about 1."""
    for parameter in module.parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if parameter.ndim == 1:
            about = bool((parameter == 1).all())  # scales of norms begin as ones; biases do not
            parameter.copy_(about + 0.1 * noise)
        else:
            parameter.copy_(noise * (parameter[0].numel()) ** -0.5)


@torch.no_grad()
def tiny_models(seed: int = SEED, config: TransformerConfig = TRANSFORMER) -> Models:
    """config: of the transformer; one of another kind has other weights."""
    generator = torch.Generator().manual_seed(seed)
    codebook = F.normalize(torch.randn(VQGAN.codes, VQGAN.code_dimension, generator=generator), dim=1)
    encoder, transformer = Encoder(VQGAN), LatticeTransformer(config)
    for module in (encoder, transformer):
        randomize(module, generator)
        module.eval().requires_grad_(False)
    for embedding in transformer.emb:
        embedding.weight.copy_(torch.randn(embedding.weight.shape, generator=generator))
    transformer.codebook.copy_(codebook)

    # Bring logits to the spread that real ones have, by the last layers.
    tokens = torch.randint(0, VQGAN.codes, (1, 16, 16), generator=generator)
    layout, known = torch.randint(1, 13, (1, 64, 64), generator=generator), torch.full((1, 16, 16), -1)
    spread = transformer(tokens, layout, known, torch.tensor([1])).std()
    for parameter in (transformer.head.weight, transformer.head.bias, transformer.head_code.weight):
        parameter.mul_(LOGIT_SPREAD / spread)
    swatches = torch.randint(0, 256, (len(MOODS), 3, 3), generator=generator, dtype=torch.uint8)
    return Models(encoder, codebook, tiny_decoder(tokens, codebook, seed), transformer, np.asarray(swatches))


@torch.no_grad()
def tiny_decoder(tokens: torch.Tensor, codebook: torch.Tensor, seed: int = SEED) -> Decoder:
    """Draws of its own: the other models stay what they are. tokens [1, h, w]: whose picture gets the spread of real ones."""
    decoder = Decoder(DECODER).eval().requires_grad_(False)
    randomize(decoder, torch.Generator().manual_seed(seed))
    for last in (decoder.rgb, decoder.detail[-2]):
        last.weight.mul_(RGB_SPREAD / decoder(look_up(tokens, codebook)).std())
    return decoder


@torch.no_grad()
def tiny_segmenter(seed: int = SEED) -> Segmenter:
    """Draws of its own: the other models stay what they are."""
    segmenter = Segmenter(SEGMENTER).eval().requires_grad_(False)
    randomize(segmenter, torch.Generator().manual_seed(seed))
    return segmenter
