"""A sample sheet: held-out photographs, their layouts, and what the transformer paints from those."""

import numpy as np
import torch
import torch.nn.functional as F

from plein_air.bundles.swatches import to_bytes
from plein_air.models.decoder import Decoder
from plein_air.models.names import CLASSES
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import Variety, generate
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.vqgan import CORE_CELL_PIXELS, CoreDecoder, look_up
from plein_air.models.zooms import zoom_of
from plein_air.stage2.examples import Batch
from plein_air.training.run import sheet_of

SEED = 1  # the same noise for every sheet: what differs is the model
GUIDANCE = 2.0  # what the page begins with
COLORS = np.array([(0, 0, 0), *(tuple(bytes.fromhex(color[1:])) for _, _, color in CLASSES)], np.uint8)


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
    corner = (photographs.shape[1] - side) // 2
    scale = side // layouts.shape[1]
    return sheet_of(
        [
            photographs[:, corner : corner + side, corner : corner + side],
            COLORS[layouts].repeat(scale, 1).repeat(scale, 2),
            decoded(decoder, transformer.codebook, batch.tokens),
            decoded(decoder, transformer.codebook, torch.from_numpy(np.stack(sampled).astype(np.int64))),
        ]
    )


def decoded(decoder: CoreDecoder | Decoder, codebook: torch.Tensor, tokens: torch.Tensor) -> np.ndarray:
    """tokens [N, h, w] -> RGB uint8 [N, 8h, 8w, 3]"""
    rgb = decoder(look_up(tokens, codebook))
    small = F.avg_pool2d(rgb, rgb.shape[-1] // (CORE_CELL_PIXELS * tokens.shape[-1]))
    return to_bytes(small.permute(0, 2, 3, 1).numpy())
