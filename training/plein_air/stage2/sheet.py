"""A sample sheet: held-out photographs, their layouts, and what the transformer paints from those."""

import numpy as np
import torch

from plein_air.bundles.swatches import to_bytes
from plein_air.data.photographs import middle
from plein_air.models.decoder import Decoder
from plein_air.models.generate import GUIDANCE, decode_small
from plein_air.models.names import COLORS
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import Variety, generate
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.vqgan import CORE_CELL_PIXELS, CoreDecoder
from plein_air.models.zooms import zoom_of
from plein_air.stage2.examples import Batch
from plein_air.training.run import sheet_of

SEED = 1  # the same noise for every sheet: what differs is the model


@torch.no_grad()
def sample_sheet(
    transformer: LatticeTransformer, decoder: CoreDecoder | Decoder, photographs: np.ndarray, batch: Batch
) -> np.ndarray:
    """photographs uint8 [N, side, side, 3]; batch: of the same squares -> uint8 [h, w, 3]: a row a photograph; then its layout's
    colours, what its own tokens decode to, and the tokens that are sampled."""
    rows, columns = batch.tokens.shape[1:]
    nothing = np.full((rows, columns), -1)
    layouts = batch.layout.numpy()
    guidance = GUIDANCE if transformer.config.distilled else 1.0  # with two passes it takes twice as long
    sampled = [
        generate(
            transformer, layout, nothing, 0, noise_lattice(SEED + n, rows, columns), Variety(), guidance, zoom=zoom_of(rows)
        ).tokens
        for n, layout in enumerate(layouts)
    ]
    side = CORE_CELL_PIXELS * rows
    scale = side // layouts.shape[1]
    painted = [decode_small(decoder, transformer.codebook, tokens) for tokens in (batch.tokens.numpy(), np.stack(sampled))]
    return sheet_of(
        [
            middle(photographs, side),
            COLORS[layouts].repeat(scale, 1).repeat(scale, 2),
            *(to_bytes(rgb.permute(0, 2, 3, 1).numpy()) for rgb in painted),
        ]
    )
