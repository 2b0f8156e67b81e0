"""Pictures that a bundle makes of layouts, many at once."""

import numpy as np
import torch
import torch.nn.functional as F
from tqdm import tqdm

from plein_air.models.decoder import Decoder
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import NONE, Step, Variety, sample_lattices, streams_of, torch_context
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.vqgan import CORE_CELL_PIXELS, CoreDecoder, look_up
from plein_air.models.zooms import zoom_of

# What the page begins with: DEFAULT_SETTINGS of src/state/pageState.ts.
VARIETY, GUIDANCE, ANY_MOOD = Variety(temperature=0.95, top_k=100, top_p=0.98), 2.0, 0
TOGETHER = 24  # lattices that are sampled at once
DECODED = 8  # lattices that are decoded at once


def sample_layouts(transformer: LatticeTransformer, step: Step, layouts: np.ndarray, first_seed: int = 1) -> np.ndarray:
    """layouts [N, 4H, 4W] class ids -> tokens int32 [N, H, W], as the page samples them. The n-th has the seed first_seed + n.

    step: the bundle's graph, which is twice as fast as `torch_step`.
    """
    rows, columns = (side // 4 for side in layouts.shape[1:])
    known = np.full((rows, columns), NONE)
    zoom = zoom_of(rows)
    context, config = torch_context(transformer), transformer.config
    tokens = []
    with tqdm(total=len(layouts), desc="sample", unit="picture", leave=False) as bar:
        for first in range(0, len(layouts), TOGETHER):
            part = layouts[first : first + TOGETHER]
            features = np.stack([streams_of(context, config, layout, known, ANY_MOOD, GUIDANCE, zoom) for layout in part], 1)
            seeds = first_seed + first + np.arange(len(part))
            noise = np.stack([noise_lattice(int(seed), rows, columns) for seed in seeds])
            nothing = np.broadcast_to(known, noise.shape)
            samples = sample_lattices(step, features, config, nothing, noise, VARIETY, GUIDANCE)
            tokens += [sample.tokens for sample in samples]
            bar.update(len(part))
    return np.stack(tokens)


@torch.no_grad()
def decode_small(decoder: CoreDecoder | Decoder, codebook: torch.Tensor, tokens: np.ndarray) -> torch.Tensor:
    """tokens [N, h, w] -> RGB [N, 3, 8h, 8w] in [-1, 1]: decoded, and made as small as the photographs, by means."""
    parts, small = torch.from_numpy(tokens.astype(np.int64)).split(DECODED), []
    for part in tqdm(parts, "decode", leave=False, disable=len(parts) == 1):
        rgb = decoder(look_up(part, codebook))
        small.append(F.avg_pool2d(rgb, rgb.shape[-1] // (CORE_CELL_PIXELS * part.shape[-1])).clamp(-1, 1))
    return torch.cat(small)
