"""Writes the bundle of kind `sliding` for tests, and the vectors that the page and the authors' package are held to with it.

python -m plein_air.export_tiny_sliding --out parity
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from plein_air.bundles.export_graphs import stored
from plein_air.bundles.parity_sampler import LEAST, SEEDS
from plein_air.compvis.about import TINY
from plein_air.compvis.bundle import write_sliding_bundle
from plein_air.compvis.checkpoint import SlidingModels
from plein_air.compvis.config import LABELS
from plein_air.compvis.export_graphs import sliding_graphs
from plein_air.compvis.labels import label_table
from plein_air.compvis.tiny import tiny_sliding
from plein_air.compvis.window import sample_sliding
from plein_air.models.context import SUB_CELLS
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import NONE, Variety
from plein_air.models.vqgan import CELL_PIXELS
from plein_air.parity import painted_layout, some_known, write
from plein_air.training.options import folders

BUNDLE, VECTORS = "tiny-sliding", "sliding"
LATTICES = ((16, 16), (20, 24))  # one window, and one that moves both ways
VARIETY = Variety(temperature=0.9, top_k=12, top_p=0.9)
CODE_GAP = 2e-3  # of squared distance, between a layout's code and the next: far more than engines differ by
SAMPLED = np.s_[:, 5::CELL_PIXELS, 11::CELL_PIXELS]  # one pixel of each cell


def one_hot(layout: np.ndarray) -> torch.Tensor:
    """layout [4H, 4W] class ids -> float32 [1, LABELS, 16H, 16W], as S-FLCKR's layouts are."""
    labels = torch.tensor(label_table())[torch.from_numpy(layout).long()]
    pixels = labels.repeat_interleave(CELL_PIXELS // SUB_CELLS, 0).repeat_interleave(CELL_PIXELS // SUB_CELLS, 1)
    return F.one_hot(pixels, LABELS).permute(2, 0, 1)[None].float().contiguous()


@torch.no_grad()
def cond_codes(models: SlidingModels, layout: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """-> the layout, turned by as many columns as it takes for rounding not to change a code, and its codes int32 [H, W]."""
    for column in range(layout.shape[1]):
        turned = np.roll(layout, column, 1)
        distances = models.cond.distances(one_hot(turned))[0]
        nearest = distances.topk(2, 0, largest=False).values
        if float((nearest[1] - nearest[0]).min()) > CODE_GAP:
            return turned, distances.argmin(0).int().numpy()
    raise ValueError(f"two codes are nearer than {CODE_GAP} to a cell of every layout")


@torch.no_grad()
def write_vector(out: Path, models: SlidingModels, rows: int, columns: int) -> None:
    layout, cond = cond_codes(models, painted_layout(rows, columns))
    known = some_known(rows, columns, models.config.codes, 1) if rows != columns else np.full((rows, columns), NONE, np.int32)

    def logits(codes: np.ndarray) -> np.ndarray:
        return models.gpt(torch.from_numpy(codes)[None])[0, -1].numpy()

    for seed in SEEDS:
        sample = sample_sliding(logits, cond, known, noise_lattice(seed, rows, columns), VARIETY)
        if min(sample.margin, sample.gap) > LEAST:
            break
    else:
        raise ValueError(f"no seed has a margin and a gap above {LEAST}")
    rgb = models.first(torch.from_numpy(sample.tokens).long()[None])[0].numpy()
    said = {"rows": rows, "columns": columns, "seed": seed, "margin": sample.margin, "gap": sample.gap}
    said |= {"temperature": VARIETY.temperature, "topK": VARIETY.top_k, "topP": VARIETY.top_p}
    arrays = {"layout": layout, "cond": cond, "known": known, "tokens": sample.tokens, "rgb": rgb[SAMPLED]}
    write(out, f"{rows}x{columns}", arrays, said)


def main() -> None:
    arguments = folders(__doc__, out="the folder to write both to")
    models = tiny_sliding()
    graphs = {name: stored(graph, "int8") for name, graph in sliding_graphs(models).items()}
    write_sliding_bundle(arguments.out / BUNDLE, "Tiny, sliding", models, graphs, TINY)
    (arguments.out / VECTORS).mkdir(exist_ok=True)
    for rows, columns in LATTICES:
        write_vector(arguments.out / VECTORS, models, rows, columns)


if __name__ == "__main__":
    main()
