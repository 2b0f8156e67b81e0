"""The three trainings of a model, and with what they run."""

from dataclasses import dataclass
from pathlib import Path

import torch

from plein_air.data.dataset import open_dataset
from plein_air.decoding.examples import LargePhotographs
from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.options import few_steps as few_of_decoder
from plein_air.decoding.trainer import DecoderTrainer
from plein_air.models.decoder import DecoderConfig
from plein_air.pretrained.rrdb import HOW_TO_GET, package_weights
from plein_air.stage1.trainer import few_steps as few_of_stage1
from plein_air.stage1.vqgan_trainer import VqganOptions, VqganTrainer
from plein_air.stage2.options import TransformerOptions
from plein_air.stage2.options import few_steps as few_of_transformer
from plein_air.stage2.trainer import TransformerTrainer
from plein_air.training.options import TrainingOptions

GPU_BATCH = 4  # times the batch of a CPU
COOLDOWN = 0.2  # of the steps: the length of the run is known, and its end is worth as much as half as many steps more
ADVERSARIAL_FROM = 0.3  # of the steps of the VQGAN, and of the decoder
PICTURES, PICTURES_SHARE, MOST_PICTURES = "pictures", 0.1, 10_000  # the teacher's: their name in a plan, their share of the time


@dataclass(frozen=True)
class Stage:
    name: str
    share: float  # of the time: what was found to be balanced on the default model
    most: int  # steps; more have not paid on tens of thousands of photographs
    weights: str  # what it leaves in the folder of its run

    def folder(self, work: Path) -> Path:
        return work / self.name


STAGES = (
    Stage("vqgan", 0.3, 60_000, "vqgan.safetensors"),
    Stage("transformer", 0.45, 200_000, "transformer.safetensors"),
    Stage("decoder", 0.15, 30_000, "decoder.safetensors"),
)
TRAINERS = {"vqgan": VqganTrainer, "transformer": TransformerTrainer, "decoder": DecoderTrainer}


def options_of(name: str, data: Path, work: Path, steps: int, seed: int, smoke: bool, pictures: int = 0) -> TrainingOptions:
    """The options of a stage's run, by the same names as its command has. Stages after the first find the VQGAN in work/vqgan.
    pictures: of the teacher, for the decoder."""
    larger = GPU_BATCH if torch.cuda.is_available() else 1
    shared = {"data": data, "out": work / name, "steps": steps, "seed": seed, "smoke": smoke, "cooldown": int(COOLDOWN * steps)}
    if name == "vqgan":
        start = int(ADVERSARIAL_FROM * steps)
        return few_of_stage1(VqganOptions(**shared, batch=8 * larger, adversarial_from=start))
    if name == "decoder":
        found = targets(data, work, smoke)
        start, transformer = int(ADVERSARIAL_FROM * steps), work / "transformer" / "transformer.safetensors"
        return few_of_decoder(
            DecoderOptions(
                **shared,
                **found,
                batch=2 * larger,
                critics_from=start,
                pictures=pictures,
                vqgan=work / "vqgan",
                transformer=transformer,
            )
        )
    return few_of_transformer(TransformerOptions(**shared, batch=16 * larger, vqgan=work / "vqgan"))


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
