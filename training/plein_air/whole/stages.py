"""The three trainings of a model, and with what they run."""

from dataclasses import dataclass
from pathlib import Path

import torch

from plein_air.stage1.trainer import few_steps as few_of_stage1
from plein_air.stage2.trainer import TransformerOptions, TransformerTrainer
from plein_air.train_detail import DetailOptions, DetailTrainer
from plein_air.train_transformer import few_steps as few_of_transformer
from plein_air.train_vqgan import VqganOptions, VqganTrainer
from plein_air.training.options import TrainingOptions

GPU_BATCH = 4  # times the batch of a CPU
COOLDOWN = 0.2  # of the steps: the length of the run is known, and its end is worth as much as half as many steps more
ADVERSARIAL_FROM = 0.3  # of the steps of the VQGAN


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
    Stage("transformer", 0.5, 200_000, "transformer.safetensors"),
    Stage("detail", 0.2, 30_000, "picture.safetensors"),
)
TRAINERS = {"vqgan": VqganTrainer, "transformer": TransformerTrainer, "detail": DetailTrainer}


def options_of(name: str, data: Path, work: Path, steps: int, seed: int, smoke: bool) -> TrainingOptions:
    """The options of a stage's run, by the same names as its command has. Stages after the first find the VQGAN in work/vqgan."""
    larger = GPU_BATCH if torch.cuda.is_available() else 1
    shared = {"data": data, "out": work / name, "steps": steps, "seed": seed, "smoke": smoke, "cooldown": int(COOLDOWN * steps)}
    if name == "vqgan":
        start = int(ADVERSARIAL_FROM * steps)
        return few_of_stage1(VqganOptions(**shared, batch=8 * larger, adversarial_from=start))
    if name == "detail":
        return few_of_stage1(DetailOptions(**shared, batch=8 * larger, vqgan=work / "vqgan"))
    return few_of_transformer(TransformerOptions(**shared, batch=16 * larger, vqgan=work / "vqgan"))
