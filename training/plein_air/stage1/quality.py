"""How near reconstructions are to their photographs."""

import torch
import torch.nn.functional as F

from plein_air.pretrained.squeezenet import SqueezeNet
from plein_air.stage1.losses import feature_distances, l1

PEAK = 2.0  # of RGB in [-1, 1]
WINDOW, SIGMA = 11, 1.5  # pixels, of the window of the structural similarity
K1, K2 = 0.01, 0.03
CHUNK = 16  # pictures at a time


def psnr(pictures: torch.Tensor, photographs: torch.Tensor) -> torch.Tensor:
    """[N, 3, h, w] twice -> dB [N]; infinite for equal ones."""
    return 10 * torch.log10(PEAK**2 / (pictures - photographs).square().mean((1, 2, 3)))


def ssim(pictures: torch.Tensor, photographs: torch.Tensor) -> torch.Tensor:
    """[N, 3, h, w] twice -> [N]: Wang et al., "Image quality assessment: from error visibility to structural similarity" (2004), of
    each channel, with its Gaussian window of 11 pixels; where the window leaves the picture nothing is measured. Its means are of
    light, 0 .. 1: of numbers about 0 a small shift would be a large one."""
    pictures, photographs = (pictures + 1) / 2, (photographs + 1) / 2
    offsets = torch.arange(WINDOW, dtype=pictures.dtype, device=pictures.device) - WINDOW // 2
    line = torch.exp(-(offsets**2) / (2 * SIGMA**2))
    window = torch.outer(line, line) / line.sum() ** 2

    def mean(x: torch.Tensor) -> torch.Tensor:
        return F.conv2d(x.flatten(0, 1)[:, None], window[None, None])  # [3N, 1, h - 10, w - 10]

    a, b = mean(pictures), mean(photographs)
    variance_a, variance_b = mean(pictures**2) - a**2, mean(photographs**2) - b**2
    covariance = mean(pictures * photographs) - a * b
    c1, c2 = K1**2, K2**2
    index = (2 * a * b + c1) * (2 * covariance + c2) / ((a**2 + b**2 + c1) * (variance_a + variance_b + c2))
    return index.mean((1, 2, 3)).view(len(pictures), -1).mean(1)


@torch.no_grad()
def quality(network: SqueezeNet, pictures: torch.Tensor, photographs: torch.Tensor) -> dict[str, float]:
    """Pictures [N, 3, h, w], about [-1, 1], and their photographs -> means over pictures: l1, mean absolute difference of RGB in
    [-1, 1]; psnr, peak signal to noise ratio, dB; ssim, structural similarity, 1 for equal pictures; features, feature distance,
    0 for equal ones."""
    pictures = pictures.clamp(-1, 1)
    pairs = list(zip(pictures.split(CHUNK), photographs.split(CHUNK), strict=True))
    return {
        "l1": float(l1(pictures, photographs)),
        "psnr": float(psnr(pictures, photographs).mean()),
        "ssim": float(torch.cat([ssim(a, b) for a, b in pairs]).mean()),
        "features": float(torch.cat([feature_distances(network, a, b) for a, b in pairs]).mean()),
    }
