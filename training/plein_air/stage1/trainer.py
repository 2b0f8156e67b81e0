"""The trainer of stage 1 from photographs to a codebook, as plein_air.training.loop wants it."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from plein_air.bundles.read_back import read_weights_back
from plein_air.bundles.swatches import to_bytes
from plein_air.data.dataset import open_dataset
from plein_air.models.checkpoints import CODEBOOK_ID, codebook_id, config_note
from plein_air.models.tiny import VQGAN as TINY
from plein_air.models.vqgan import VqganConfig
from plein_air.pretrained.squeezenet import squeezenet
from plein_air.stage1.autoencoder import Autoencoder
from plein_air.stage1.crops import core_crops, held_out_crops, to_rgb
from plein_air.stage1.discriminator import Discriminator
from plein_air.stage1.losses import ramp
from plein_air.stage1.quality import quality
from plein_air.stage1.quantizer import perplexity
from plein_air.stage1.steps import discriminator_step, generator_step
from plein_air.training.averages import Averages
from plein_air.training.draws import torch_generator
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
class VqganOptions(TrainingOptions):
    steps: int = option(10_000, "the run ends after so many steps, those before it was resumed included", fixed=False, least=1)
    batch: int = option(8, "crops a step, over all workers", least=1)
    rate: float = option(2e-4, "learning rate after the warm-up", least=0)
    average: float = option(0.998, "decay of the averaged weights, which are those that are evaluated and exported", least=0)
    feature_weight: float = option(0.5, "weight of the feature distance beside L1", least=0)
    adversarial_weight: float = option(0.06, "weight of the adversarial loss once its ramp is over; 0: none", least=0)
    adversarial_from: int = option(1800, "step at which the ramp of the adversarial loss begins", least=0)
    adversarial_ramp: int = option(500, "steps of the ramp", least=1)
    held_out: int = option(32, "held-out photographs that are measured at each checkpoint", fixed=False, least=1)
    from_bundle: Path | None = option(None, "begin with the weights of this bundle instead of random ones")
    codes: int = option(1024, "entries of the codebook; a bundle's, with --from-bundle", least=2)
    codebook_decay: float = option(0.99, "of the codebook's moving averages", least=0)

    def few(self) -> dict:
        return super().few() | {"adversarial_from": 2, "adversarial_ramp": 2, "held_out": 2}


class VqganTrainer:
    """A generator, and a discriminator that joins later."""

    kind, examples = "vqgan", "crops"

    def __init__(self, options: VqganOptions, workers: Workers):
        self.squares = open_dataset(options.data).squares
        models = read_weights_back(options.from_bundle) if options.from_bundle else None
        config = models.encoder.config if models else replace(TINY if options.smoke else VqganConfig(), codes=options.codes)
        autoencoder = Autoencoder(config, options.codebook_decay)
        if models:
            autoencoder.begin_with(models)
        self.options, self.workers = options, workers
        self.generator = autoencoder.to(workers.device, memory_format=torch.channels_last).train()
        self.discriminator = Discriminator().to(workers.device, memory_format=torch.channels_last)
        self.features = squeezenet().to(workers.device, memory_format=torch.channels_last)
        self.averages = Averages(self.generator, options.average)
        self.optimizer = adam(self.generator.parameters(), options.rate, GENERATOR_BETAS, DECAY)
        self.discriminator_optimizer = adam(self.discriminator.parameters(), options.rate, DISCRIMINATOR_BETAS, DECAY)
        self.wrapped = workers.wrap(self.generator)
        self.wrapped_discriminator = workers.wrap(self.discriminator)
        self.held_out = to_rgb(held_out_crops(self.squares, options.held_out), workers.device)
        self.places = workers.share(options.batch)

    def prepare(self, precision: torch.dtype) -> None:
        self.precision = precision
        if self.options.compile:
            self.wrapped.compile()
            self.features.compile()

    def autocast(self) -> torch.autocast:
        """Only the generator computes in the precision that was chosen: targets and tokens must not depend on it."""
        return autocast(self.precision, self.workers.device)

    def step(self, step: int, rate: float) -> dict[str, torch.Tensor]:
        options = self.options
        set_rate((self.optimizer, self.discriminator_optimizer), rate)
        weight = options.adversarial_weight * ramp(step, options.adversarial_from, options.adversarial_ramp)
        photographs = to_rgb(core_crops(self.squares, options.seed, step, self.places), self.workers.device)
        with self.autocast():
            pictures, quantized = self.wrapped(photographs)
        pictures = pictures.float()
        losses = generator_step(
            self.generator,
            self.optimizer,
            self.discriminator,
            self.features,
            pictures,
            photographs,
            quantized.commitment,
            options.feature_weight,
            weight,
        )
        if options.adversarial_weight and step >= options.adversarial_from - HEAD_START:
            losses |= discriminator_step(self.wrapped_discriminator, self.discriminator_optimizer, pictures, photographs)
        losses["codes"] = self.generator.quantizer.update(quantized, self.workers, torch_generator(options.seed, step))
        self.averages.update(self.generator, step)
        return losses

    def parts(self) -> dict:
        return {
            "generator": self.generator,
            "averages": self.averages.module,
            "discriminator": self.discriminator,
            "optimizer": self.optimizer,
            "discriminator_optimizer": self.discriminator_optimizer,
        }

    def state(self) -> dict:
        return {name: part.state_dict() for name, part in self.parts().items()}

    def load_state(self, state: dict) -> None:
        for name, part in self.parts().items():
            part.load_state_dict(state[name])

    @torch.no_grad()
    def held_out_pictures(self) -> torch.Tensor:
        """Reconstructions of the held-out photographs with the averaged weights: [N, 3, h, w]."""
        with self.autocast():
            return torch.cat([self.averages.module(part)[0].float() for part in self.held_out.split(CHUNK)])

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        averaged = self.averages.module
        tokens = torch.cat([averaged.quantizer(averaged.encoder(part)).tokens for part in self.held_out.split(CHUNK)])
        found = quality(self.features, self.held_out_pictures(), self.held_out)
        codes = perplexity(tokens, len(averaged.quantizer.codebook))
        return {name: round(value, 4) for name, value in found.items()} | {"codes": round(codes, 1)}

    def sheet(self) -> np.ndarray:
        """Held-out photographs, and beside them what is made of them."""
        columns = [part[:SHEET_ROWS].permute(0, 2, 3, 1).cpu().numpy() for part in (self.held_out, self.held_out_pictures())]
        return sheet_of([to_bytes(column) for column in columns])

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        weights = self.averages.module.weights()
        notes = {CODEBOOK_ID: codebook_id(weights["codebook"])} | config_note(self.generator.config)
        run.write_weights("vqgan", weights, notes, step, held_out)
