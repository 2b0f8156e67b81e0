"""Photographs as tokens: every square a few times over, at other offsets and mirrored, encoded once for a codebook."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from plein_air.checkpoints import codebook_id
from plein_air.context import SUB_CELLS
from plein_air.data.dataset import Dataset
from plein_air.training.workers import Workers
from plein_air.vqgan import CORE_CELL_PIXELS, Encoder, nearest_codes

VARIANTS = 4  # 0 and 2 as they are, 1 and 3 mirrored, each at an offset of its own
SUB_CELL_PIXELS = CORE_CELL_PIXELS // SUB_CELLS
BATCH = 32
SEED = 7


@dataclass(frozen=True)
class Encoded:
    """tokens uint16 [N, VARIANTS, cells, cells], layouts uint8 [N, VARIANTS, 4 cells, 4 cells]: of a dataset's squares."""

    tokens: np.ndarray
    layouts: np.ndarray

    @property
    def cells(self) -> int:
        return self.tokens.shape[-1]


def paths_of(dataset: Dataset, codebook: torch.Tensor) -> tuple[Path, Path]:
    """The files' names have the codebook's id: tokens of another one mean other pictures."""
    name = codebook_id(codebook)[:12]
    return dataset.folder / f"tokens-{name}.npy", dataset.folder / f"layouts-{name}.npy"


def open_encoded(dataset: Dataset, codebook: torch.Tensor) -> Encoded | None:
    """None if the dataset was not encoded with this codebook, or not to the end."""
    paths = paths_of(dataset, codebook)
    if not all(path.exists() for path in paths):
        return None
    return Encoded(*(np.load(path, mmap_mode="r") for path in paths))


def offsets(dataset: Dataset) -> np.ndarray:
    """int [VARIANTS, N, 2]: where the lattice begins in a square, in pixels from its corner; held-out ones in the middle."""
    room = dataset.side % CORE_CELL_PIXELS
    drawn = np.random.default_rng(SEED).integers(0, room + 1, (VARIANTS, len(dataset.photographs), 2))
    drawn[:, dataset.held_out] = room // 2
    return drawn


def encode(dataset: Dataset, encoder: Encoder, codebook: torch.Tensor, workers: Workers) -> Encoded:
    """Opens the files if they are there; else all workers write them together: some minutes for ten thousand photographs.

    The folder of the dataset has to be the same for all workers: on several machines, one that they share.
    """
    if not workers.agree(open_encoded(dataset, codebook) is not None):
        write_encoded(dataset, encoder.to(workers.device), codebook.to(workers.device), workers)
    return open_encoded(dataset, codebook)


def write_encoded(dataset: Dataset, encoder: Encoder, codebook: torch.Tensor, workers: Workers) -> None:
    """Each worker writes a share of the rows; the files get their names when all are done."""
    count, cells = len(dataset.photographs), dataset.side // CORE_CELL_PIXELS
    paths = paths_of(dataset, codebook.cpu())
    beside = [path.with_name(path.name + ".new") for path in paths]
    if workers.leads:
        for path, kind, side in zip(beside, (np.uint16, np.uint8), (cells, SUB_CELLS * cells), strict=True):
            np.lib.format.open_memmap(path, "w+", kind, (count, VARIANTS, side, side)).flush()
    workers.wait()
    tokens, layouts = (np.load(path, mmap_mode="r+") for path in beside)
    begins = offsets(dataset)
    share = np.array_split(np.arange(count), workers.count)[workers.rank]
    bar = tqdm(total=VARIANTS * len(share), desc="encode", unit="square", disable=not workers.leads)
    for variant in range(VARIANTS):
        for ids in np.array_split(share, -(-len(share) // BATCH)):
            rgb, labels = cut_cells(dataset, ids, begins[variant, ids], mirrored=variant % 2 == 1)
            tokens[ids, variant] = tokens_of(rgb, encoder, codebook)
            layouts[ids, variant] = labels[:, ::SUB_CELL_PIXELS, ::SUB_CELL_PIXELS]
            bar.update(len(ids))
    bar.close()
    tokens.flush()
    layouts.flush()
    workers.wait()
    if workers.leads:
        for new, path in zip(beside, paths, strict=True):
            os.replace(new, path)
    workers.wait()


def cut_cells(dataset: Dataset, ids: np.ndarray, corners: np.ndarray, mirrored: bool) -> tuple[np.ndarray, np.ndarray]:
    """corners [n, 2] -> photographs uint8 [n, h, w, 3] and labels [n, h, w], h and w whole cells"""
    pixels = dataset.side // CORE_CELL_PIXELS * CORE_CELL_PIXELS
    rgb, labels = (
        np.stack([array[n, y : y + pixels, x : x + pixels] for n, (y, x) in zip(ids, corners, strict=True)])
        for array in (dataset.photographs, dataset.labels)
    )
    return (rgb[:, :, ::-1], labels[:, :, ::-1]) if mirrored else (rgb, labels)


@torch.no_grad()
def tokens_of(rgb: np.ndarray, encoder: Encoder, codebook: torch.Tensor) -> np.ndarray:
    """uint8 [n, 8h, 8w, 3] -> [n, h, w]"""
    pictures = torch.from_numpy(np.ascontiguousarray(rgb)).to(codebook.device).permute(0, 3, 1, 2).float() / 127.5 - 1
    return nearest_codes(encoder(pictures), codebook).cpu().numpy()
