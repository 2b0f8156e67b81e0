"""What is measured of a decoder at its pictures' own size, 32 pixels a cell, if wanted beside another decoder at the same tokens.

Neither is compared with the photographs that the tokens are of: those have 8 pixels a cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from tqdm import tqdm

from plein_air.bundles.swatches import to_bytes
from plein_air.data.photographs import CORE_CELL, LAYOUT_CELL, middle
from plein_air.decoding.examples import LargePhotographs, TeacherPictures
from plein_air.decoding.losses import LUMINANCE, closeness
from plein_air.evaluation.frechet import frechet_distance
from plein_air.evaluation.layout_accuracy import by_cell, layout_accuracy
from plein_air.models.segment import network_size, segment_photographs
from plein_air.models.sessions import Graph, decode
from plein_air.pretrained.squeezenet import SqueezeNet
from plein_air.stage1.crops import to_rgb

CELL_PIXELS = 32
CROP = 448  # pixels: what the smallest photographs have
# Waves a pixel between which the slope of a power spectrum is fitted: finer than shapes, coarser than noise.
WAVES = (1 / 64, 1 / 3)


@dataclass(frozen=True)
class OwnSize:
    """Of one decoder; what was not asked for is empty or None."""

    to_teacher: dict[str, float]  # distances to held-out pictures of the teacher, by name
    frechet: float | None  # from photographs, over what the segmenter's backbone sees, which nothing was trained against
    slope: float  # of the power spectrum of luminance
    accuracy: float | None  # share of the cells in which the segmenter sees what the layout says


@dataclass(frozen=True)
class Photographs:
    """What is measured of them, once."""

    features: np.ndarray  # [N, d]
    slope: float


def painter(graphs: dict[str, onnx.ModelProto]):
    """tokens [h, w] -> RGB [1, 3, 32h, 32w] in [-1, 1] by a bundle's decoder; pictures of 16 pixels a cell are enlarged."""
    features, upsampler = Graph(graphs["features"]), Graph(graphs["upsampler"])

    def paint(tokens: np.ndarray) -> torch.Tensor:
        rgb = torch.from_numpy(decode(features, upsampler, tokens))[None].clamp(-1, 1)
        side = [CELL_PIXELS * cells for cells in tokens.shape]
        return rgb if list(rgb.shape[2:]) == side else F.interpolate(rgb, side, mode="bilinear", align_corners=False)

    return paint


def backbone(segmenter: onnx.ModelProto) -> Graph:
    """The segmenter, which also gives the mean of its backbone's features over the picture, [1, d, 1, 1], first. It computes it for
    itself. Raises ValueError if it does not."""
    copy = onnx.ModelProto()
    copy.CopyFrom(segmenter)
    means = [node.output[0] for node in copy.graph.node if node.op_type == "ReduceMean"]
    if len(means) != 1:
        raise ValueError(f"the segmenter has {len(means)} means over the picture, and one is expected")
    copy.graph.output.insert(0, onnx.helper.make_empty_tensor_value_info(means[0]))
    return Graph(copy)


def seen(network: Graph, rgb: torch.Tensor) -> np.ndarray:
    """RGB [1, 3, h, w] in [-1, 1] -> [d]: features of the backbone, which sees every second pixel as it would see a photograph."""
    size = network_size(*rgb.shape[2:])
    small = F.interpolate(rgb, size, mode="bilinear", align_corners=False, antialias=True)
    return network(rgb=small.numpy())[0].reshape(-1).astype(np.float64)


def power(rgb: torch.Tensor) -> np.ndarray:
    """RGB [1, 3, h, w] -> the power of luminance by frequency: [CROP / 2], of the middle, under a Hann window."""
    grey = sum(weight * middle(channel[None].numpy(), CROP)[0] for weight, channel in zip(LUMINANCE, rgb[0], strict=True))
    window = np.hanning(CROP)
    spectrum = np.abs(np.fft.fft2((grey - grey.mean()) * np.outer(window, window))) ** 2
    frequency = np.hypot(np.fft.fftfreq(CROP)[:, None], np.fft.fftfreq(CROP)[None])
    ring = np.rint(frequency * CROP).astype(np.int64).reshape(-1)
    return np.bincount(ring, spectrum.reshape(-1))[: CROP // 2] / np.bincount(ring)[: CROP // 2]


def slope_of(powers: Iterable[np.ndarray]) -> float:
    """Of the logarithm of the mean power over that of the frequency: about -2 for landscapes (Field, 1987), steeper for blur."""
    mean = np.mean([np.log(power) for power in powers], 0)
    frequency = np.arange(1, CROP // 2) / CROP
    fits = (frequency > WAVES[0]) & (frequency < WAVES[1])
    return float(np.polyfit(np.log(frequency[fits]), mean[1:][fits], 1)[0])


def measure_photographs(path: Path, segmenter: onnx.ModelProto, most: int) -> Photographs:
    """path: as LargePhotographs takes it; most: how many of its photographs. Raises ValueError if none is large enough."""
    photographs, network = LargePhotographs(path, CELL_PIXELS), backbone(segmenter)
    names = [*photographs.held_out, *photographs.train][:most]
    crops = (to_rgb(middle(photographs.read(name)[None], CROP)) for name in tqdm(names, "photographs", leave=False))
    found = [(seen(network, crop), power(crop)) for crop in crops]
    return Photographs(np.stack([features for features, _ in found]), slope_of(powers for _, powers in found))


def measure_own_size(
    graphs: dict[str, onnx.ModelProto],
    lattices: np.ndarray,
    layouts: np.ndarray,
    teacher: TeacherPictures | None,
    photographs: Photographs | None,
    segmenter: onnx.ModelProto,
    levels: SqueezeNet,
) -> OwnSize:
    """lattices: tokens [N, h, w] of at least 14 cells a side; layouts: class ids [N, 4h, 4w] of what they show."""
    paint, to_teacher = painter(graphs), {}
    if teacher:
        pairs = [
            (paint(tokens), to_rgb([rgb])) for tokens, rgb in map(teacher.read, tqdm(teacher.held_out, "teacher", leave=False))
        ]
        found = [closeness(levels, *pair) for pair in pairs]
        to_teacher = {name: float(np.mean([one[name] for one in found])) for name in found[0]}
    network, features, powers, small = backbone(segmenter), [], [], []
    for rgb in map(paint, tqdm(lattices, "paint", leave=False)):
        features.append(seen(network, rgb))
        powers.append(power(rgb))
        small.append(to_bytes(F.avg_pool2d(rgb, CELL_PIXELS // CORE_CELL)[0].permute(1, 2, 0).numpy()))
    painted = by_cell(layouts, LAYOUT_CELL)
    shown = by_cell(segment_photographs(np.stack(small), Graph(segmenter)), CORE_CELL)
    enough = photographs and min(len(features), len(photographs.features)) > 1  # one picture has no covariance
    return OwnSize(
        to_teacher,
        frechet_distance(np.stack(features), photographs.features) if enough else None,
        slope_of(powers),
        layout_accuracy(shown, painted) if painted.any() else None,
    )
