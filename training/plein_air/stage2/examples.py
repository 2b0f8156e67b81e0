"""Examples for the transformer: lattices cut out of encoded photographs, with what is given and what is dropped."""

import math
from dataclasses import dataclass

import numpy as np
import torch

from plein_air.models.context import ANY, SUB_CELLS
from plein_air.stage2.encoded import VARIANTS, Encoded
from plein_air.stage2.known_masks import known_mask
from plein_air.training.draws import generator

# Shares of examples without a layout (so that guidance has something to compare with, after Ho and Salimans, "Classifier-Free
# Diffusion Guidance", 2022, and so that pictures need none), with half of their classes, with a rectangle of it empty.
NO_LAYOUT, FEW_CLASSES, HOLE = 0.12, 0.10, 0.05
NO_MOOD, NO_ZOOM = 0.5, 0.25
NO_GUIDANCE = 0.3  # share of examples with a strength of 1
STRONGEST = 4.0  # the others have one from 1 to this, log-uniform
WIDE = 0.25  # share of batches of wide lattices
WIDER = (1.5, 2.0)  # how wide those are, by their height
SHAPE_DRAW = 2**30  # a place that no example has


@dataclass(frozen=True)
class Batch:
    tokens: torch.Tensor  # int64 [N, H, W]
    given: torch.Tensor  # int64 [N, H, W]: what the transformer sees of them, some replaced by random ones
    layout: torch.Tensor  # int64 [N, 4H, 4W] class ids
    known: torch.Tensor  # bool [N, H, W]
    mood: torch.Tensor  # int64 [N], 0 any
    guidance: torch.Tensor  # float32 [N], 1 or more
    zoom: torch.Tensor  # int64 [N], 0 any

    def to(self, device: torch.device) -> "Batch":
        return Batch(**{name: tensor.to(device) for name, tensor in vars(self).items()})


@dataclass(frozen=True)
class Pool:
    """Encoded pictures of one shape, of one folder."""

    encoded: Encoded
    ids: np.ndarray  # of those that are trained on
    moods: np.ndarray  # uint8 [pictures], 1 ..
    zooms: np.ndarray  # uint8 [pictures], 1 ..

    def weights(self) -> np.ndarray:
        """Of each of `ids`. A large photograph gives four squares of its halves and nine of its thirds, which are much alike: at
        each zoom all of them together weigh less than that."""
        return 1.0 / self.zooms[self.ids]


class Shelf:
    """Pools of one shape, to draw from."""

    def __init__(self, pools: list[Pool]):
        self.pools = [pool for pool in pools if len(pool.ids)]
        weights = np.concatenate([pool.weights() for pool in self.pools]) if self.pools else np.zeros(0)
        self.borders = weights.cumsum()
        self.firsts = np.cumsum([0, *(len(pool.ids) for pool in self.pools)])

    def draw(self, draws: np.random.Generator) -> tuple[Pool, int]:
        """-> a pool, and which of its pictures"""
        n = int(np.searchsorted(self.borders, draws.random() * self.borders[-1], "right"))
        which = int(np.searchsorted(self.firsts, n, "right")) - 1
        pool = self.pools[which]
        return pool, int(pool.ids[n - self.firsts[which]])


