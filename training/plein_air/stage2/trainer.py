"""The trainer of stage 2, as plein_air.training.loop wants it."""

import copy
from dataclasses import replace

import numpy as np
import torch
import torch.nn as nn

from plein_air.models.checkpoints import CODEBOOK_ID, codebook_id, config_note, halved
from plein_air.models.context import ANY
from plein_air.models.generate import GUIDANCE
from plein_air.models.vqgan import CORE_CELL_PIXELS
from plein_air.stage2.examples import Batch, Examples
from plein_air.stage2.loss import TrainingForward, losses_a_token
from plein_air.stage2.options import TransformerOptions
from plein_air.stage2.sheet import sample_sheet
from plein_air.stage2.start import datasets_of, pool_of, start, teacher_of
from plein_air.training.averages import Averages
from plein_air.training.optimizers import muon_and_adam, set_rate
from plein_air.training.precision import autocast
from plein_air.training.run import Run
from plein_air.training.workers import Workers

BETAS, DECAY = (0.9, 0.97), 0.02  # of AdamW
LONGEST_GRADIENT = 1.0
CHUNK = 32  # held-out squares at a time
CONDITIONS = ("layout", "layout and mood", "nothing")
GUIDED = f"to the teacher, guidance {GUIDANCE:g}"  # with the layout alone


class TransformerTrainer:
    kind, examples = "transformer", "sequences"

    def __init__(self, options: TransformerOptions, workers: Workers):
        self.options, self.workers = options, workers
        workers.share(options.batch)  # says at once if they cannot
        datasets = datasets_of(options)
        self.squares = datasets[0].squares
        cells = datasets[0].side // CORE_CELL_PIXELS
        if options.lattice > cells or options.lattice % 4:
            raise ValueError(f"--lattice {options.lattice} has to be a multiple of 4 and at most the {cells} cells of a square")
        begin = start(options, datasets[0].moods)
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
        ids = self.squares.held_out[: self.options.held_out]
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
        ids = self.squares.held_out[: self.options.sheet_rows]
        transformer = copy.deepcopy(self.averages.module).cpu()
        return sample_sheet(transformer, self.decoder, self.squares.photographs[ids], self.cuts.plain(ids))

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        halves = halved(self.averages.module.state_dict())
        notes = {CODEBOOK_ID: codebook_id(self.codebook)} | config_note(self.model.config)
        run.write_weights("transformer", halves, notes, self.trained_before + step, held_out)


def conditioned(batch: Batch, condition: str) -> Batch:
    """What the transformer is given: one of CONDITIONS, or GUIDED."""
    if condition == GUIDED:
        batch = replace(batch, guidance=torch.full_like(batch.guidance, GUIDANCE))
    if condition == "nothing":
        batch = replace(batch, layout=torch.full_like(batch.layout, ANY))
    return batch if condition == "layout and mood" else replace(batch, mood=torch.zeros_like(batch.mood))
