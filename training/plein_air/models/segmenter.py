"""The network that finds what a photograph shows: DeepLabV3+ on a MobileNetV2, 32 classes of ADE20K.

Chen et al., "Encoder-Decoder with Atrous Separable Convolution for Semantic Image Segmentation", ECCV 2018; Sandler et al.,
"MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018. The weights are those of mlcommons/mobile_models
(Apache-2.0), which were trained for 8 bits; batch norms are part of the convolutions. Of the spatial pyramid that file has only
the 1 x 1 branch and the mean of the whole picture. Paddings and resizing are TensorFlow's.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

STRIDE = 16  # pixels of the input along a side of the coarsest features; sides are multiples of it
LOGIT_PIXELS = 4  # pixels of the input along a side of a logit
HALF_BYTE = 0.5 / 127.5  # the network was trained on (byte - 127) / 127.5

# Names of the 32 classes: ADE20K's own ids, counted from 1; 0 is everything else.
ADE_CLASSES = (
    *("other", "wall", "building", "sky", "floor", "tree", "ceiling", "road", "bed", "window", "grass", "cabinet"),
    *("sidewalk", "person", "earth", "door", "table", "mountain", "plant", "curtain", "chair", "car", "water", "painting"),
    *("sofa", "shelf", "house", "sea", "mirror", "rug", "field", "armchair"),
)


@dataclass(frozen=True)
class SegmenterConfig:
    stem: int = 32
    # Blocks with the same width: width, count, stride of the first, dilation of the others.
    stages: tuple[tuple[int, int, int, int], ...] = (
        (16, 1, 1, 1),
        (24, 2, 2, 1),
        (32, 3, 2, 1),
        (64, 4, 2, 1),
        (96, 3, 1, 1),
        (160, 3, 1, 2),
        (320, 1, 1, 2),
    )
    expansion: int = 6  # not in the first block
    detail_block: int = 2  # whose wide features, at a quarter of the resolution, sharpen borders
    detail: int = 48
    context: int = 256
    classes: int = len(ADE_CLASSES)


class Convolution(nn.Conv2d):
    """3 x 3 of each channel for itself, or 1 x 1, or a full 3 x 3; then limit: none, "relu" or "relu6".

    With stride 2 and an even size TensorFlow pads below and on the right alone.
    """

    def __init__(self, inputs: int, outputs: int, limit: str, side=1, stride=1, dilation=1, depthwise=False):
        padding = 0 if stride == 2 else dilation * (side // 2)
        groups = inputs if depthwise else 1
        super().__init__(inputs, outputs, side, stride, padding, dilation, groups)
        self.limit = limit

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = super().forward(F.pad(x, (0, 1, 0, 1)) if self.stride[0] == 2 else x)
        return {"none": lambda y: y, "relu": F.relu, "relu6": lambda y: y.clamp(0, 6)}[self.limit](x)


class InvertedResidual(nn.Module):
    def __init__(self, inputs: int, outputs: int, expansion: int, stride: int, dilation: int):
        super().__init__()
        wide = inputs * expansion
        self.expand = Convolution(inputs, wide, "relu6") if expansion > 1 else nn.Identity()
        self.spread = Convolution(wide, wide, "relu6", 3, stride, dilation, depthwise=True)
        self.project = Convolution(wide, outputs, "none")
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """-> the block's output, and its wide features"""
        wide = self.spread(self.expand(x))
        y = self.project(wide)
        return (x + y if self.residual else y), wide


def enlarge(x: torch.Tensor) -> torch.Tensor:
    """[1, c, h, w] -> [1, c, 4h, 4w], linear as TensorFlow 1 did it: pixel i lies at i / 4, the last ones repeat."""
    if torch.onnx.is_in_onnx_export():
        scales = torch.tensor([1.0, 1.0, STRIDE / LOGIT_PIXELS, STRIDE / LOGIT_PIXELS])
        shape = (*x.shape[:2], 4 * x.shape[2], 4 * x.shape[3])
        attributes = {"mode": "linear", "coordinate_transformation_mode": "asymmetric"}
        return torch.onnx.ops.symbolic("Resize", [x, None, scales], attributes, dtype=x.dtype, shape=shape, version=1)
    height, width = 4 * x.shape[2], 4 * x.shape[3]
    x = F.interpolate(F.pad(x, (0, 1, 0, 1), mode="replicate"), (height + 1, width + 1), mode="bilinear", align_corners=True)
    return x[:, :, :height, :width]


