"""The trainer of a generator, a discriminator that joins later, and what is measured."""

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

import numpy as np
import torch
import torch.nn as nn

from plein_air.bundles.swatches import to_bytes
from plein_air.pretrained.squeezenet import squeezenet
from plein_air.stage1.discriminator import Discriminator
from plein_air.stage1.losses import ramp
from plein_air.stage1.quality import quality
from plein_air.stage1.quantizer import Quantized
from plein_air.stage1.steps import discriminator_step, generator_step
from plein_air.training.averages import Averages
from plein_air.training.checkpoint import write_whole
from plein_air.training.optimizers import adam, set_rate
from plein_air.training.options import TrainingOptions, option
from plein_air.training.precision import autocast
from plein_air.training.run import Run, sheet_of
from plein_air.training.workers import Workers

GENERATOR_BETAS, DISCRIMINATOR_BETAS = (0.9, 0.99), (0.5, 0.9)
DECAY = 1e-4
HEAD_START = 100  # steps that the discriminator is trained before it counts
SHEET_ROWS = 8
CHUNK = 8  # held-out pictures at a time


@dataclass(frozen=True, kw_only=True)
class Stage1Options(TrainingOptions):
    """What both trainers of stage 1 are told."""

    steps: int = option(10_000, "the run ends after so many steps, those before it was resumed included", fixed=False, least=1)
    batch: int = option(8, "crops a step, over all workers", least=1)
    rate: float = option(2e-4, "learning rate after the warm-up", least=0)
    average: float = option(0.998, "decay of the averaged weights, which are those that are evaluated and exported", least=0)
    feature_weight: float = option(0.5, "weight of the feature distance beside L1", least=0)
    adversarial_weight: float = option(0.06, "weight of the adversarial loss once its ramp is over; 0: none", least=0)
    adversarial_from: int = option(300, "step at which the ramp of the adversarial loss begins", least=0)
    adversarial_ramp: int = option(500, "steps of the ramp", least=1)
    held_out: int = option(32, "held-out photographs that are measured at each checkpoint", fixed=False, least=1)


Options = TypeVar("Options", bound=Stage1Options)


class Made(NamedTuple):
    pictures: torch.Tensor  # [N, 3, h, w], with gradients
    photographs: torch.Tensor  # [N, 3, h, w]: what they shall look like
    quantized: Quantized | None  # None if encoder and codebook are frozen


class Stage1Trainer(ABC):
    """A trainer as plein_air.training.loop wants it."""

    kind: str
    examples = "crops"

    def __init__(self, options: Stage1Options, workers: Workers, generator: nn.Module):
        self.options, self.workers = options, workers
        self.generator = generator.to(workers.device, memory_format=torch.channels_last).train()
        self.discriminator = Discriminator().to(workers.device, memory_format=torch.channels_last)
        self.features = squeezenet().to(workers.device, memory_format=torch.channels_last)
        self.averages = Averages(self.generator, options.average)
        self.optimizer = adam(self.generator.parameters(), options.rate, GENERATOR_BETAS, DECAY)
        self.discriminator_optimizer = adam(self.discriminator.parameters(), options.rate, DISCRIMINATOR_BETAS, DECAY)
        self.wrapped = workers.wrap(self.generator)
        self.wrapped_discriminator = workers.wrap(self.discriminator)

    @abstractmethod
    def make(self, step: int) -> Made:
        """Pictures of this worker's share of a batch. Only the generator computes in the precision that was chosen: targets and
        tokens must not depend on it."""

    @abstractmethod
    def held_out_pictures(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Reconstructions with the averaged weights, and their photographs: [N, 3, h, w]."""

    def after(self, step: int, made: Made) -> dict[str, torch.Tensor]:
        """What else a step does, once the weights have changed. -> more to log"""
        return {}

    def prepare(self, precision: torch.dtype) -> None:
        self.precision = precision
        if self.options.compile:
            self.wrapped.compile()
            self.features.compile()

    def autocast(self) -> torch.autocast:
        return autocast(self.precision, self.workers.device)

    def step(self, step: int, rate: float) -> dict[str, torch.Tensor]:
        options = self.options
        set_rate((self.optimizer, self.discriminator_optimizer), rate)
        weight = options.adversarial_weight * ramp(step, options.adversarial_from, options.adversarial_ramp)
        made = self.make(step)
        pictures = made.pictures.float()
        losses = generator_step(
            self.generator,
            self.optimizer,
            self.discriminator,
            self.features,
            pictures,
            made.photographs,
            None if made.quantized is None else made.quantized.commitment,
            options.feature_weight,
            weight,
        )
        if options.adversarial_weight and step >= options.adversarial_from - HEAD_START:
            losses |= discriminator_step(self.wrapped_discriminator, self.discriminator_optimizer, pictures, made.photographs)
        losses |= self.after(step, made)
        self.averages.update(self.generator, step)
        return losses

    def state(self) -> dict:
        return {
            "generator": self.generator.state_dict(),
            "averages": self.averages.module.state_dict(),
            "discriminator": self.discriminator.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "discriminator_optimizer": self.discriminator_optimizer.state_dict(),
        }

    def load_state(self, state: dict) -> None:
        self.generator.load_state_dict(state["generator"])
        self.averages.module.load_state_dict(state["averages"])
        self.discriminator.load_state_dict(state["discriminator"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.discriminator_optimizer.load_state_dict(state["discriminator_optimizer"])

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        return quality(self.features, *self.held_out_pictures()).as_dict()

    @torch.no_grad()
    def sheet(self) -> np.ndarray:
        """Held-out photographs, and beside them what is made of them."""
        pictures, photographs = self.held_out_pictures()
        columns = [to_bytes(part[:SHEET_ROWS].permute(0, 2, 3, 1).cpu().numpy()) for part in (photographs, pictures)]
        return sheet_of(columns)

    def write_summary(self, run: Run, name: str, step: int, held_out: dict[str, float]) -> None:
        """NAME.json beside the weights: how long they were trained, and what was measured."""
        text = json.dumps({"step": step, "heldout": held_out}) + "\n"
        write_whole(run.folder / f"{name}.json", lambda beside: beside.write_text(text))


def few_steps(options: Options) -> Options:
    """The options, unless it is a smoke test: then those of a few steps in which everything happens that ever does."""
    if not options.smoke:
        return options
    few = {"steps": min(6, options.steps), "batch": 2, "warm_up": 2, "adversarial_from": 2, "adversarial_ramp": 2, "held_out": 2}
    return replace(options, **few, log_every=2, save_every=3, sheet_every=4)
