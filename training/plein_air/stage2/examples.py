"""Examples for the transformer: lattices cut out of encoded photographs, with what is given and what is dropped."""

from dataclasses import dataclass

import numpy as np
import torch

from plein_air.context import ANY, SUB_CELLS
from plein_air.stage2.encoded import VARIANTS, Encoded
from plein_air.stage2.known_masks import known_mask
from plein_air.training.draws import generator

# Shares of examples without a layout (so that guidance has something to compare with, after Ho and Salimans, "Classifier-Free
# Diffusion Guidance", 2022, and so that pictures need none), with half of their classes, with a rectangle of it empty.
NO_LAYOUT, FEW_CLASSES, HOLE = 0.12, 0.10, 0.05
NO_MOOD = 0.5


@dataclass(frozen=True)
class Batch:
    tokens: torch.Tensor  # int64 [N, H, W]
    given: torch.Tensor  # int64 [N, H, W]: what the transformer sees of them, some replaced by random ones
    layout: torch.Tensor  # int64 [N, 4H, 4W] class ids
    known: torch.Tensor  # bool [N, H, W]
    mood: torch.Tensor  # int64 [N], 0 any

    def to(self, device: torch.device) -> "Batch":
        return Batch(**{name: tensor.to(device) for name, tensor in vars(self).items()})


@dataclass(frozen=True)
class Examples:
    encoded: Encoded
    moods: np.ndarray  # uint8 [squares], 1 ..
    lattice: int  # cells along a side of an example
    codes: int
    keep: float  # share of the tokens that the transformer sees as they are

    def drawn(self, ids: np.ndarray, seed: int, step: int, places: range) -> Batch:
        """The examples of these places of the batch of a step, out of the squares `ids`."""
        return stacked([self.one(ids, generator(seed, step, place)) for place in places])

    def one(self, ids: np.ndarray, draws: np.random.Generator) -> tuple[np.ndarray, ...]:
        square, variant = ids[draws.integers(len(ids))], draws.integers(VARIANTS)
        row, column = draws.integers(0, self.encoded.cells - self.lattice + 1, 2)
        tokens, layout = self.cut(square, variant, row, column)
        known = known_mask(draws, self.lattice, self.lattice)
        # A sampled picture has mistakes that a photograph has not: random tokens teach the transformer to go on in spite of them.
        wrong = (draws.random(tokens.shape) >= self.keep) & ~known
        given = np.where(wrong, draws.integers(self.codes, size=tokens.shape), tokens)
        mood = 0 if draws.random() < NO_MOOD else int(self.moods[square])
        return tokens, given, drop_layout(draws, layout), known, np.int64(mood)

    def cut(self, square: int, variant: int, row: int, column: int) -> tuple[np.ndarray, np.ndarray]:
        """-> tokens int64 [lattice, lattice], layout int64 [4 lattice, 4 lattice]"""
        tokens = self.encoded.tokens[square, variant, row : row + self.lattice, column : column + self.lattice]
        top, left, side = SUB_CELLS * row, SUB_CELLS * column, SUB_CELLS * self.lattice
        layout = self.encoded.layouts[square, variant, top : top + side, left : left + side]
        return tokens.astype(np.int64), layout.astype(np.int64)

    def plain(self, ids: np.ndarray) -> Batch:
        """The middle of each square, nothing known, nothing dropped: to measure with."""
        corner = (self.encoded.cells - self.lattice) // 2
        cuts = [self.cut(square, 0, corner, corner) for square in ids]
        nothing = np.zeros((self.lattice, self.lattice), bool)
        return stacked(
            [(tokens, tokens, layout, nothing, np.int64(self.moods[n])) for n, (tokens, layout) in zip(ids, cuts, strict=True)]
        )


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
        side = len(layout)
        top, left = draws.integers(0, 3 * side // 4, 2)
        height, width = draws.integers(side // 8, side, 2)
        layout[top : top + height, left : left + width] = ANY
    return layout


def stacked(examples: list[tuple[np.ndarray, ...]]) -> Batch:
    return Batch(*(torch.from_numpy(np.stack(column)) for column in zip(*examples, strict=True)))
