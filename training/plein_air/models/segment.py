"""The layouts of photographs: the segmenter, and the colour rules. The page does the same (src/core/segment/)."""

import numpy as np
from PIL import Image
from tqdm import tqdm

from plein_air.models.colour_rules import refine
from plein_air.models.segmenter import STRIDE
from plein_air.models.sessions import Graph

SHORT, LONG = 256, 512  # pixels: the network sees the largest picture with no side above these
LEAST = 64  # pixels along a side of what the network sees


def network_size(height: int, width: int) -> tuple[int, int]:
    """The size at which the network sees a photograph: multiples of 16, its proportion kept but for the rounding."""
    scale = min(SHORT / min(height, width), LONG / max(height, width))

    def fitted(side: int) -> int:
        return max(LEAST, int(np.floor(side * scale / STRIDE + 0.5)) * STRIDE)

    return fitted(height), fitted(width)


def neighbours(inputs: int, outputs: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """-> for each output the two inputs that it lies between, and how near it is to the second: output n lies at n * in / out."""
    place = np.arange(outputs) * inputs / outputs
    low = np.floor(place).astype(np.int64)
    return low, np.minimum(low + 1, inputs - 1), place - low


def likeliest(logits: np.ndarray, height: int, width: int) -> np.ndarray:
    """logits [classes, h, w] -> uint8 [height, width]: enlarged as TensorFlow 1 did it, then the class with the highest."""
    # A mean of neighbours is no higher than the highest of them: a class below the least of all maxima is the likeliest nowhere.
    possible = np.flatnonzero(logits.max((1, 2)) >= logits.max(0).min())
    low, high, weight = neighbours(logits.shape[1], height)
    logits = logits[possible].astype(np.float64)
    rows = logits[:, low] * (1 - weight)[:, None] + logits[:, high] * weight[:, None]
    low, high, weight = neighbours(logits.shape[2], width)
    return possible[(rows[:, :, low] * (1 - weight) + rows[:, :, high] * weight).argmax(0)].astype(np.uint8)


def segment_classes(photograph: np.ndarray, graph: Graph) -> np.ndarray:
    """uint8 [h, w, 3] -> uint8 [h, w]: the segmenter's 32 classes."""
    height, width = photograph.shape[:2]
    rows, columns = network_size(height, width)
    seen = np.asarray(Image.fromarray(photograph).resize((columns, rows), Image.Resampling.BICUBIC))
    (logits,) = graph(rgb=seen.transpose(2, 0, 1)[None].astype(np.float32) / 127.5 - 1)
    return likeliest(logits[0], height, width)


def segment_photograph(photograph: np.ndarray, graph: Graph) -> np.ndarray:
    """The same for one: uint8 [h, w, 3] -> layout uint8 [h, w]."""
    return refine(photograph, segment_classes(photograph, graph))


def segment_photographs(photographs: np.ndarray, graph: Graph) -> np.ndarray:
    """uint8 [N, h, w, 3] -> layouts uint8 [N, h, w], 0 where a photograph shows none of the layout's classes.

    graph: a bundle's segmenter. The colour rules are made for about 8 pixels along a cell's side: a picture of 16 is halved first.
    """
    pictures = tqdm(photographs, "segment", leave=False, disable=len(photographs) < 100)
    return np.stack([segment_photograph(photograph, graph) for photograph in pictures])
