"""The trainer of stage 2, as plein_air.training.loop wants it."""

import copy
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
from safetensors.torch import save_file

from plein_air.bundle_files import read_manifest
from plein_air.checkpoints import (
    CODEBOOK_ID,
    codebook_id,
    config_note,
    load_transformer,
    load_vqgan,
    noted_config,
    part,
    read_tensors,
    steps_beside,
)
from plein_air.context import ANY
from plein_air.data.dataset import Dataset, open_dataset
from plein_air.data.moods import Moods, check_moods
from plein_air.decoder import Decoder
from plein_air.model_card import steps_of
from plein_air.read_back import read_weights_back
from plein_air.stage2.encoded import encode
from plein_air.stage2.examples import Batch, Examples
from plein_air.stage2.initialize import initialize
from plein_air.stage2.loss import TrainingForward, nats_a_token
from plein_air.stage2.sheet import sample_sheet
from plein_air.tiny import TRANSFORMER as TINY
from plein_air.training.averages import Averages
from plein_air.training.checkpoint import write_whole
from plein_air.training.optimizers import muon_and_adam, set_rate
from plein_air.training.options import TrainingOptions, option
from plein_air.training.precision import autocast
from plein_air.training.run import Run
from plein_air.training.workers import Workers
from plein_air.transformer import LatticeTransformer, TransformerConfig
from plein_air.vqgan import CORE_CELL_PIXELS, CoreDecoder, Encoder, VqganConfig

BETAS, DECAY = (0.9, 0.97), 0.02  # of AdamW
LONGEST_GRADIENT = 1.0
CHUNK = 32  # held-out squares at a time
CONDITIONS = ("layout", "layout and mood", "nothing")


@dataclass(frozen=True, kw_only=True)
class TransformerOptions(TrainingOptions):
    vqgan: Path | None = option(None, "folder of vqgan.safetensors: encoder and codebook of the tokens", fixed=False)
    from_bundle: Path | None = option(None, "a bundle: its encoder and codebook, and its transformer to begin with", fixed=False)
    transformer: Path | None = option(None, "transformer.safetensors of another run, to begin with; else the bundle's", fixed=False)
    fresh: bool = option(False, "with --from-bundle: its encoder and codebook alone, the transformer from nothing")
    lattice: int = option(16, "cells along a side of an example, a multiple of 4", least=8)
    keep: float = option(
        0.95, "share of the tokens seen as they are; the others are random, so that mistakes are got over", least=0
    )
    layers: int = option(8, "of a transformer from nothing", least=1)
    width: int = option(384, "of a transformer from nothing: numbers a position, a multiple of 64", least=64)
    held_out: int = option(500, "held-out squares that are measured at each checkpoint", fixed=False, least=1)
    sheet_rows: int = option(4, "held-out layouts that are painted for a sample sheet", fixed=False, least=1)


@dataclass(frozen=True)
class Start:
    """What a run begins with."""

    encoder: Encoder
    codebook: torch.Tensor
    decoder: CoreDecoder | Decoder  # for sample sheets
    transformer: LatticeTransformer
    fresh: bool  # whether the transformer is random
    steps: int  # that it was trained before, as far as that is known


