"""The loop of every trainer: steps, log, evaluations, sheets, checkpoints."""

import math
import signal
import sys
import time
from collections.abc import Callable
from typing import Protocol

import numpy as np
import torch
from tqdm import tqdm

from plein_air.training.checkpoint import load_checkpoint, save_checkpoint
from plein_air.training.optimizers import rate_at
from plein_air.training.options import Training, TrainingOptions, as_json, changed
from plein_air.training.precision import chosen_precision
from plein_air.training.revision import revision
from plein_air.training.run import Run
from plein_air.training.workers import Workers, join_workers


class Trainer(Protocol):
    """What differs from one network to the next."""

    kind: str  # noted in the checkpoint
    examples: str  # what a batch is of, in the plural: sequences, crops

    def prepare(self, precision: torch.dtype) -> None:
        """Once, before the first step and after the state was loaded."""

    def step(self, step: int, rate: float) -> dict[str, torch.Tensor]:
        """One step of all optimisers -> losses by name, 0-d, of which the means over all workers are logged."""

    def state(self) -> dict:
        """Everything that the next step depends on: weights, averages, optimisers, statistics."""

    def load_state(self, state: dict) -> None: ...

    def evaluate(self) -> dict[str, float]:
        """On held-out photographs, with the averaged weights. Called on the leading worker."""

    def sheet(self) -> np.ndarray:
        """Pictures for the eye, uint8 [h, w, 3]."""

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        """The averaged weights, as plein_air.export reads them, into the folder of the run."""


def run_trainer(make: Callable[[Training, Workers], Trainer], options: Training) -> int:
    """What the command of a trainer does: joins the other workers, makes the trainer from the seed, trains. A ValueError, which
    says in a sentence what was wrong, ends the process with that sentence."""
    try:
        with join_workers(options.threads) as workers:
            torch.manual_seed(options.seed)
            trainer = make(options, workers)
            return train(trainer, options, Run(options.out, workers.leads), workers)
    except ValueError as problem:
        sys.exit(str(problem))


def train(trainer: Trainer, options: TrainingOptions, run: Run, workers: Workers) -> int:
    """Makes the steps that are left, until they are made, time is over or the run is told to stop -> how many are made in all.

    Raises ValueError if there is already a run in the folder and `resume` was not said, or it was another run's.
    """
    first, precision = begin(trainer, options, run, workers)
    trainer.prepare(precision)
    run.stop_on_signals()
    run.log(first, options=as_json(options), revision=revision(), precision=str(precision), workers=workers.count)
    step, sums, busy = first, {}, 0.0
    bar = tqdm(initial=first, total=options.steps, unit="step", disable=not workers.leads, smoothing=0.05)
    while step < options.steps:
        rate = rate_at(step, options.rate, options.warm_up, options.cooldown, options.steps)
        start = time.perf_counter()
        for name, value in trainer.step(step, rate).items():
            sums.setdefault(name, []).append(value.detach())
        busy += time.perf_counter() - start
        step += 1
        bar.update()
        if step % options.log_every == 0:
            means = means_of(sums, step, options, run, workers)
            speed = len(next(iter(sums.values()))) * options.batch / busy
            rounded = {name: round(mean, 5) for name, mean in means.items()}
            run.log(step, **rounded, rate=rate, **{f"{trainer.examples}/s": round(speed, 3)})
            said = ", ".join(f"{name} {mean:.4f}" for name, mean in means.items())
            bar.set_postfix_str(f"{said}, {speed:.2f} {trainer.examples}/s")
            sums, busy = {}, 0.0
        late = options.minutes and run.seconds > 60 * options.minutes
        if workers.any(bool(late) or run.stopping):
            break
        if step % options.save_every == 0 and step < options.steps:
            means_of(sums, step, options, run, workers)
            save(trainer, options, run, step, precision)
        if step % options.sheet_every == 0 and workers.leads:
            run.sheet(step, trainer.sheet())
    bar.close()
    means_of(sums, step, options, run, workers)
    save(trainer, options, run, step, precision, stopped=run.stopping)
    run.leave_signals()
    if run.stopping and step == options.steps:
        signal.raise_signal(run.signal)  # the run was over anyway: who would go on with something else has to hear it
    return step


def means_of(
    sums: dict[str, list[torch.Tensor]], step: int, options: TrainingOptions, run: Run, workers: Workers
) -> dict[str, float]:
    """The means of the losses over steps and workers. Raises ValueError, on every worker, if one is no number: weights that gave
    it must not take the place of the last that were saved."""
    means = {name: float(workers.mean(torch.stack(values).mean())) for name, values in sums.items()}
    if lost := [name for name, mean in means.items() if not math.isfinite(mean)]:
        raise ValueError(
            f"Step {step}: {', '.join(lost)} is no number any more, so nothing was saved. What {run.folder} has is from before. "
            f"The rate of {options.rate:g} may be too high: begin another run with a lower --rate."
        )
    return means


def begin(trainer: Trainer, options: TrainingOptions, run: Run, workers: Workers) -> tuple[int, torch.dtype]:
    """-> the first step, and the precision: a run keeps the one that it began with"""
    if not options.resume:
        if run.checkpoint.exists():
            raise ValueError(f"{run.folder} already has a run: --resume continues it; or choose another --out")
        return 0, chosen_precision(options.precision, workers)
    state = load_checkpoint(run.checkpoint, trainer.kind)
    if differences := changed(options, state["options"]):
        raise ValueError(f"{run.folder} was begun with other options, so it cannot be continued exactly: {'; '.join(differences)}")
    trainer.load_state(state["trainer"])
    torch.set_rng_state(state["random"])
    return state["step"], getattr(torch, state["precision"])


def save(trainer: Trainer, options: TrainingOptions, run: Run, step: int, precision: torch.dtype, stopped: bool = False) -> None:
    """The checkpoint first: an evaluation takes a while, and who stops a run does not always wait. A run that is told to stop
    does without it."""
    if not run.leads:
        return
    state = {
        "step": step,
        "options": as_json(options),
        "revision": revision(),
        "precision": str(precision).removeprefix("torch."),
        "random": torch.get_rng_state(),
        "trainer": trainer.state(),
    }
    save_checkpoint(run.checkpoint, trainer.kind, state)
    if stopped:
        run.log(step, stopped=True)
        return
    held_out = trainer.evaluate()
    run.log(step, held_out=held_out)
    trainer.write_weights(run, step, held_out)
    tqdm.write(f"step {step}, held out: " + ", ".join(f"{name} {value:.4f}" for name, value in held_out.items()))