class Examples:
    def __init__(self, squares: list[Pool], wide: list[Pool], lattice: int, codes: int, keep: float, distilled: bool):
        """lattice: rows of an example, and columns of one that is not wide. keep: share of the tokens that the transformer sees as
        they are. distilled: whether guidance is drawn, else it is 1. What is measured is the first pool's of the squares."""
        self.measured = squares[0]
        self.squares, self.wide = Shelf(squares), Shelf(wide)
        self.lattice, self.codes, self.keep, self.distilled = lattice, codes, keep, distilled

    def columns(self, seed: int, step: int) -> int:
        """How wide the lattices of a step are. All of a batch have one shape."""
        draws = generator(seed, step, SHAPE_DRAW)
        if not self.wide.pools or draws.random() >= WIDE:
            return self.lattice
        return round(self.lattice * draws.choice(WIDER))

    def drawn(self, seed: int, step: int, places: range) -> Batch:
        """The examples of these places of the batch of a step."""
        columns = self.columns(seed, step)
        shelf = self.squares if columns == self.lattice else self.wide
        every = [generator(seed, step, place) for place in places]
        chosen = [(*shelf.draw(draws), int(draws.integers(VARIANTS))) for draws in every]
        for pool in shelf.pools:
            pool.encoded.encode((picture, variant) for other, picture, variant in chosen if other is pool)
        return stacked([self.one(*choice, columns, draws) for choice, draws in zip(chosen, every, strict=True)])

    def one(self, pool: Pool, picture: int, variant: int, columns: int, draws: np.random.Generator) -> tuple[np.ndarray, ...]:
        height, width = pool.encoded.tokens.shape[2:]
        row, column = draws.integers(height - self.lattice + 1), draws.integers(width - columns + 1)
        tokens, layout = self.cut(pool.encoded, picture, variant, row, column, columns)
        known = known_mask(draws, self.lattice, columns)
        # A sampled picture has mistakes that a photograph has not: random tokens teach the transformer to go on in spite of them.
        wrong = (draws.random(tokens.shape) >= self.keep) & ~known
        given = np.where(wrong, draws.integers(self.codes, size=tokens.shape), tokens)
        layout = drop_layout(draws, layout)
        mood = 0 if draws.random() < NO_MOOD else int(pool.moods[picture])
        zoom = 0 if draws.random() < NO_ZOOM else int(pool.zooms[picture])
        guided = self.distilled and draws.random() >= NO_GUIDANCE
        guidance = math.exp(draws.uniform(0, math.log(STRONGEST))) if guided else 1.0
        return tokens, given, layout, known, np.int64(mood), np.float32(guidance), np.int64(zoom)

    def cut(
        self, encoded: Encoded, picture: int, variant: int, row: int, column: int, columns: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """-> tokens int64 [lattice, columns], layout int64 [4 lattice, 4 columns]"""
        tokens = encoded.tokens[picture, variant, row : row + self.lattice, column : column + columns]
        top, left = SUB_CELLS * row, SUB_CELLS * column
        layout = encoded.layout(picture, variant)
        layout = layout[top : top + SUB_CELLS * self.lattice, left : left + SUB_CELLS * columns]
        return tokens.astype(np.int64), layout.astype(np.int64)

    def plain(self, ids: np.ndarray) -> Batch:
        """The middle of each of these squares of the first pool, nothing known, nothing dropped: to measure with."""
        pool = self.measured
        pool.encoded.encode((int(n), 0) for n in ids)
        row, column = ((side - self.lattice) // 2 for side in pool.encoded.tokens.shape[2:])
        nothing = np.zeros((self.lattice, self.lattice), bool)
        examples = []
        for n in ids:
            tokens, layout = self.cut(pool.encoded, n, 0, row, column, self.lattice)
            said = np.int64(pool.moods[n]), np.float32(1), np.int64(pool.zooms[n])
            examples.append((tokens, tokens, layout, nothing, *said))
        return stacked(examples)


def drop_layout(draws: np.random.Generator, layout: np.ndarray) -> np.ndarray:
    """The layout with nothing, all, some classes or a rectangle of it left to the model."""
    kind = draws.random()
    if kind < NO_LAYOUT:
        return np.full_like(layout, ANY)
    layout = layout.copy()
    if kind < NO_LAYOUT + FEW_CLASSES:
        classes = np.unique(layout)
        layout[np.isin(layout, classes[draws.random(len(classes)) < 0.5])] = ANY
    elif kind < NO_LAYOUT + FEW_CLASSES + HOLE:
        rows, columns = layout.shape
        top, left = draws.integers(0, 3 * rows // 4), draws.integers(0, 3 * columns // 4)
        height, width = draws.integers(rows // 8, rows), draws.integers(columns // 8, columns)
        layout[top : top + height, left : left + width] = ANY
    return layout


def stacked(examples: list[tuple[np.ndarray, ...]]) -> Batch:
    return Batch(*(torch.from_numpy(np.stack(column)) for column in zip(*examples, strict=True)))
