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

from plein_air.bundles.bundle_files import read_manifest
from plein_air.bundles.read_back import read_graphs
from plein_air.bundles.swatches import to_bytes
from plein_air.data.dataset import Dataset
from plein_air.data.photographs import CORE_CELL, LAYOUT_CELL, middle
from plein_air.decoding.examples import is_held_out
from plein_air.models.sessions import Graph, decode
from plein_air.models.vqgan import CORE_CELL_PIXELS, Encoder, look_up, nearest_codes
from plein_air.stage1.crops import random_crop, to_rgb
from plein_air.training.checkpoint import write_whole
from plein_air.training.draws import generator
from plein_air.training.workers import Workers

Draw = Callable[[np.ndarray], torch.Tensor]  # tokens [h, w] -> RGB [1, 3, 8h, 8w]
Sample = Callable[[np.ndarray, int], np.ndarray]  # a layout [4h, 4w] and a seed -> tokens [h, w]

SAMPLED = 500_000  # numbers from here on are of sampled tokens, those below of the square of that number
SEED = 5  # of the order in which pictures are made, and of their crops: a folder that grows goes on in the same order


def drawn_by_bundle(folder: Path) -> Draw:
    """By the graphs of a bundle, whatever its decoder: those of before had 16 pixels a cell."""
    graphs = read_graphs(folder)
    features, upsampler = Graph(graphs["features"]), Graph(graphs["upsampler"])
    step = read_manifest(folder)["lattice"]["cellPixels"] // CORE_CELL_PIXELS
    return lambda tokens: F.avg_pool2d(torch.from_numpy(decode(features, upsampler, tokens))[None], step)


def drawn_by(decoder: nn.Module, codebook: torch.Tensor) -> Draw:
    """decoder: a core decoder, or a decoder."""

    @torch.no_grad()
    def draw(tokens: np.ndarray) -> torch.Tensor:
        rgb = decoder(look_up(torch.from_numpy(tokens.astype(np.int64))[None], codebook))
        return F.avg_pool2d(rgb, rgb.shape[-1] // (CORE_CELL_PIXELS * tokens.shape[1]))

    return draw


class Enlarging(nn.Module):
    """Stands in for the teacher in a smoke test: it has no weights."""

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        return F.interpolate(rgb, scale_factor=4.0, mode="bicubic").clamp(-1, 1)


class Teacher:
    """Makes the pictures of a folder, those that are not there yet."""

    def __init__(self, folder: Path, dataset: Dataset, encoder: Encoder, codebook: torch.Tensor, draw: Draw, cells: int):
        self.folder, self.dataset, self.encoder, self.codebook, self.draw, self.cells = (
            folder,
            dataset,
            encoder,
            codebook,
            draw,
            cells,
        )

    def tokens_of_square(self, number: int) -> np.ndarray:
        """Of a crop, mirrored half of the time."""
        crop = random_crop(generator(SEED, 0, number), self.dataset.photographs[number], CORE_CELL_PIXELS * self.cells)
        with torch.no_grad():
            return nearest_codes(self.encoder(to_rgb([crop])), self.codebook)[0].numpy()

    def sampled_tokens(self, number: int, sample: Sample) -> np.ndarray:
        """Of the layout of a square that is trained on."""
        square = self.dataset.train[generator(SEED, 1, number).integers(len(self.dataset.train))]
        layout = self.dataset.labels[square][:: CORE_CELL // LAYOUT_CELL, :: CORE_CELL // LAYOUT_CELL]
        return sample(middle(layout[None], LAYOUT_CELL * self.cells)[0], number)

    def order(self, sampled: float) -> Iterator[int]:
        """Numbers of pictures, without end if some are sampled; the first is held out, so that there is one. sampled: the
        share of them that are of sampled tokens."""
        squares = np.random.default_rng(SEED).permutation(self.dataset.train[self.dataset.train < SAMPLED]).tolist()
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
            with torch.no_grad():
                small = self.draw(tokens).clamp(-1, 1).to(workers.device, memory_format=torch.channels_last)
                large = network(small)[0].permute(1, 2, 0).cpu().numpy()
            write_picture(self.folder, number, tokens, to_bytes(large))
        workers.wait()


def write_picture(folder: Path, number: int, tokens: np.ndarray, rgb: np.ndarray) -> None:
    """rgb uint8 [h, w, 3]. The picture last: where it is, its tokens are."""
    with (folder / f"{number:06}.npy").open("wb") as file:
        np.save(file, tokens.astype(np.int16))
    image = Image.fromarray(rgb)
    write_whole(folder / f"{number:06}.webp", lambda beside: image.save(beside, "webp", lossless=True, method=2))
