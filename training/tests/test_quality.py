"""What is measured, on cases whose numbers are known."""

import numpy as np
import pytest
import torch

from plein_air.evaluation.frechet import frechet_distance, pooled_features
from plein_air.pretrained.squeezenet import CHANNELS, squeezenet
from plein_air.stage1.quality import psnr, quality, ssim

PICTURES = torch.rand(3, 3, 40, 40, generator=torch.Generator().manual_seed(1)) * 2 - 1


def gaussians(count: int, dimension: int) -> np.ndarray:
    """Numbers whose mean is 0 and whose covariance is the identity, exactly."""
    x = np.random.default_rng(1).normal(size=(count, dimension))
    x -= x.mean(0)
    return x @ np.linalg.inv(np.linalg.cholesky(np.cov(x, rowvar=False))).T


def test_equal_pictures_are_perfect():
    found = quality(squeezenet(), PICTURES, PICTURES)
    assert (found["l1"], found["features"]) == (0, 0)
    assert found["ssim"] == pytest.approx(1, abs=1e-6) and found["psnr"] == np.inf


def test_signal_to_noise_of_a_shift_is_known():
    shifted = PICTURES.clone()
    shifted += 0.02
    assert psnr(shifted, PICTURES).tolist() == pytest.approx([40.0] * 3, abs=1e-3)  # 10 log10(4 / 0.0004)


def test_structural_similarity_of_flat_pictures_is_that_of_their_means():
    a, b = torch.full((1, 3, 20, 20), 0.5), torch.full((1, 3, 20, 20), 0.25)
    light, other, c1 = 0.75, 0.625, 0.01**2  # 0 .. 1
    assert ssim(a, b).item() == pytest.approx((2 * light * other + c1) / (light**2 + other**2 + c1), abs=1e-4)


def test_structural_similarity_falls_with_noise_and_turns_with_the_sign():
    noise = torch.randn(PICTURES.shape, generator=torch.Generator().manual_seed(2))
    found = [ssim(PICTURES + share * noise, PICTURES).mean().item() for share in (0.1, 0.3, 1.0)]
    assert found[0] > found[1] > found[2]
    checkered = ((torch.arange(20)[:, None] + torch.arange(20)) % 2 * 2.0 - 1).expand(1, 3, -1, -1)
    assert ssim(-checkered, checkered) < -0.99


def test_a_set_has_no_distance_from_itself_in_any_order():
    x = np.random.default_rng(1).normal(size=(50, 8)) @ np.random.default_rng(2).normal(size=(8, 8))
    assert frechet_distance(x, x[::-1]) == pytest.approx(0, abs=1e-9)


def test_the_distance_of_shifted_gaussians_is_the_squared_shift():
    x = gaussians(40, 5)
    assert frechet_distance(x, x + np.array([3, 0, 4, 0, 0])) == pytest.approx(25)


def test_the_distance_of_scaled_gaussians_is_that_of_their_deviations():
    x = gaussians(40, 5)
    scales = np.array([1, 2, 3, 4, 0])
    assert frechet_distance(x, x * scales) == pytest.approx(((scales - 1) ** 2).sum())
    assert frechet_distance(x * scales, x) == pytest.approx(((scales - 1) ** 2).sum())


def test_fewer_pictures_than_features_are_no_harm():
    x = np.random.default_rng(1).normal(size=(6, 30))
    assert frechet_distance(x, x + 1) == pytest.approx(30)


def test_features_of_pictures_are_one_vector_each():
    found = pooled_features(squeezenet(), PICTURES)
    assert found.shape == (3, CHANNELS) and found.std() > 0
