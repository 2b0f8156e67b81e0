"""Sampling a lattice: positions in wavefront order, a ring cache, and a code drawn at each position.

The page's loop is the same (`workers/`, `src/core/`); `training/parity/` holds both to the same tokens. What is random comes
from outside, as noise of each position, so that the order of positions cannot matter.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch

from plein_air.models.context import ANY
from plein_air.models.transformer import NEIGHBOURS, LatticeTransformer, TransformerConfig
from plein_air.models.window import Window

MASKED = -1e9  # the bias of a position that is not there
NONE = -1  # a token that is not given

Position = tuple[int, int]  # row, column
Step = Callable[..., tuple[np.ndarray, np.ndarray]]  # the step graph, its inputs by name -> logits, new
# layout, known, mood, guidance, zoom -> features [H, W, width]
ContextNetwork = Callable[[np.ndarray, np.ndarray, int, float, int], np.ndarray]


@dataclass(frozen=True)
class Variety:
    """How the distribution of a position is narrowed before a code is drawn."""

    temperature: float = 1.0  # divides the logits; 0 takes the most likely code
    top_k: int = 100  # how many of the most likely codes may be drawn
    top_p: float = 1.0  # codes are taken, by falling probability, while those before them hold less than this


@dataclass(frozen=True)
class Sample:
    """A sampled lattice."""

    tokens: np.ndarray  # int32 [H, W]
    margin: float  # the smallest of the positions drawn
    gap: float  # the same


class Draw(NamedTuple):
    """A code, and how much rounding it would take to draw another."""

    code: int
    margin: float  # of probability: from noise * total to the nearest border between two codes, and from top-p to where it cuts
    gap: float  # of logits: to the codes before and after it in the order


def wavefront(rows: int, columns: int, window: Window) -> Iterator[list[Position]]:
    """The lanes of each step, from the top row down: at most one position a row, each the window's lag behind the row above."""
    lag = window.lag(columns)
    for step in range(columns + lag * (rows - 1)):
        yield [(i, step - lag * i) for i in range(rows) if 0 <= step - lag * i < columns]


def sample_token(logits: np.ndarray, noise: float, variety: Variety) -> Draw:
    """Draws a code by the inverse distribution function at `noise`, over the codes sorted by falling probability.

    logits: float32 [codes]; noise: in [0, 1). Ties: the lower code first. Computed in float64. Top-p is counted on the
    distribution of all codes, before top-k cuts it (Holtzman et al., "The Curious Case of Neural Text Degeneration", 2020).
    """
    logits = logits.astype(np.float64)
    order = np.argsort(-logits, kind="stable")
    falls = -np.diff(logits[order], prepend=np.inf, append=-np.inf)  # from each code in the order to the next
    if variety.temperature == 0 or variety.top_k <= 1:
        return Draw(int(order[0]), 1.0, float(falls[1]))
    weights = np.exp((logits - logits[order[0]]) / variety.temperature)
    probabilities = (weights / weights.sum())[order[: variety.top_k]]
    borders = probabilities.cumsum()
    taken = int((borders - probabilities < variety.top_p).sum())
    cut = np.abs(borders[:-1] - variety.top_p).min(initial=1.0)
    borders = borders[:taken]
    at = noise * borders[-1]
    index = min(int((borders <= at).sum()), taken - 1)
    margin = np.abs(borders[:-1] - at).min(initial=cut)
    return Draw(int(order[index]), float(margin), float(falls[index : index + 2].min()))


def guide(conditional: np.ndarray, unconditional: np.ndarray, strength: float) -> np.ndarray:
    """Guidance without a classifier (Ho and Salimans, 2021): logits [..., codes] = without + strength (with - without)."""
    without = unconditional.astype(np.float64)
    return (without + strength * (conditional - without)).astype(np.float32)


class RingCache:
    """Keys and values of the last rows of the lattice, those of a window, for each of `streams` streams."""

    def __init__(self, streams: int, columns: int, width: int, window: Window):
        self.columns, self.ring_rows, self.offsets = columns, window.ring_rows(columns), window.offsets
        self.rows = np.zeros((streams * self.ring_rows * columns, width), np.float32)

    def slot(self, stream: int, i: int, j: int) -> int:
        return (stream * self.ring_rows + i % self.ring_rows) * self.columns + j

    def window(self, stream: int, i: int, j: int) -> tuple[list[int], list[float]]:
        """Slots [window.slots] and bias, one more, of a position; slot 0 where the window leaves the lattice."""
        around = [(i + di, j + dj) for di, dj in self.offsets]
        there = [row >= 0 and 0 <= column < self.columns for row, column in around]
        slots = [self.slot(stream, *position) if ok else 0 for position, ok in zip(around, there, strict=True)]
        return slots, [0.0 if ok else MASKED for ok in there] + [0.0]


