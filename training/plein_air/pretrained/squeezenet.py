"""SqueezeNet 1.1, trained on ImageNet, without its classifier: what pictures are compared with.

Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters" (2016). Small enough for a processor: 0.7 million
weights, where VGG, of which others take their features, has 15. Names of attributes are those of the file's tensors.
"""

from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.checkpoints import read_tensors

WEIGHTS = Path(__file__).parent / "weights" / "squeezenet11.safetensors"
MEAN = (103.939, 116.779, 123.68)  # of ImageNet, BGR 0 .. 255: what the network was trained with
# Inputs, squeezed and expanded channels of fire 2 to 9; expanded twice, by 1 x 1 and by 3 x 3.
FIRES = (
    (64, 16, 64),
    (128, 16, 64),
    (128, 32, 128),
    (256, 32, 128),
    (256, 48, 192),
    (384, 48, 192),
    (384, 64, 256),
    (512, 64, 256),
)
LEAST_SIDE = 32  # pixels, so that every layer has some
CHANNELS = 512  # of the last layer


class Fire(nn.Module):
    """[N, inputs, h, w] -> [N, 2 expanded, h, w]"""

    def __init__(self, inputs: int, squeezed: int, expanded: int):
        super().__init__()
        self.squeeze1x1 = nn.Conv2d(inputs, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, expanded, 1)
        self.expand3x3 = nn.Conv2d(squeezed, expanded, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = F.relu(self.squeeze1x1(x))
        return torch.cat([F.relu(self.expand1x1(x)), F.relu(self.expand3x3(x))], 1)


class SqueezeNet(nn.Module):
    """RGB [N, 3, h, w] in [-1, 1], 32 pixels or more -> features after conv1 and fire 3, 5, 7 and 9, finest first."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 3, stride=2)
        for n, sizes in enumerate(FIRES, 2):
            self.add_module(f"fire{n}", Fire(*sizes))
        self.register_buffer("mean", torch.tensor(MEAN)[:, None, None], persistent=False)

    def forward(self, rgb: torch.Tensor) -> list[torch.Tensor]:
        x = F.relu(self.conv1((rgb.flip(1) + 1) * 127.5 - self.mean))
        features = [x]
        for n in range(2, 10):
            if n in (2, 4, 6):
                x = F.max_pool2d(x, 3, 2, ceil_mode=True)
            x = getattr(self, f"fire{n}")(x)
            if n in (3, 5, 7, 9):
                features.append(x)
        return features


def squeezenet() -> SqueezeNet:
    """With its weights, in evaluation mode, without gradients of its own."""
    network = SqueezeNet()
    network.load_state_dict(read_tensors(WEIGHTS))
    return network.eval().requires_grad_(False)
