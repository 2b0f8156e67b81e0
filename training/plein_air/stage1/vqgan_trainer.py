"""The trainer of stage 1 from photographs to a codebook, as plein_air.training.loop wants it."""

from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import save_file

from plein_air.bundles.read_back import read_weights_back
from plein_air.data.dataset import open_dataset
from plein_air.models.checkpoints import CODEBOOK_ID, codebook_id, config_note
from plein_air.models.tiny import VQGAN as TINY
from plein_air.models.vqgan import VqganConfig
from plein_air.stage1.autoencoder import Autoencoder
from plein_air.stage1.crops import CoreCrops, held_out_crops, to_rgb
from plein_air.stage1.quantizer import perplexity
from plein_air.stage1.trainer import CHUNK, Made, Stage1Options, Stage1Trainer
from plein_air.training.checkpoint import write_whole
from plein_air.training.draws import torch_generator
from plein_air.training.options import option
from plein_air.training.run import Run
from plein_air.training.workers import Workers


@dataclass(frozen=True, kw_only=True)
class VqganOptions(Stage1Options):
    from_bundle: Path | None = option(None, "begin with the weights of this bundle instead of random ones")
    codes: int = option(1024, "entries of the codebook; a bundle's, with --from-bundle", least=2)
    codebook_decay: float = option(0.99, "of the codebook's moving averages", least=0)
    adversarial_from: int = option(1800, "step at which the ramp of the adversarial loss begins", least=0)


class VqganTrainer(Stage1Trainer):
    kind = "vqgan"

    def __init__(self, options: VqganOptions, workers: Workers):
        dataset = open_dataset(options.data)
        models = read_weights_back(options.from_bundle) if options.from_bundle else None
        config = models.encoder.config if models else replace(TINY if options.smoke else VqganConfig(), codes=options.codes)
        autoencoder = Autoencoder(config, options.codebook_decay)
        if models:
            autoencoder.begin_with(models)
        super().__init__(options, workers, autoencoder)
        self.crops = CoreCrops(dataset, options.seed)
        self.held_out = to_rgb(held_out_crops(dataset, options.held_out), workers.device)
        self.places = workers.share(options.batch)

    def make(self, step: int) -> Made:
        photographs = to_rgb(self.crops(step, self.places), self.workers.device)
        with self.autocast():
            pictures, quantized = self.wrapped(photographs)
        return Made(pictures, photographs, quantized)

    def after(self, step: int, made: Made) -> dict[str, torch.Tensor]:
        quantizer = self.generator.quantizer
        return {"codes": quantizer.update(made.quantized, self.workers, torch_generator(self.options.seed, step))}

    @torch.no_grad()
    def held_out_pictures(self) -> tuple[torch.Tensor, torch.Tensor]:
        averaged = self.averages.module
        with self.autocast():
            pictures = [averaged(part)[0].float() for part in self.held_out.split(CHUNK)]
        return torch.cat(pictures), self.held_out

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        averaged = self.averages.module
        tokens = torch.cat([averaged.quantizer(averaged.encoder(part)).tokens for part in self.held_out.split(CHUNK)])
        codes = perplexity(tokens, len(averaged.quantizer.codebook))
        return super().evaluate() | {"codes": round(codes, 1)}

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        weights = self.averages.module.weights()
        notes = {CODEBOOK_ID: codebook_id(weights["codebook"])} | config_note(self.generator.config)
        write_whole(run.folder / "vqgan.safetensors", lambda beside: save_file(weights, beside, notes))
        self.write_summary(run, "vqgan", step, held_out)
