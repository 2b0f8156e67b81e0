"""The authors' own package as an oracle: taming-transformers-rom1504, without what it imports and this does not use.

Its dependencies (lightning, torchvision, transformers, ...) are replaced by modules that have the names it asks for, and no more.
"""

import copy
import sys
from importlib import import_module
from types import ModuleType

import numpy as np
import torch
import torch.nn as nn

from plein_air.compvis.config import LABELS, SIDE
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import Variety, sample_token

SIZES = {"double_z": False, "resolution": 256, "attn_resolutions": [16], "dropout": 0.0, "ch": 32, "z_channels": 32}


class Nothing:
    """A class to inherit from, or a function to call, that nothing here inherits from or calls."""


NAMES = dict.fromkeys(("LightningDataModule", "Callback", "seed_everything", "Trainer"), Nothing)
STAND_INS = {
    "pytorch_lightning": NAMES | {"LightningModule": nn.Module},
    "pytorch_lightning.trainer": NAMES,
    "pytorch_lightning.callbacks": NAMES | {"ModelCheckpoint": Nothing, "LearningRateMonitor": Nothing},
    "pytorch_lightning.utilities": {},
    "pytorch_lightning.utilities.distributed": {"rank_zero_only": lambda function: function},
    "omegaconf": {"OmegaConf": Nothing},
    "torchvision": {"models": Nothing},
    "transformers": {"top_k_top_p_filtering": Nothing},
    "requests": {},
}


def load_authors() -> type:
    """Their model, `Net2NetTransformer`. What stands in is gone afterwards: torch's exporter looks for torchvision."""
    there = STAND_INS.keys() & sys.modules.keys()
    for name in STAND_INS.keys() - there:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__dict__.update(STAND_INS[name], __path__=[])  # a package, whose modules are in sys.modules
    try:
        for name in ("losses", "transformer.mingpt", "transformer.permuter"):
            import_module(f"taming.modules.{name}")
        import_module("taming.models.vqgan")
        return import_module("taming.models.cond_transformer").Net2NetTransformer
    finally:
        for name in STAND_INS.keys() - there:
            del sys.modules[name]


def drawn(probabilities: torch.Tensor, number: float, variety: Variety) -> torch.Tensor:
    """In the place of torch.multinomial: the page's draw at a number of its noise. probabilities [1, codes] -> [1, 1]."""
    logits = probabilities[0].log().numpy()
    return torch.tensor([[sample_token(logits, number, Variety(1.0, variety.top_k, variety.top_p)).code]])


@torch.no_grad()
def their_loop(model, cond: torch.Tensor, known: np.ndarray, seed: int, variety: Variety) -> np.ndarray:
    """The loop of `scripts/sample_conditional.py` (`run_conditional`) of CompVis/taming-transformers, with their names.

    It differs in three things: the numbers that are drawn with, cells that are known, and that top-k is left to the draw, which
    counts top-p before it. cond int64 [1, H, W]; known [H, W], -1 where a code is to be drawn -> tokens [H, W].
    """
    numbers = noise_lattice(seed, *known.shape)
    idx, cidx = torch.from_numpy(np.maximum(known, 0)).long()[None], cond
    height, width = known.shape
    for i in range(height):
        if i <= 8:
            local_i = i
        elif height - i < 8:
            local_i = 16 - (height - i)
        else:
            local_i = 8
        for j in range(width):
            if j <= 8:
                local_j = j
            elif width - j < 8:
                local_j = 16 - (width - j)
            else:
                local_j = 8
            if known[i, j] >= 0:
                continue
            i_start, j_start = i - local_i, j - local_j
            patch = idx[:, i_start : i_start + SIDE, j_start : j_start + SIDE].reshape(1, -1)
            cpatch = cidx[:, i_start : i_start + SIDE, j_start : j_start + SIDE].reshape(1, -1)
            patch = torch.cat((cpatch, patch), dim=1)
            logits, _ = model.transformer(patch[:, :-1])
            logits = logits[:, -256:, :].reshape(1, SIDE, SIDE, -1)[:, local_i, local_j, :]
            probs = (logits / variety.temperature).softmax(-1)
            idx[:, i, j] = drawn(probs, numbers[i, j], variety)[:, 0]
    return idx[0].numpy()


def stage(labels: int, multipliers: list[int], blocks: int, target: str = "VQModel") -> dict:
    sizes = SIZES | {"in_channels": labels, "out_ch": labels, "ch_mult": multipliers, "num_res_blocks": blocks}
    params = {"embed_dim": 16, "n_embed": 64, "ddconfig": sizes, "lossconfig": {"target": "taming.modules.losses.DummyLoss"}}
    more = {"n_labels": labels, "image_key": "segmentation"} if target == "VQSegmentationModel" else {}
    return {"target": f"taming.models.vqgan.{target}", "params": params | more}


def project() -> dict:
    """A config as configs/sflckr_transformer.yaml of CompVis/taming-transformers, at small width."""
    gpt = {"vocab_size": 64, "block_size": 512, "n_layer": 3, "n_head": 4, "n_embd": 32}
    params = {
        "first_stage_key": "image",
        "cond_stage_key": "segmentation",
        "transformer_config": {"target": "taming.modules.transformer.mingpt.GPT", "params": gpt},
        "first_stage_config": stage(3, [1, 1, 2, 2, 2], 1),
        "cond_stage_config": stage(LABELS, [1, 1, 1, 2, 2], 1, "VQSegmentationModel"),
    }
    return {"model": {"target": "taming.models.cond_transformer.Net2NetTransformer", "params": params}}


def author_model(of: dict):
    params = copy.deepcopy(of["model"]["params"])
    return load_authors()(**params).eval().requires_grad_(False)
