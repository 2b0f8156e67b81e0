"""Reads a checkpoint of taming-transformers: tensors alone, by name, nothing in it is run.

A checkpoint of pytorch-lightning holds more than weights: the state of callbacks, of optimisers, a config. What is no tensor and
no plain value is replaced by an object that does nothing, so neither lightning nor trust in the file is needed.
"""

import pickle
import zipfile
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn as nn

from plein_air.compvis.config import SlidingConfig
from plein_air.compvis.gpt import Gpt
from plein_air.compvis.vqgan import CondStage, FirstStage
from plein_air.data.source import listed
from plein_air.models.checkpoints import part

Tensors = dict[str, torch.Tensor]

STAGES = ("first_stage_model.", "cond_stage_model.", "transformer.")
# Of each stage what painting does not need, by the beginning of its name: the other half of a VQGAN, losses, the colours
# in which they show layouts. Masks of attention are all ones below the diagonal, which is checked.
UNUSED = {
    "first_stage_model.": ("encoder.", "quant_conv.", "loss.", "colorize"),
    "cond_stage_model.": ("decoder.", "post_quant_conv.", "loss.", "colorize"),
    "transformer.": (),
}
MASK = ".attn.mask"


@dataclass(frozen=True)
class SlidingModels:
    """In evaluation mode, float32."""

    config: SlidingConfig
    first: FirstStage
    cond: CondStage
    gpt: Gpt


class Ignored:
    """Stands for any object of a checkpoint that is no tensor and no plain value. Takes everything, does nothing."""

    def __new__(cls, *_arguments, **_named):
        return super().__new__(cls)

    def __setstate__(self, _state):
        pass


def read_state(path: Path) -> Tensors:
    """The tensors by name. Raises ValueError with one sentence if the file is no checkpoint."""
    no_checkpoint = f"{path} is not a checkpoint that PyTorch wrote"
    if not zipfile.is_zipfile(path):
        raise ValueError(f"{no_checkpoint}, or it was written by one older than 1.6: load it there and save it again.")
    try:
        names = torch.serialization.get_unsafe_globals_in_checkpoint(path)
        with torch.serialization.safe_globals([(type(f"Ignored{n}", (Ignored,), {}), name) for n, name in enumerate(names)]):
            content = torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, pickle.UnpicklingError, EOFError) as error:
        raise ValueError(f"{no_checkpoint}: {str(error).splitlines()[0]}") from error
    state = content.get("state_dict", content) if isinstance(content, dict) else {}
    tensors = {name: value.float() for name, value in state.items() if isinstance(value, torch.Tensor)}
    for stage in STAGES:
        if not part(tensors, stage):
            raise ValueError(f"{path} has no tensor `{stage}…`: it is not the checkpoint of both VQGANs and the transformer.")
    return tensors


def load_part(module: nn.Module, state: Tensors, stage: str) -> nn.Module:
    """Raises ValueError if a tensor is missing, unknown or of another shape than the config says."""
    own = {name: tensor for name, tensor in part(state, stage).items() if not name.startswith(UNUSED[stage])}
    if stage == "transformer.":
        own = without_masks(own)
    expected = module.state_dict()
    missing, unknown = sorted(expected.keys() - own.keys()), sorted(own.keys() - expected.keys())
    if missing:
        raise ValueError(f"The checkpoint lacks {listed([f'`{stage}{name}`' for name in missing])}, which its config asks for.")
    if unknown:
        raise ValueError(
            f"The checkpoint has {listed([f'`{stage}{name}`' for name in unknown])}, which its config does not ask for."
        )
    for name, tensor in expected.items():
        if own[name].shape != tensor.shape:
            found, wanted = tuple(own[name].shape), tuple(tensor.shape)
            raise ValueError(f"The checkpoint's `{stage}{name}` has the shape {found}; its config asks for {wanted}.")
    module.load_state_dict(own)
    return module.eval().requires_grad_(False)


def without_masks(state: Tensors) -> Tensors:
    for name, tensor in state.items():
        if name.endswith(MASK) and not torch.equal(tensor[0, 0], torch.ones_like(tensor[0, 0]).tril()):
            raise ValueError(f"The checkpoint's `transformer.{name}` lets positions see what comes after them.")
    return {name: tensor for name, tensor in state.items() if not name.endswith(MASK)}


def models_of(config: SlidingConfig, state: Tensors) -> SlidingModels:
    """Raises ValueError if a tensor is missing, unknown or of another shape than the config says."""
    more = sorted(f"`{name}`" for name in state if not name.startswith(STAGES))
    if more:
        raise ValueError(f"The checkpoint has {listed(more)}, which is of none of the three networks.")
    return SlidingModels(
        config=config,
        first=load_part(FirstStage(config.first), state, "first_stage_model."),
        cond=load_part(CondStage(config.cond), state, "cond_stage_model."),
        gpt=load_part(Gpt(config), state, "transformer."),
    )
