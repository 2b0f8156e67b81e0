"""The three trainings of a model, and with what they run."""

from dataclasses import dataclass
from pathlib import Path

import torch

from plein_air.data.dataset import open_dataset
from plein_air.decoding.examples import LargePhotographs
from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.trainer import DecoderTrainer
from plein_air.models.decoder import DecoderConfig
from plein_air.pretrained.rrdb import HOW_TO_GET, package_weights
from plein_air.stage1.trainer import VqganOptions, VqganTrainer
from plein_air.stage2.options import TransformerOptions
from plein_air.stage2.trainer import TransformerTrainer
from plein_air.training.options import TrainingOptions, few_steps

GPU_BATCH = 4  # times the batch of a CPU
COOLDOWN = 0.2  # of the steps: the length of the run is known, and its end is worth as much as half as many steps more
ADVERSARIAL_FROM = 0.3  # of the steps of the VQGAN, and of the decoder
PICTURES, PICTURES_SHARE, MOST_PICTURES = "pictures", 0.1, 10_000  # the teacher's: their name in a plan, their share of the time


@dataclass(frozen=True)
class Stage:
    name: str  # of its folder, and of the weights in there
    share: float  # of the time: what was found to be balanced on the default model
    most: int  # steps; more have not paid on tens of thousands of photographs


STAGES = (Stage("vqgan", 0.3, 60_000), Stage("transformer", 0.45, 200_000), Stage("decoder", 0.15, 30_000))
TRAINERS = {"vqgan": VqganTrainer, "transformer": TransformerTrainer, "decoder": DecoderTrainer}


def options_of(name: str, data: Path, work: Path, steps: int, seed: int, smoke: bool, pictures: int = 0) -> TrainingOptions:
    """The options of a stage's run, by the same names as its command has. Stages after the first find the VQGAN in work/vqgan.
    pictures: of the teacher, for the decoder."""
    larger, start = GPU_BATCH if torch.cuda.is_available() else 1, int(ADVERSARIAL_FROM * steps)
    shared = {"data": data, "out": work / name, "steps": steps, "seed": seed, "smoke": smoke, "cooldown": int(COOLDOWN * steps)}
    if name == "vqgan":
        return few_steps(VqganOptions(**shared, batch=8 * larger, adversarial_from=start))
    shared["vqgan"] = work / "vqgan"
    if name == "transformer":
        return few_steps(TransformerOptions(**shared, batch=16 * larger))
    shared |= {"transformer": work / "transformer" / "transformer.safetensors", "pictures": pictures, "critics_from": start}
    return few_steps(DecoderOptions(**shared, **targets(data, work, smoke), batch=2 * larger))


def targets(data: Path, work: Path, smoke: bool) -> dict[str, Path]:
    """What the decoder learns to paint: the teacher's pictures if its weights are installed, and photographs that are large enough.

    Raises ValueError, with what to do, if there are neither.
    """
    photographs, found = Path(open_dataset(data).index["source"]), {}
    if smoke or package_weights():
        found["teacher"] = work / "teacher"
    try:
        LargePhotographs(photographs, DecoderConfig().cell_pixels)
        found["photographs"] = photographs
    except ValueError as problem:
        if not found:
            raise ValueError(f"{problem}; without them, {HOW_TO_GET}") from None
    return found
