from itertools import pairwise

import pytest
import torch
import torch.nn.functional as F

from plein_air.pretrained.squeezenet import CHANNELS, LEAST_SIDE, squeezenet
from plein_air.stage1.losses import feature_distances


@pytest.fixture(scope="module")
def network():
    return squeezenet()


def hills(side: int) -> torch.Tensor:
    """RGB [1, 3, side, side] in [-1, 1]: skylines one behind the other, fine grass before them."""
    y, x = torch.meshgrid(torch.arange(side) / 64, torch.arange(side) / 64, indexing="ij")
    picture = torch.stack([y - 0.6, y - 0.3, 0.5 - y])
    for n in range(1, 5):
        below = y > 0.2 * n + 0.08 * torch.sin(7 * x * n + n)
        color = torch.tensor([0.3 * n - 0.9, 0.25 * n - 0.7, 0.4 - 0.3 * n])[:, None, None]
        picture = torch.where(below, color + 0.1 * torch.sin(40 * x + 9 * y), picture)
    return picture[None].clamp(-1, 1)


@pytest.fixture(scope="module")
def photograph() -> torch.Tensor:
    return hills(64)


def test_features_come_from_five_layers_ever_coarser(network, photograph):
    features = network(photograph)
    assert [part.shape[1] for part in features] == [64, 128, 256, 384, CHANNELS]
    assert all(a.shape[2] >= b.shape[2] for a, b in pairwise(features))
    assert network(torch.zeros(1, 3, LEAST_SIDE, LEAST_SIDE))[-1].shape[-1] >= 1
    assert all(part.std() > 0 for part in features)


def test_equal_pictures_have_no_distance_and_worse_ones_a_larger(network, photograph):
    blurred = [photograph] + [F.avg_pool2d(photograph, side, 1, side // 2)[..., :64, :64] for side in (3, 5, 9)]
    distances = feature_distances(network, torch.cat(blurred), photograph.expand(4, -1, -1, -1))
    assert distances[0] < 1e-6
    assert (distances.diff() > 0).all()


def test_a_feature_distance_pulls_the_picture_and_not_the_photograph(network, photograph):
    picture, target = (photograph * 0.5).requires_grad_(), photograph.clone().requires_grad_()
    feature_distances(network, picture, target).sum().backward()
    assert picture.grad.abs().max() > 0 and target.grad is None
    assert all(weight.grad is None for weight in network.parameters())
