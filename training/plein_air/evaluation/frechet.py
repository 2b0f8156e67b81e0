"""How far one set of pictures is from another, as sets: neither has to show what the other shows."""

import numpy as np
import torch

from plein_air.pretrained.squeezenet import SqueezeNet

CHUNK = 16  # pictures at a time


@torch.no_grad()
def pooled_features(network: SqueezeNet, pictures: torch.Tensor) -> np.ndarray:
    """RGB [N, 3, h, w] in [-1, 1] -> float64 [N, 512]: the last features of SqueezeNet, mean over places."""
    parts = [network(part)[-1].mean((2, 3)) for part in pictures.clamp(-1, 1).split(CHUNK)]
    return torch.cat(parts).double().cpu().numpy()


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    """Features [N, d] and [M, d] -> |mean a - mean b|^2 + tr(A + B - 2 (A B)^(1/2)), A and B their covariances.

    Dowson and Landau, "The Fréchet distance between multivariate normal distributions" (1982), as Heusel et al., "GANs Trained by a
    Two Time-Scale Update Rule" (2017), use it; theirs is over Inception features, so their numbers cannot be compared with these.
    Few pictures make it too large, the same for every set of the same size: compare it with another one of as many pictures.
    """
    shift = a.mean(0) - b.mean(0)
    covariance_a, covariance_b = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    values, vectors = np.linalg.eigh(covariance_a)
    root = (vectors * np.sqrt(values.clip(0))) @ vectors.T  # below 0 by rounding alone
    # The trace of (A B)^(1/2) is that of (A^(1/2) B A^(1/2))^(1/2), which is symmetric.
    mixed = np.sqrt(np.linalg.eigvalsh(root @ covariance_b @ root).clip(0)).sum()
    return float(shift @ shift + np.trace(covariance_a) + np.trace(covariance_b) - 2 * mixed)
