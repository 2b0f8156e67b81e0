"""Trains the decoder and its detail head further, at 16 pixels a cell, with encoder and codebook frozen.

python -m plein_air.train_detail --data WORK --out RUN --from-bundle ../public/models/landscapes --large LARGE
python -m plein_air.train_detail --data WORK --out RUN --vqgan VQGAN_RUN

No token changes its meaning: links and transformers stay valid. The folder of the run gets picture.safetensors, averaged weights,
with the codebook's id; plein_air.export refuses it for a bundle with another codebook. Where photographs are small, EDSR makes
the targets of 16 pixels a cell.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

from plein_air.bundle_files import read_manifest
from plein_air.checkpoints import (
    CODEBOOK_ID,
    codebook_id,
    config_note,
    load_picture,
    load_vqgan,
    noted_config,
    part,
    read_tensors,
    steps_beside,
)
from plein_air.data.dataset import open_dataset
from plein_air.export import codebook_of
from plein_air.model_card import steps_of
from plein_air.pretrained.edsr import edsr
from plein_air.read_back import read_weights_back
from plein_air.stage1.fine_crops import FineCrops, held_out_fine
from plein_air.stage1.initialize import initialize
from plein_air.stage1.trainer import CHUNK, Made, Stage1Options, Stage1Trainer, few_steps
from plein_air.training.checkpoint import write_whole
from plein_air.training.loop import run_trainer
from plein_air.training.options import option, parse
from plein_air.training.run import Run
from plein_air.training.workers import Workers
from plein_air.vqgan import Encoder, Picture, VqganConfig, look_up, nearest_codes


@dataclass(frozen=True, kw_only=True)
class DetailOptions(Stage1Options):
    from_bundle: Path | None = option(
        None, "bundle whose encoder and codebook are kept, and whose decoder it begins with", fixed=False
    )
    vqgan: Path | None = option(
        None, "or the folder of a vqgan.safetensors; a picture.safetensors beside it is begun with", fixed=False
    )
    large: Path | None = option(None, "folder or zip file of more photographs, 256 pixels or larger, without label maps")
    large_share: float = option(0.2, "of crops that are of large photographs, where there are any", least=0)


def starting_point(options: DetailOptions) -> tuple[Encoder, torch.Tensor, Picture, int]:
    """-> encoder, codebook, the decoder to begin with, and how many steps its detail was trained before.

    Raises ValueError if it is not said what to begin with, or twice.
    """
    if (options.from_bundle is None) == (options.vqgan is None):
        raise ValueError("which encoder and codebook? Either --from-bundle BUNDLE or --vqgan FOLDER")
    if options.from_bundle:
        models = read_weights_back(options.from_bundle)
        return models.encoder, models.codebook, models.picture, steps_of(read_manifest(options.from_bundle), "picture")
    config = noted_config(options.vqgan / "vqgan.safetensors", VqganConfig)
    encoder, codebook = load_vqgan(options.vqgan, config)
    path = options.vqgan / "picture.safetensors"
    if path.exists():
        if codebook_of(path) != codebook_id(codebook):
            raise ValueError(f"{path} was trained for another codebook than the vqgan.safetensors beside it")
        return encoder, codebook, load_picture(path, config), steps_beside(path)
    picture = Picture(config)
    initialize(picture)
    picture.decoder.load_state_dict(part(read_tensors(options.vqgan / "vqgan.safetensors"), "decoder."))
    return encoder, codebook, picture, 0


class DetailTrainer(Stage1Trainer):
    kind = "detail"

    def __init__(self, options: DetailOptions, workers: Workers):
        dataset = open_dataset(options.data)
        encoder, codebook, picture, self.trained_before = starting_point(options)
        super().__init__(options, workers, picture.requires_grad_(True))
        device = workers.device
        self.encoder = encoder.to(device, memory_format=torch.channels_last)
        self.codebook = codebook.to(device)
        enlarging = edsr().to(device, memory_format=torch.channels_last)
        self.crops = FineCrops(dataset, options.seed, enlarging, options.large_share, options.large)
        self.held_out = held_out_fine(dataset, enlarging, options.held_out, device)
        self.places = workers.share(options.batch)

    @torch.no_grad()
    def vectors(self, photographs: torch.Tensor) -> torch.Tensor:
        """RGB [N, 3, 16h, 16w] -> the vectors of its tokens, [N, d, h, w]."""
        tokens = nearest_codes(self.encoder(F.avg_pool2d(photographs, 2)), self.codebook)
        return look_up(tokens, self.codebook).contiguous(memory_format=torch.channels_last)

    def make(self, step: int) -> Made:
        photographs = self.crops(self.trained_before + step, self.places, self.workers.device)
        vectors = self.vectors(photographs)
        with self.autocast():
            return Made(self.wrapped(vectors), photographs, None)

    @torch.no_grad()
    def held_out_pictures(self) -> tuple[torch.Tensor, torch.Tensor]:
        pictures = []
        for photographs in self.held_out.split(CHUNK):
            vectors = self.vectors(photographs)
            with self.autocast():
                pictures.append(self.averages.module(vectors).float())
        return torch.cat(pictures), self.held_out

    def state(self) -> dict:
        return super().state() | {
            "encoder": self.encoder.state_dict(),
            "codebook": self.codebook,
            "trained_before": self.trained_before,
        }

    def load_state(self, state: dict) -> None:
        """Raises ValueError if the run was begun with another codebook: the bundle may have changed since."""
        if not torch.equal(state["codebook"].to(self.codebook), self.codebook):
            raise ValueError("the run was begun with another codebook than that of --from-bundle or --vqgan")
        self.encoder.load_state_dict(state["encoder"])
        self.trained_before = state["trained_before"]
        super().load_state(state)

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        weights = self.averages.module.state_dict()
        halves = {name: tensor.cpu().half().contiguous() for name, tensor in weights.items()}
        notes = {CODEBOOK_ID: codebook_id(self.codebook.cpu())} | config_note(self.generator.config)
        write_whole(run.folder / "picture.safetensors", lambda beside: save_file(halves, beside, notes))
        self.write_summary(run, "picture", self.trained_before + step, held_out)


def main(arguments: list[str] | None = None) -> int:
    """-> how many steps were made in all"""
    return run_trainer(DetailTrainer, few_steps(parse(DetailOptions, __doc__, arguments)))


if __name__ == "__main__":
    main()
