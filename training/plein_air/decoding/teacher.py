"""Pictures of the teacher: what tokens would look like if more were spent on them than a page can.

A lattice of tokens becomes a picture of 8 pixels a cell by a decoder that is there, and Real-ESRGAN enlarges it four times. That
takes ringing and grids out and draws what is plausible. Half of what a decoder learns to paint are tokens of photographs; since the
transformer's own are other mixtures, some are sampled.

NNNNNN.npy are the tokens, int16 [16, 16], NNNNNN.webp is the picture, lossless; the number says of what.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from PIL import Image
from tqdm import tqdm

from plein_air.bundles.swatches import to_bytes
from plein_air.data.dataset import Pictures
from plein_air.data.photographs import CORE_CELL, LAYOUT_CELL, middle
from plein_air.decoding.examples import is_held_out
from plein_air.models.generate import decode_small
from plein_air.models.vqgan import CORE_CELL_PIXELS, Encoder, nearest_codes
from plein_air.stage1.crops import random_crop, to_rgb
from plein_air.training.checkpoint import write_whole
from plein_air.training.draws import generator
from plein_air.training.workers import Workers

Sample = Callable[[np.ndarray, int], np.ndarray]  # a layout [4h, 4w] and a seed -> tokens [h, w]

SAMPLED = 500_000  # numbers from here on are of sampled tokens, those below of the square of that number
SEED = 5  # of the order in which pictures are made, and of their crops: a folder that grows goes on in the same order


class Enlarging(nn.Module):
    """Stands in for the teacher in a smoke test: it has no weights."""

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        return F.interpolate(rgb, scale_factor=4.0, mode="bicubic").clamp(-1, 1)


class Teacher:
    """Makes the pictures of a folder, those that are not there yet."""

    def __init__(self, folder: Path, squares: Pictures, encoder: Encoder, codebook: torch.Tensor, decoder: nn.Module, cells: int):
        """decoder: a core decoder, or a decoder, whose pictures are enlarged. cells: along a side of a picture."""
        self.folder, self.squares, self.cells = folder, squares, cells
        self.encoder, self.codebook, self.decoder = encoder, codebook, decoder

    def tokens_of_square(self, number: int) -> np.ndarray:
        """Of a crop, mirrored half of the time."""
        crop = random_crop(generator(SEED, 0, number), self.squares.photographs[number], CORE_CELL_PIXELS * self.cells)
        with torch.no_grad():
            return nearest_codes(self.encoder(to_rgb([crop])), self.codebook)[0].numpy()

    def sampled_tokens(self, number: int, sample: Sample) -> np.ndarray:
        """Of the layout of a square that is trained on."""
        train = self.squares.train
        square = train[generator(SEED, 1, number).integers(len(train))]
        layout = self.squares.labels[square][:: CORE_CELL // LAYOUT_CELL, :: CORE_CELL // LAYOUT_CELL]
        return sample(middle(layout[None], LAYOUT_CELL * self.cells)[0], number)

    def order(self, sampled: float) -> Iterator[int]:
        """Numbers of pictures, without end if some are sampled; the first is held out, so that there is one. sampled: the
        share of them that are of sampled tokens."""
        train = self.squares.train
        squares = np.random.default_rng(SEED).permutation(train[train < SAMPLED]).tolist()
        squares = iter(sorted(squares, key=lambda square: square != next(filter(is_held_out, squares), None)))
        debt, next_sampled = 0.0, SAMPLED
        while True:
            debt += sampled
            if debt >= 1:
                debt -= 1
                yield next_sampled
                next_sampled += 1
            elif (square := next(squares, None)) is not None:
                yield square
            elif not sampled:
                return

    def missing(self, count: int, sampled: float) -> list[int]:
        """Which are to be made, in order, so that the folder has `count`."""
        there, wanted = {int(path.stem) for path in self.folder.glob("*.webp")}, []
        for number in self.order(sampled):
            if len(there) + len(wanted) >= count:
                break
            if number not in there:
                wanted.append(number)
        return wanted

    def make(self, count: int, sampled: float, sample: Sample | None, load: Callable[[], nn.Module], workers: Workers) -> None:
        """sample: None if no share of the tokens is sampled. load: of the network that enlarges, called if something is missing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        wanted = self.missing(count, sampled)
        workers.wait()  # until each has looked at the same folder
        if not wanted:
            return
        network = load().to(workers.device, memory_format=torch.channels_last)
        mine = wanted[workers.rank :: workers.count]
        for number in tqdm(mine, "teacher", unit="picture", disable=not workers.leads):
            tokens = self.sampled_tokens(number, sample) if number >= SAMPLED and sample else self.tokens_of_square(number)
            small = decode_small(self.decoder, self.codebook, tokens[None])
            with torch.no_grad():
                large = network(small.to(workers.device, memory_format=torch.channels_last))[0].permute(1, 2, 0).cpu().numpy()
            write_picture(self.folder, number, tokens, to_bytes(large))
        workers.wait()


def write_picture(folder: Path, number: int, tokens: np.ndarray, rgb: np.ndarray) -> None:
    """rgb uint8 [h, w, 3]. The picture last: where it is, its tokens are."""
    np.save(folder / f"{number:06}.npy", tokens.astype(np.int16))
    image = Image.fromarray(rgb)
    write_whole(folder / f"{number:06}.webp", lambda beside: image.save(beside, "webp", lossless=True, method=2))
