"""Crops at 16 pixels a cell, of large photographs where there are some, of small ones made larger by EDSR elsewhere."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from plein_air.data.dataset import Dataset
from plein_air.data.source import listed, pictures_of
from plein_air.data.squares import rgb_of
from plein_air.photographs import middle
from plein_air.pretrained.edsr import HALO, Edsr
from plein_air.stage1.crops import CORE_PIXELS, random_crop, to_rgb
from plein_air.training.draws import generator

FINE_PIXELS = 2 * CORE_PIXELS
SCALES = (1.04, 1.8)  # of a large photograph's shorter side, in crops: from all of it to half of it
KEPT = 128  # large photographs that are kept in memory
KEPT_PIXELS = round(2 * SCALES[1] * FINE_PIXELS)  # of a shorter side: twice what is used, so that shrinking twice costs nothing


def enlarge(edsr: Edsr, crops: list[np.ndarray], device: torch.device) -> torch.Tensor:
    """uint8 [h + 2 HALO, w + 2 HALO, 3] each -> RGB [N, 3, 2h, 2w]: without what the border's zeros have touched."""
    with torch.no_grad():
        large = torch.cat([edsr(to_rgb([crop], device)) for crop in crops])  # one by one: its features are large
    return large[..., 2 * HALO : -2 * HALO, 2 * HALO : -2 * HALO]


def with_halo(photograph: np.ndarray) -> np.ndarray:
    """The photograph and HALO pixels around it, the border's own repeated."""
    return np.pad(photograph, ((HALO, HALO), (HALO, HALO), (0, 0)), "edge")


class FineCrops:
    """Of the photographs that are trained on: RGB [N, 3, 256, 256]."""

    def __init__(self, dataset: Dataset, seed: int, edsr: Edsr, share: float, large: Path | None):
        """share: of crops that are of photographs that are large themselves, beside their share of all; large: a folder or zip
        file of more of those."""
        self.dataset, self.seed, self.edsr, self.share = dataset, seed, edsr, share
        self.ids, self.fine_rows = dataset.train, dataset.fine_rows(dataset.train)
        self.row_of = {int(dataset.fine_ids[row]): row for row in self.fine_rows}
        self.large = pictures_of(large) if large else None
        self.names = list(self.large.files) if self.large else []
        if large and not self.names:
            raise ValueError(f"{large} has no pictures")
        if small := [name for name in self.names if min(self.large.size(name)) < FINE_PIXELS]:
            raise ValueError(f"{listed(small)}: smaller than {FINE_PIXELS} pixels; take them out of {large}")
        self.read = lru_cache(KEPT)(self.read_large)

    def read_large(self, name: str) -> Image.Image:
        """No larger than crops need: photographs of a camera would not all fit into memory."""
        image = rgb_of(self.large.read(name))
        shrink = KEPT_PIXELS / min(image.size)
        if shrink >= 1:
            return image
        return image.resize([round(side * shrink) for side in image.size], Image.Resampling.LANCZOS)

    def large_crop(self, draws: np.random.Generator) -> np.ndarray:
        """At a scale of its own, so that 41 photographs are more than 41."""
        image = self.read(self.names[draws.integers(len(self.names))])
        scale = min(1.0, FINE_PIXELS * draws.uniform(*SCALES) / min(image.size))
        size = [max(FINE_PIXELS, round(side * scale)) for side in image.size]
        return random_crop(draws, np.asarray(image.resize(size, Image.Resampling.LANCZOS)), FINE_PIXELS)

    def __call__(self, step: int, places: Iterable[int], device: torch.device) -> torch.Tensor:
        own, small = [], []
        for place in places:
            draws = generator(self.seed, step, place)
            sources = [source for source, there in (("large", self.names), ("fine", len(self.fine_rows))) if there]
            if sources and draws.random() < self.share:
                if sources[draws.integers(len(sources))] == "large":
                    own.append(self.large_crop(draws))
                else:
                    own.append(random_crop(draws, self.dataset.fine[draws.choice(self.fine_rows)], FINE_PIXELS))
            elif (row := self.row_of.get(id_ := int(draws.choice(self.ids)))) is not None:
                own.append(random_crop(draws, self.dataset.fine[row], FINE_PIXELS))
            else:
                small.append(random_crop(draws, with_halo(self.dataset.photographs[id_]), CORE_PIXELS + 2 * HALO))
        parts = [to_rgb(own, device)] if own else []
        parts += [enlarge(self.edsr, small, device)] if small else []
        return torch.cat(parts).contiguous(memory_format=torch.channels_last)


def held_out_fine(dataset: Dataset, edsr: Edsr, count: int, device: torch.device) -> torch.Tensor:
    """RGB [N, 3, 256, 256]: the middles of the first held-out squares, as they are where they are large, else by EDSR."""
    pictures = []
    for id_ in dataset.held_out[:count]:
        rows = dataset.fine_rows([id_])
        if len(rows):
            pictures.append(to_rgb(middle(dataset.fine[rows[:1]], FINE_PIXELS), device))
        else:
            photograph = with_halo(dataset.photographs[id_])[None]
            pictures.append(enlarge(edsr, list(middle(photograph, CORE_PIXELS + 2 * HALO)), device))
    return torch.cat(pictures)
