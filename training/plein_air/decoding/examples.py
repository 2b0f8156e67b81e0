"""What the decoder is trained on: pictures of the teacher, of a decoder that costs more, or photographs that are large enough."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from plein_air.data.dataset import HELD_OUT_EVERY as HELD_OUT_NAMES
from plein_air.data.dataset import Pictures
from plein_air.data.photographs import middle
from plein_air.data.source import listed, pictures_of
from plein_air.data.squares import rgb_of
from plein_air.models.decoder import Decoder
from plein_air.models.vqgan import CORE_CELL_PIXELS, Encoder, look_up, nearest_codes
from plein_air.stage1.crops import core_crops, held_out_crops, random_crop, to_rgb
from plein_air.training.draws import generator

HELD_OUT_EVERY = 50  # of the teacher's pictures, by number: those with remainder HELD_OUT are never trained on
HELD_OUT = 1
KEPT = 256  # pictures that are kept in memory
LEAST_CELLS = 14  # along a side of a photograph that can be a target
ALL_OF_IT = 1.25  # times a crop: photographs show as much in a cell as those that the VQGAN was trained on, give or take
OF_REAL = 10**6  # place of the draws for what the critics take for real


def is_held_out(number: int) -> bool:
    """Of a picture of the teacher."""
    return number % HELD_OUT_EVERY == HELD_OUT


class TeacherPictures:
    """A folder as decoding.teacher writes it."""

    def __init__(self, folder: Path):
        """Raises ValueError if none is held out."""
        self.folder = folder
        numbers = sorted(int(path.stem) for path in folder.glob("*.webp"))
        self.held_out = [number for number in numbers if is_held_out(number)]
        self.train = [number for number in numbers if not is_held_out(number)]
        if not self.held_out:
            raise ValueError(f"{folder} has {len(numbers)} pictures and none that is held out: make more (--pictures)")
        self.read = lru_cache(KEPT)(self.read_picture)

    def read_picture(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """-> tokens int64 [h, w], RGB uint8 [32h, 32w, 3]"""
        tokens = np.load(self.folder / f"{number:06}.npy").astype(np.int64)
        return tokens, np.asarray(Image.open(self.folder / f"{number:06}.webp").convert("RGB"))

    def together(self, numbers: list[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """-> tokens [N, h, w], RGB [N, 3, 32h, 32w]"""
        pairs = [self.read(number) for number in numbers]
        return torch.from_numpy(np.stack([tokens for tokens, _ in pairs])), to_rgb(rgb for _, rgb in pairs)

    def drawn(self, seed: int, step: int, places: range) -> tuple[torch.Tensor, torch.Tensor]:
        return self.together([self.train[generator(seed, step, place).integers(len(self.train))] for place in places])


class DistilledPictures:
    """What another decoder makes of the tokens of photographs: targets for one that shall do the same at a lower cost.

    They cost one pass and never repeat, so one needs neither pictures of the teacher nor critics to keep their texture.
    """

    def __init__(self, squares: Pictures, cells: int, encoder: Encoder, codebook: torch.Tensor, decoder: Decoder):
        """cells: along a side of a picture."""
        self.squares, self.side = squares, CORE_CELL_PIXELS * cells
        self.encoder, self.codebook, self.decoder = encoder, codebook, decoder

    def drawn(self, seed: int, step: int, places: range) -> tuple[torch.Tensor, torch.Tensor]:
        """-> vectors [N, d, h, w], RGB [N, 3, 32h, 32w]"""
        return self.painted(core_crops(self.squares, seed, step, places, self.side))

    def held_out(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        return self.painted(held_out_crops(self.squares, count, self.side))

    @torch.no_grad()
    def painted(self, crops: Iterable[np.ndarray]) -> tuple[torch.Tensor, torch.Tensor]:
        """crops: uint8 [8h, 8w, 3] each"""
        found = nearest_codes(self.encoder(to_rgb(crops, self.codebook.device)), self.codebook)
        vectors = look_up(found, self.codebook)
        return vectors, self.decoder(vectors).clamp(-1, 1)


class LargePhotographs:
    """Photographs with real detail, 32 pixels a cell: targets where there is no teacher, and what critics take for real."""

    def __init__(self, path: Path, cell_pixels: int):
        """path: a folder or zip file. Raises ValueError if it has none, or none that is large enough; smaller ones are left out."""
        self.pictures, self.cell_pixels = pictures_of(path), cell_pixels
        least = LEAST_CELLS * cell_pixels
        names = {name: n for n, name in enumerate(self.pictures.files) if min(self.pictures.size(name)) >= least}
        if len(names) < 2:
            raise ValueError(
                f"{path} has {len(names)} photographs of {least} pixels or more, and at least two are needed; it has "
                f"{listed(list(self.pictures.files)) or 'none at all'}"
            )
        # Every hundredth of the sorted names, as everywhere; the first, if none of these is large enough.
        self.held_out = [name for name, n in names.items() if n % HELD_OUT_NAMES == 0] or [next(iter(names))]
        self.train = [name for name in names if name not in self.held_out]
        self.read = lru_cache(KEPT)(self.read_photograph)

    @property
    def side(self) -> int:
        """Pixels of a target's side."""
        return LEAST_CELLS * self.cell_pixels

    def read_photograph(self, name: str) -> np.ndarray:
        """uint8 [h, w, 3], no larger than crops need: photographs of a camera would not all fit into memory."""
        image = rgb_of(self.pictures.read(name))
        shrink = ALL_OF_IT * self.side / min(image.size)
        if shrink < 1:
            image = image.resize([round(side * shrink) for side in image.size], Image.Resampling.LANCZOS)
        return np.asarray(image)

    def crops(self, seed: int, step: int, places: range, side: int) -> torch.Tensor:
        """RGB [N, 3, side, side], mirrored half of the time."""
        found = []
        for place in places:
            draws = generator(seed, step, OF_REAL + place)
            found.append(random_crop(draws, self.read(self.train[draws.integers(len(self.train))]), side))
        return to_rgb(found)

    def held_out_crops(self, count: int) -> torch.Tensor:
        """RGB [N, 3, side, side]: the middles of the first held-out ones."""
        return to_rgb(middle(self.read(name)[None], self.side)[0] for name in self.held_out[:count])
