"""Whether pictures are copied from photographs that the transformer was trained on."""

import numpy as np
from tqdm import tqdm

CHUNK = 64  # photographs at a time


def most_in_common(tokens: np.ndarray, encoded: np.ndarray) -> np.ndarray:
    """tokens [N, h, w] of pictures, encoded [M, variants, H, W] of photographs, as the transformer is trained on them: cut at every
    offset, mirrored or not -> [N], 0..1: the largest share of tokens that are the same in the same places.

    A copy has all of them. What chance and smooth skies have in common, pictures of photographs that were held out have, too.
    """
    count, height, width = tokens.shape
    flat = tokens.reshape(count, -1).astype(encoded.dtype)
    most = np.zeros(count, np.int64)
    starts = [(y, x) for y in range(encoded.shape[2] - height + 1) for x in range(encoded.shape[3] - width + 1)]
    for first in tqdm(range(0, len(encoded), CHUNK), "in common", unit="chunk", leave=False):
        part = np.asarray(encoded[first : first + CHUNK])
        for y, x in starts:
            cuts = part[:, :, y : y + height, x : x + width].reshape(-1, height * width)
            for n, picture in enumerate(flat):
                most[n] = max(most[n], int(np.count_nonzero(cuts == picture, axis=1).max()))
    return most / (height * width)


def in_common(tokens: np.ndarray, encoded: np.ndarray) -> tuple[float, float]:
    """-> the mean of those shares, and the largest"""
    shares = most_in_common(tokens, encoded)
    return float(shares.mean()), float(shares.max())
