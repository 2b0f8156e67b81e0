"""Photographs as tokens: every picture cut out of them a few times over, at other offsets and mirrored.

A picture is encoded when it is drawn for the first time, and its tokens are kept in a file for a codebook.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from plein_air.data.dataset import Dataset, Pictures
from plein_air.data.fill import new_array
from plein_air.models.checkpoints import codebook_id
from plein_air.models.context import SUB_CELLS
from plein_air.models.vqgan import CORE_CELL_PIXELS, Encoder, nearest_codes
from plein_air.stage1.crops import to_rgb
from plein_air.training.workers import Workers

VARIANTS = 4  # 0 and 2 as they are, 1 and 3 mirrored, each at an offset of its own
SUB_CELL_PIXELS = CORE_CELL_PIXELS // SUB_CELLS
SEED = 7
MISSING = 0xFFFF  # in place of tokens that nobody has asked for yet
AT_ONCE = 32  # pictures


def path_of(dataset: Dataset, wide: bool, codebook: torch.Tensor) -> Path:
    """The file's name has the codebook's id: tokens of another one mean other pictures."""
    return dataset.folder / f"{'wide-' if wide else ''}tokens-{codebook_id(codebook.cpu())[:12]}.npy"


def open_tokens(dataset: Dataset, codebook: torch.Tensor) -> np.ndarray | None:
    """uint16 [N, VARIANTS, rows, columns] of the squares, as far as a transformer has seen them, else MISSING; None if it has seen
    none with this codebook."""
    path = path_of(dataset, False, codebook)
    return np.load(path, mmap_mode="r") if path.exists() else None


def offsets(pictures: Pictures) -> np.ndarray:
    """int [VARIANTS, N, 2]: where the lattice begins in a picture, in pixels from its corner; held-out ones in the middle."""
    room = np.array(pictures.photographs.shape[1:3]) % CORE_CELL_PIXELS
    drawn = np.random.default_rng(SEED).integers(0, room + 1, (VARIANTS, len(pictures.photographs), 2))
    drawn[:, pictures.held_out] = room // 2
    return drawn


@dataclass(frozen=True)
class Encoded:
    """Pictures of one shape, their tokens uint16 [N, VARIANTS, rows, columns], and what makes these."""

    pictures: Pictures
    tokens: np.ndarray
    begins: np.ndarray  # of `offsets`
    encoder: Encoder
    codebook: torch.Tensor

    def encode(self, wanted: Iterable[tuple[int, int]]) -> None:
        """Makes those tokens of pictures and variants that are missing. Several workers may make the same ones: they agree."""
        missing = sorted({place for place in wanted if (self.tokens[place] == MISSING).any()})
        for first in range(0, len(missing), AT_ONCE):
            part = missing[first : first + AT_ONCE]
            rgb = np.stack([self.cut(self.pictures.photographs, *place) for place in part])
            for place, tokens in zip(part, tokens_of(rgb, self.encoder, self.codebook), strict=True):
                self.tokens[place] = tokens

    def layout(self, picture: int, variant: int) -> np.ndarray:
        """uint8 [4 rows, 4 columns]"""
        return self.cut(self.pictures.labels, picture, variant)[::SUB_CELL_PIXELS, ::SUB_CELL_PIXELS]

    def cut(self, array: np.ndarray, picture: int, variant: int) -> np.ndarray:
        """array: photographs or labels -> [h, w, ...] of the lattice, h and w whole cells"""
        (y, x), (rows, columns) = self.begins[variant, picture], self.tokens.shape[2:]
        cut = array[picture, y : y + CORE_CELL_PIXELS * rows, x : x + CORE_CELL_PIXELS * columns]
        return cut[:, ::-1] if variant % 2 else cut


def open_encoded(dataset: Dataset, wide: bool, encoder: Encoder, codebook: torch.Tensor, workers: Workers) -> Encoded:
    """Of the squares or the wide pictures of a dataset. The folder has to be the same for all workers: on several machines, one
    that they share."""
    pictures = dataset.wide if wide else dataset.squares
    count, height, width, _ = pictures.photographs.shape
    path = path_of(dataset, wide, codebook)
    if workers.leads and not path.exists():
        beside = path.with_name(path.name + ".new")
        tokens = new_array(beside, np.uint16, (count, VARIANTS, height // CORE_CELL_PIXELS, width // CORE_CELL_PIXELS))
        if count:
            tokens[:] = MISSING
            tokens.flush()
        os.replace(beside, path)
    workers.wait()
    tokens = np.load(path, mmap_mode="r+" if count else None)
    return Encoded(pictures, tokens, offsets(pictures), encoder.to(workers.device), codebook.to(workers.device))


@torch.no_grad()
def tokens_of(rgb: np.ndarray, encoder: Encoder, codebook: torch.Tensor) -> np.ndarray:
    """uint8 [n, 8h, 8w, 3] -> [n, h, w]"""
    return nearest_codes(encoder(to_rgb(rgb, codebook.device)), codebook).cpu().numpy()
