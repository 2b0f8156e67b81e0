"""Crops of photographs, drawn by seed, step and place in the batch alone."""

from collections.abc import Iterable

import numpy as np
import torch

from plein_air.data.dataset import Pictures
from plein_air.data.photographs import middle
from plein_air.training.draws import generator

CORE_PIXELS = 128  # along a side of a crop at 8 pixels a cell: 16 cells


def random_crop(draws: np.random.Generator, picture: np.ndarray, side: int) -> np.ndarray:
    """uint8 [h, w, 3] -> [side, side, 3], mirrored half of the time."""
    y, x = (int(draws.integers(size - side + 1)) for size in picture.shape[:2])
    crop = picture[y : y + side, x : x + side]
    return crop[:, ::-1] if draws.random() < 0.5 else crop


def to_rgb(pictures: Iterable[np.ndarray], device: torch.device | None = None) -> torch.Tensor:
    """uint8 [h, w, 3] each -> [N, 3, h, w] in [-1, 1]"""
    rgb = torch.from_numpy(np.stack(list(pictures))).to(device).permute(0, 3, 1, 2).float() / 127.5 - 1
    return rgb.contiguous(memory_format=torch.channels_last)


def core_crops(squares: Pictures, seed: int, step: int, places: Iterable[int], side: int = CORE_PIXELS) -> list[np.ndarray]:
    """uint8 [side, side, 3] each, at 8 pixels a cell, of the photographs that are trained on."""
    crops, train = [], squares.train
    for place in places:
        draws = generator(seed, step, place)
        photograph = squares.photographs[draws.choice(train)]
        crops.append(random_crop(draws, photograph, side))
    return crops


def held_out_crops(squares: Pictures, count: int, side: int = CORE_PIXELS) -> np.ndarray:
    """uint8 [N, side, side, 3]: the middles of the first held-out squares."""
    return middle(squares.photographs[squares.held_out[:count]], side)
