"""What the decoder is trained to do besides being near in pixels. The weights are those that a trial on two cores ended with:
0.0457 L1, 1.21 feature distance and 0.066 distance of spectra on pictures that were held out, after 5,317 steps of two pictures."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F

from plein_air.pretrained.squeezenet import SqueezeNet
from plein_air.stage1.losses import l1, level_distances

Levels = Sequence[torch.Tensor]  # what SqueezeNet gives: features [N, c, h, w], finest first

HALF_WEIGHT = 0.5  # of the feature distance at half the size: shapes that are larger than what the network sees of one pixel
WINDOW = 32  # pixels, of a local spectrum: a cell; long enough for the waves of grass and water, short enough to be local
LUMINANCE = (0.299, 0.587, 0.114)  # of red, green and blue


def feature_distance(one: Levels, other: Levels) -> torch.Tensor:
    """As stage1.losses.feature_distances, of features that are there already; the mean over pictures.

    Its weight is 0.1, so that it is about three times the L1: with fifteen times, colours drowned and it wrote gratings.
    """
    return level_distances(one, other).mean()


def half(rgb: torch.Tensor) -> torch.Tensor:
    return F.avg_pool2d(rgb, 2)


def spectra(rgb: torch.Tensor) -> torch.Tensor:
    """RGB [N, 3, h, w] -> amplitudes of luminance in overlapping windows, times their frequency: [N, rows, columns, 32, 17].

    Amplitudes of pictures fall as one over the frequency, so all waves weigh alike.
    """
    red, green, blue = LUMINANCE
    grey = rgb[:, 0] * red + rgb[:, 1] * green + rgb[:, 2] * blue
    hann = torch.hann_window(WINDOW, periodic=False, device=rgb.device)
    windows = grey.unfold(1, WINDOW, WINDOW // 2).unfold(2, WINDOW, WINDOW // 2)
    rows, columns = torch.fft.fftfreq(WINDOW, device=rgb.device), torch.fft.rfftfreq(WINDOW, device=rgb.device)
    return torch.fft.rfft2(windows * torch.outer(hann, hann)).abs() * torch.hypot(rows[:, None], columns[None])


def spectrum_distance(pictures: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Asks for texture of the right energy and direction wherever its waves lie, which L1 punishes and blur avoids. It sees a
    hatching or a grid: critics alone wrote one of 8 pixels into sand and water, gone 350 steps after this loss came.

    Weight 1.0.
    """
    with torch.no_grad():
        expected = spectra(targets)
    return (spectra(pictures) - expected).abs().mean()


@torch.no_grad()
def closeness(network: SqueezeNet, pictures: torch.Tensor, targets: torch.Tensor) -> dict[str, float]:
    """How near pictures [N, 3, h, w] in [-1, 1] are to what they shall look like, by the name of each distance."""
    return {
        "l1": float(l1(pictures, targets)),
        "features": float(feature_distance(network(pictures), network(targets))),
        "spectra": float(spectrum_distance(pictures, targets)),
    }