def sample_lattices(
    step: Step,
    features: np.ndarray,
    config: TransformerConfig,
    known: np.ndarray,
    noise: np.ndarray,
    variety: Variety,
    guidance: float = 1.0,
    forced: np.ndarray | None = None,
    draw_token: Callable[[np.ndarray, float, Variety], Draw] = sample_token,
) -> list[Sample]:
    """Samples the tokens of lattices of one size, all of them in the lanes of one step.

    features: [streams, N, H, W, width]; two streams, with and without layout and mood, if guidance is not 1 and the model is not
    distilled: then it is in the features. config: of the model.
    known: int [N, H, W], NONE where it is not: tokens that are kept. noise: [N, H, W] in [0, 1).
    forced: int [N, H, W], NONE where there is none: tokens sampled earlier under the same features. They are replayed to rebuild
    the cache, so that a run that was cut short continues as if it had not been.
    """
    streams, count, rows, columns, _ = features.shape
    if streams != streams_for(config, guidance):
        raise ValueError(f"guidance {guidance} does not go with {streams} streams of features")
    cache = RingCache(streams * count, columns, config.cache_width, config.window)
    tokens = np.full((count, rows, columns), NONE, np.int32)
    given = known if forced is None else np.where(known >= 0, known, forced)
    margins, gaps = np.full(count, np.inf), np.full(count, np.inf)

    def token_at(n: int, i: int, j: int) -> int:
        return int(tokens[n, i, j]) if i >= 0 and 0 <= j < columns else config.codes

    for positions in wavefront(rows, columns, config.window):
        places = [(n, i, j) for n in range(count) for i, j in positions]
        lanes = [(stream, *place) for stream in range(streams) for place in places]
        kept = [(stream * count + n, i, j) for stream, n, i, j in lanes]  # where the cache has them
        slots, bias = zip(*(cache.window(*place) for place in kept), strict=True)
        left, up, up_right = ([token_at(n, i + di, j + dj) for _, n, i, j in lanes] for di, dj in NEIGHBOURS)
        logits, new = step(
            features=np.stack([features[lane] for lane in lanes]),
            left=left,
            up=up,
            upright=up_right,
            i=[i for _, _, i, _ in lanes],
            j=[j for _, _, _, j in lanes],
            cache=cache.rows,
            slots=slots,
            bias=bias,
        )
        cache.rows[[cache.slot(*place) for place in kept]] = new
        if streams == 2:
            logits = guide(*np.split(logits, 2), guidance)
        for lane, place in enumerate(places):
            if given[place] >= 0:
                tokens[place] = given[place]
                continue
            draw = draw_token(logits[lane], noise[place], variety)
            tokens[place] = draw.code
            n = place[0]
            margins[n], gaps[n] = min(margins[n], draw.margin), min(gaps[n], draw.gap)
    return [Sample(*sample) for sample in zip(tokens, margins.tolist(), gaps.tolist(), strict=True)]


def sample_lattice(
    step: Step,
    features: np.ndarray,
    config: TransformerConfig,
    known: np.ndarray,
    noise: np.ndarray,
    variety: Variety,
    guidance: float = 1.0,
    forced: np.ndarray | None = None,
    draw_token: Callable[[np.ndarray, float, Variety], Draw] = sample_token,
) -> Sample:
    """The same for one lattice: features [streams, H, W, width]; known, noise and forced [H, W]."""
    one = None if forced is None else forced[None]
    return sample_lattices(step, features[:, None], config, known[None], noise[None], variety, guidance, one, draw_token)[0]


def streams_for(config: TransformerConfig, guidance: float) -> int:
    return 1 if guidance == 1 or config.distilled else 2


def streams_of(
    context: ContextNetwork,
    config: TransformerConfig,
    layout: np.ndarray,
    known: np.ndarray,
    mood: int,
    guidance: float,
    zoom: int = 0,
) -> np.ndarray:
    """The features [streams, H, W, width] that `sample_lattice` needs. Without: neither layout nor mood, but what is known."""
    features = [context(layout, known, mood, guidance, zoom)]
    if streams_for(config, guidance) == 2:
        features.append(context(np.full_like(layout, ANY), known, 0, guidance, zoom))
    return np.stack(features)


def torch_step(model: LatticeTransformer) -> Step:
    """`LatticeTransformer.step` on arrays."""

    @torch.no_grad()
    def step(**inputs) -> tuple[np.ndarray, np.ndarray]:
        tensors = {name: torch.from_numpy(np.asarray(value)) for name, value in inputs.items()}
        tensors["bias"] = tensors["bias"].float()
        logits, new = model.step(**tensors)
        return logits.numpy(), new.numpy()

    return step


def torch_context(model: LatticeTransformer) -> ContextNetwork:
    """The context network on arrays."""

    @torch.no_grad()
    def context(layout: np.ndarray, known: np.ndarray, mood: int, guidance: float, zoom: int) -> np.ndarray:
        layouts, tokens = (torch.from_numpy(np.asarray(array, np.int64))[None] for array in (layout, known))
        everywhere = torch.tensor([mood]), torch.tensor([float(guidance)]), torch.tensor([zoom])
        return model.context(layouts, tokens, *everywhere)[0].unflatten(0, known.shape).numpy()

    return context


def generate(
    model: LatticeTransformer,
    layout: np.ndarray,
    known: np.ndarray,
    mood: int,
    noise: np.ndarray,
    variety: Variety,
    guidance: float = 1.0,
    forced: np.ndarray | None = None,
    zoom: int = 0,
) -> Sample:
    """Samples a lattice with the models themselves. layout [4H, 4W] class ids, known [H, W], noise [H, W]."""
    features = streams_of(torch_context(model), model.config, layout, known, mood, guidance, zoom)
    return sample_lattice(torch_step(model), features, model.config, known, noise, variety, guidance, forced)