def sizes(options: TransformerOptions, codes: int, moods: int) -> TransformerConfig:
    """Of a transformer from nothing. Heads have 64 numbers, three of them share keys; the rest grows with the width."""
    if options.smoke:
        return replace(TINY, codes=codes, moods=moods)
    if options.width % 64:
        raise ValueError(f"--width {options.width} is no multiple of 64, the numbers of an attention head")
    heads = options.width // 64
    kv_heads = next(count for count in (heads // 3, heads // 2, heads) if count and heads % count == 0)
    mlp = 64 * round(8 * options.width / 3 / 64)
    return TransformerConfig(codes, 16, options.layers, options.width, heads, kv_heads, mlp, options.width // 2, moods=moods)


def start(options: TransformerOptions, moods: Moods) -> Start:
    """moods: of the photographs. Raises ValueError if it is not said what to begin with, or it does not fit."""
    if (options.from_bundle is None) == (options.vqgan is None):
        raise ValueError("which encoder and codebook? Either --from-bundle BUNDLE or --vqgan FOLDER")
    if options.fresh and options.transformer:
        raise ValueError("begin with --transformer, or --fresh from nothing; not both")
    trained, steps, count = None, 0, len(moods.centres) + 1
    if options.from_bundle:
        models = read_weights_back(options.from_bundle)
        encoder, codebook, decoder = models.encoder, models.codebook, models.decoder
        if not options.fresh:
            manifest = read_manifest(options.from_bundle)
            trained, steps = models.transformer, steps_of(manifest, "transformer")
            if "moodSpace" in manifest:
                check_moods(options.from_bundle, moods)
    else:
        encoder, codebook = load_vqgan(options.vqgan)
        decoder = CoreDecoder(noted_config(options.vqgan / "vqgan.safetensors", VqganConfig)).requires_grad_(False)
        decoder.load_state_dict(part(read_tensors(options.vqgan / "vqgan.safetensors"), "decoder."))
    if options.transformer:
        trained, steps = load_transformer(options.transformer), steps_beside(options.transformer)
        if not torch.equal(trained.codebook.half(), codebook.half()):  # it is stored in float16 there
            raise ValueError(f"{options.transformer} was trained on another codebook: its tokens mean other pictures")
    if trained is None:
        transformer = LatticeTransformer(sizes(options, len(codebook), count))
        initialize(transformer, codebook)
        return Start(encoder, codebook, decoder, transformer, True, 0)
    if trained.config.moods != count:
        raise ValueError(
            f"the transformer knows {trained.config.moods - 1} moods and the data {count - 1}: prepare the photographs with "
            "--moods-of its bundle"
        )
    trained.codebook.copy_(codebook)
    return Start(encoder, codebook, decoder, trained.train().requires_grad_(True), False, steps)


class TransformerTrainer:
    kind, examples = "transformer", "sequences"

    def __init__(self, options: TransformerOptions, workers: Workers):
        self.options, self.workers, self.places = options, workers, workers.share(options.batch)
        self.dataset: Dataset = open_dataset(options.data)
        cells = self.dataset.side // CORE_CELL_PIXELS
        if options.lattice > cells or options.lattice % 4:
            raise ValueError(f"--lattice {options.lattice} has to be a multiple of 4 and at most the {cells} cells of a square")
        begin = start(options, self.dataset.moods)
        self.codebook, self.trained_before = begin.codebook, begin.steps
        encoded = encode(self.dataset, begin.encoder, begin.codebook, workers)
        self.decoder = begin.decoder
        self.model = begin.transformer.to(workers.device).train()
        self.cuts = Examples(encoded, self.dataset.moods.ids, options.lattice, self.model.config.codes, options.keep)
        self.age = 0 if begin.fresh else 1000  # of the averages: trained weights are averages already
        self.averages = Averages(self.model, options.average)
        matrices = [parameter for parameter in self.model.layers.parameters() if parameter.ndim == 2]
        self.optimizers = muon_and_adam(matrices, self.model, options.rate, BETAS, DECAY)
        self.muon = self.optimizers[0]
        self.forward = TrainingForward(self.model)
        self.wrapped = workers.wrap(self.forward)

    def prepare(self, precision: torch.dtype) -> None:
        self.precision = self.muon.precision = precision
        if self.options.compile:
            self.forward.compile()

    def step(self, step: int, rate: float) -> dict[str, torch.Tensor]:
        # Examples are counted from the first training of the weights on: a run that goes on with another's would otherwise draw
        # the same once more, and learn them by heart (held-out nats rose from 3.98 to 4.08 in 2,000 steps).
        batch = self.cuts.drawn(self.dataset.train, self.options.seed, self.trained_before + step, self.places).to(
            self.workers.device
        )
        set_rate(self.optimizers, rate)
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        with autocast(self.precision, self.workers.device):
            loss = nats_a_token(self.wrapped, batch, self.workers)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), LONGEST_GRADIENT)
        for optimizer in self.optimizers:
            optimizer.step()
        self.averages.update(self.model, step + self.age)
        return {"nats": loss}

    def state(self) -> dict:
        return {
            "model": self.model.state_dict(),
            "averages": self.averages.module.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "trained_before": self.trained_before,
        }

    def load_state(self, state: dict) -> None:
        """Raises ValueError if the run was begun with another codebook: its bundle or VQGAN has changed since."""
        if not torch.equal(state["model"]["codebook"], self.model.codebook.cpu()):
            raise ValueError("the run was begun with another codebook than that of --from-bundle or --vqgan")
        self.model.load_state_dict(state["model"])
        self.averages.module.load_state_dict(state["averages"])
        for optimizer, noted in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(noted)
        self.trained_before = state["trained_before"]

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        """Nats a token of held-out squares, by what is given."""
        forward = TrainingForward(self.averages.module)
        ids = self.dataset.held_out[: self.options.held_out]
        nats = {}
        for condition in CONDITIONS:
            total, count = 0.0, 0.0
            for squares in np.array_split(ids, -(-len(ids) // CHUNK)):
                batch = conditioned(self.cuts.plain(squares), condition).to(self.workers.device)
                with autocast(self.precision, self.workers.device):
                    sums = forward(batch.given, batch.tokens, batch.layout, batch.known, batch.mood)
                total, count = total + float(sums[0]), count + float(sums[1])
            nats[condition] = round(total / count, 4)
        return nats

    def sheet(self) -> np.ndarray:
        ids = self.dataset.held_out[: self.options.sheet_rows]
        transformer = copy.deepcopy(self.averages.module).cpu()
        return sample_sheet(transformer, self.decoder, self.dataset.photographs[ids], self.cuts.plain(ids))

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        halves = {name: tensor.cpu().half().contiguous() for name, tensor in self.averages.module.state_dict().items()}
        notes = {CODEBOOK_ID: codebook_id(self.codebook)} | config_note(self.model.config)
        write_whole(run.folder / "transformer.safetensors", lambda beside: save_file(halves, beside, notes))
        text = json.dumps({"step": self.trained_before + step, "heldout": held_out}) + "\n"
        write_whole(run.folder / "transformer.json", lambda beside: beside.write_text(text))


def conditioned(batch: Batch, condition: str) -> Batch:
    """What the transformer is given: one of CONDITIONS."""
    if condition == "nothing":
        batch = replace(batch, layout=torch.full_like(batch.layout, ANY))
    return batch if condition == "layout and mood" else replace(batch, mood=torch.zeros_like(batch.mood))
