"""The trainer of stage 2, as plein_air.training.loop wants it."""

import copy
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
from safetensors.torch import save_file

from plein_air.bundles.bundle_files import read_manifest
from plein_air.bundles.model_card import steps_of
from plein_air.bundles.read_back import read_weights_back
from plein_air.data.dataset import INDEX, Dataset, open_dataset
from plein_air.data.moods import Moods, check_moods
from plein_air.models.checkpoints import (
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
from plein_air.models.context import ANY
from plein_air.models.decoder import Decoder
from plein_air.models.tiny import TRANSFORMER as TINY
from plein_air.models.transformer import LatticeTransformer, TransformerConfig
from plein_air.models.vqgan import CORE_CELL_PIXELS, CoreDecoder, Encoder, VqganConfig
from plein_air.models.window import Window
from plein_air.models.zooms import THIRD
from plein_air.stage2.encoded import open_encoded
from plein_air.stage2.examples import Batch, Examples, Pool
from plein_air.stage2.grow import grown
from plein_air.stage2.initialize import initialize
from plein_air.stage2.loss import TrainingForward, losses_a_token
from plein_air.stage2.sheet import GUIDANCE, sample_sheet
from plein_air.stage2.teacher import Teacher
from plein_air.training.averages import Averages
from plein_air.training.checkpoint import write_whole
from plein_air.training.optimizers import muon_and_adam, set_rate
from plein_air.training.options import TrainingOptions, option
from plein_air.training.precision import autocast
from plein_air.training.run import Run
from plein_air.training.workers import Workers

BETAS, DECAY = (0.9, 0.97), 0.02  # of AdamW
LONGEST_GRADIENT = 1.0
CHUNK = 32  # held-out squares at a time
CONDITIONS = ("layout", "layout and mood", "nothing")
GUIDED = f"to the teacher, guidance {GUIDANCE:g}"  # with the layout alone
WINDOW = Window(rows=8, left=8, right=3)  # of a transformer from nothing


@dataclass(frozen=True, kw_only=True)
class TransformerOptions(TrainingOptions):
    vqgan: Path | None = option(None, "folder of vqgan.safetensors: encoder and codebook of the tokens", fixed=False)
    from_bundle: Path | None = option(None, "a bundle: its encoder and codebook, and its transformer to begin with", fixed=False)
    transformer: Path | None = option(None, "transformer.safetensors of another run, to begin with; else the bundle's", fixed=False)
    fresh: bool = option(False, "with --from-bundle: its encoder and codebook alone, the transformer from nothing")
    more: Path | None = option(
        None, "folder of further folders that plein_air.prepare wrote; what is measured is of --data alone", fixed=False
    )
    distil: Path | None = option(
        None, "a bundle, the teacher: its guided distribution is learnt, so that guidance takes one pass", fixed=False
    )
    photograph_weight: float = option(
        1.0,
        "with --distil: weight of the tokens of the photographs, where guidance is 1, beside the teacher's distributions; their "
        "gradients are the noisier ones",
        fixed=False,
        least=0,
    )
    right: int | None = option(
        None, "columns to the right that a position sees of the rows above; left out: as the bundle, 3 from nothing", least=1
    )
    lattice: int = option(16, "cells along a side of an example, a multiple of 4; a quarter of them is wider", least=8)
    keep: float = option(
        0.95, "share of the tokens seen as they are; the others are random, so that mistakes are got over", least=0
    )
    layers: int = option(8, "of a transformer from nothing", least=1)
    width: int = option(384, "of a transformer from nothing: numbers a position, a multiple of 64", least=64)
    held_out: int = option(500, "held-out squares that are measured at each checkpoint", fixed=False, least=1)
    sheet_rows: int = option(4, "held-out layouts that are painted for a sample sheet", fixed=False, least=1)


def few_steps(options: TransformerOptions) -> TransformerOptions:
    """The options, unless it is a smoke test: then those of a few steps in which everything happens that ever does."""
    if not options.smoke:
        return options
    few = {
        "steps": min(6, options.steps),
        "batch": 4,
        "warm_up": 2,
        "log_every": 2,
        "save_every": 3,
        "sheet_every": 4,
        "sheet_rows": 1,
    }
    return replace(options, **few)


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
        return inputs(replace(TINY, codes=codes, moods=moods), options)
    if options.width % 64:
        raise ValueError(f"--width {options.width} is no multiple of 64, the numbers of an attention head")
    heads = options.width // 64
    kv_heads = next(count for count in (heads // 3, heads // 2, heads) if count and heads % count == 0)
    mlp = 64 * round(8 * options.width / 3 / 64)
    config = TransformerConfig(codes, 16, options.layers, options.width, heads, kv_heads, mlp, options.width // 2, moods=moods)
    return inputs(replace(config, window=WINDOW), options)


def inputs(config: TransformerConfig, options: TransformerOptions) -> TransformerConfig:
    """With the window that is asked for, and what a training teaches: the zooms, and the strength of guidance if there is a
    teacher."""
    window = config.window if options.right is None else config.window._replace(right=options.right)
    return replace(config, window=window, distilled=options.distil is not None, zooms=THIRD)


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
    trained = grown(trained, inputs(trained.config, options))
    trained.codebook.copy_(codebook)
    return Start(encoder, codebook, decoder, trained.train().requires_grad_(True), False, steps)


def teacher_of(options: TransformerOptions, codebook: torch.Tensor, device: torch.device) -> Teacher | None:
    """Raises ValueError if it was trained on another codebook."""
    if options.distil is None:
        return None
    models = read_weights_back(options.distil)
    if not torch.equal(models.codebook, codebook):
        raise ValueError(f"{options.distil} has another codebook: it cannot teach what these tokens mean")
    return Teacher(models.transformer.to(device))


def datasets_of(options: TransformerOptions) -> list[Dataset]:
    """That of --data, then those of --more by name. Raises ValueError if they do not fit together."""
    first = open_dataset(options.data)
    if options.more is None:
        return [first]
    folders = sorted(path.parent for path in options.more.glob(f"*/{INDEX}"))
    if not folders:
        raise ValueError(f"{options.more} has no folders that plein_air.prepare wrote")
    others = [open_dataset(folder) for folder in folders]
    for other in others:
        if other.side != first.side or not other.moods.space.like(first.moods):
            raise ValueError(f"{other.folder} has squares of another size or other moods than {first.folder}: prepare it as that")
    return [first, *others]


def pool_of(dataset: Dataset, wide: bool, begin: Start, workers: Workers) -> Pool:
    """Of its squares, or of its wide pictures."""
    encoded = open_encoded(dataset, wide, begin.encoder, begin.codebook, workers)
    moods = dataset.wide_moods if wide else dataset.moods.ids
    return Pool(encoded, encoded.pictures.train, moods, encoded.pictures.zooms)


class TransformerTrainer:
    kind, examples = "transformer", "sequences"

    def __init__(self, options: TransformerOptions, workers: Workers):
        self.options, self.workers = options, workers
        workers.share(options.batch)  # says at once if they cannot
        datasets = datasets_of(options)
        self.dataset = datasets[0]
        cells = self.dataset.side // CORE_CELL_PIXELS
        if options.lattice > cells or options.lattice % 4:
            raise ValueError(f"--lattice {options.lattice} has to be a multiple of 4 and at most the {cells} cells of a square")
        begin = start(options, self.dataset.moods)
        self.codebook, self.trained_before = begin.codebook, begin.steps
        squares, wide = ([pool_of(dataset, wide, begin, workers) for dataset in datasets] for wide in (False, True))
        self.decoder = begin.decoder
        self.model = begin.transformer.to(workers.device).train()
        self.teacher = teacher_of(options, begin.codebook, workers.device)
        config = self.model.config
        self.cuts = Examples(squares, wide, options.lattice, config.codes, options.keep, config.distilled)
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

    def places(self, step: int) -> range:
        """Of this worker in the batch of a step: fewer if its lattices are wide, so that all steps cost about the same."""
        options, count = self.options, self.workers.count
        wanted = options.batch * options.lattice // self.cuts.columns(options.seed, step)
        return self.workers.share(max(1, wanted // count) * count)

    def step(self, step: int, rate: float) -> dict[str, torch.Tensor]:
        # Examples are counted from the first training of the weights on: a run that goes on with another's would otherwise draw
        # the same once more, and learn them by heart (held-out nats rose from 3.98 to 4.08 in 2,000 steps).
        drawn = self.trained_before + step
        batch = self.cuts.drawn(self.options.seed, drawn, self.places(drawn)).to(self.workers.device)
        set_rate(self.optimizers, rate)
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        with autocast(self.precision, self.workers.device):
            taught = self.teacher.log_probabilities(batch) if self.teacher else None
            weight = self.options.photograph_weight if self.teacher else 1.0
            loss, apart = losses_a_token(self.wrapped, batch, self.workers, taught, weight)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), LONGEST_GRADIENT)
        for optimizer in self.optimizers:
            optimizer.step()
        self.averages.update(self.model, step + self.age)
        return {"loss": loss, "to the teacher": apart} if self.teacher else {"nats": loss}

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
        """Nats a token of held-out squares, by what is given; and from the teacher, guided as the page begins."""
        forward = TrainingForward(self.averages.module)
        ids = self.dataset.held_out[: self.options.held_out]
        sums = {condition: torch.zeros(2) for condition in (*CONDITIONS, *([GUIDED] if self.teacher else []))}
        for squares in np.array_split(ids, -(-len(ids) // CHUNK)):
            batch = self.cuts.plain(squares).to(self.workers.device)
            for condition, total in sums.items():
                given = conditioned(batch, condition)
                with autocast(self.precision, self.workers.device):
                    taught = self.teacher.log_probabilities(given) if condition == GUIDED else None
                    nats, apart, count = forward(**vars(given), taught=taught)
                total += torch.stack([apart if condition == GUIDED else nats, count]).cpu()
        return {condition: round(float(total[0] / total[1]), 4) for condition, total in sums.items()}

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
    """What the transformer is given: one of CONDITIONS, or GUIDED."""
    if condition == GUIDED:
        batch = replace(batch, guidance=torch.full_like(batch.guidance, GUIDANCE))
    if condition == "nothing":
        batch = replace(batch, layout=torch.full_like(batch.layout, ANY))
    return batch if condition == "layout and mood" else replace(batch, mood=torch.zeros_like(batch.mood))