class Segmenter(nn.Module):
    """Convolutions are made in the order of the file of weights."""

    def __init__(self, config: SegmenterConfig):
        super().__init__()
        self.config = config
        self.stem = Convolution(3, config.stem, "relu6", 3, 2)
        self.blocks = nn.ModuleList()
        width = config.stem
        for outputs, count, stride, dilation in config.stages:
            for n in range(count):
                first = n == 0
                expansion = config.expansion if len(self.blocks) else 1
                kind = (expansion, stride if first else 1, dilation if not first or count == 1 else 1)
                self.blocks.append(InvertedResidual(width, outputs, *kind))
                width = outputs
        wide = self.blocks[config.detail_block].spread.out_channels
        self.here = Convolution(width, config.context, "relu")
        self.detail = Convolution(wide, config.detail, "relu")
        self.everywhere = Convolution(width, config.context, "relu")
        self.context = Convolution(2 * config.context, config.context, "relu")
        joined = config.context + config.detail
        self.border = nn.Sequential(
            Convolution(joined, joined, "relu", 3, depthwise=True),
            Convolution(joined, config.context, "relu"),
            Convolution(config.context, config.context, "relu", 3, depthwise=True),
            Convolution(config.context, config.context, "relu"),
            Convolution(config.context, config.classes, "none"),
        )

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        """rgb [1, 3, h, w] in [-1, 1], sides multiples of 16 -> logits of the classes [1, 32, h / 4, w / 4]"""
        x, detail = self.stem(rgb + HALF_BYTE), None
        for n, block in enumerate(self.blocks):
            x, wide = block(x)
            detail = wide if n == self.config.detail_block else detail
        here = self.here(x)
        everywhere = self.everywhere(x.mean((2, 3), keepdim=True)).expand_as(here)
        context = enlarge(self.context(torch.cat([everywhere, here], 1)))
        return self.border(torch.cat([context, self.detail(detail)], 1))


def load_segmenter(folder: Path) -> Segmenter:
    """folder: with the dequantised weights, deeplab_ade20k32_float.json (operations and places) and .bin (float32).

    Raises ValueError if the file has other convolutions than the network.
    """
    said = json.loads((folder / "deeplab_ade20k32_float.json").read_text())
    numbers = (folder / "deeplab_ade20k32_float.bin").read_bytes()

    def tensor(name: int) -> torch.Tensor:
        place = said["weights"][str(name)]
        array = np.frombuffer(numbers, "<f4", int(np.prod(place["shape"])), place["offset"])
        return torch.from_numpy(array.reshape(place["shape"]).copy())

    network = Segmenter(SegmenterConfig())
    convolutions = [module for module in network.modules() if isinstance(module, Convolution)]
    operations = [operation for operation in said["ops"] if operation["op"] in ("CONV", "DWCONV")]
    for convolution, operation in zip(convolutions, operations, strict=True):
        # [out, height, width, in], and [1, height, width, channels] where each channel is for itself
        weight = tensor(operation["w"]).permute((0, 3, 1, 2) if operation["op"] == "CONV" else (3, 0, 1, 2))
        found = (tuple(weight.shape), operation["stride"], operation["dil"])
        if found != (tuple(convolution.weight.shape), convolution.stride[0], convolution.dilation[0]):
            raise ValueError(f"convolution {operation['out']} of {folder} is another one: {found}, expected {convolution}")
        convolution.weight.data.copy_(weight)
        convolution.bias.data.copy_(tensor(operation["b"]))
    return network.eval().requires_grad_(False)
