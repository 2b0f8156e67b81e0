"""How long a step takes on this machine: the very trainers, for a few steps on a few of the photographs."""

import json
import statistics
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from plein_air.data.dataset import INDEX, Dataset
from plein_air.training.loop import Trainer
from plein_air.training.options import TrainingOptions
from plein_air.training.precision import chosen_precision
from plein_air.training.run import Run
from plein_air.training.workers import Workers, join_workers
from plein_air.whole.stages import TRAINERS, options_of

SQUARES = 101  # one of them held out, at least
WARM, TIMED = 2, 3  # steps


def write_part(dataset: Dataset, folder: Path) -> None:
    """A dataset of the first few squares."""
    folder.mkdir(parents=True, exist_ok=True)
    count = min(SQUARES, len(dataset.photographs))
    fine = dataset.fine_ids < count
    arrays = {
        "photographs": dataset.photographs[:count],
        "labels": dataset.labels[:count],
        "origins": dataset.origins[:count],
        "fine": dataset.fine[: fine.sum()],
        "fine_ids": dataset.fine_ids[fine],
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
    replace(dataset.moods, ids=dataset.moods.ids[:count]).save(folder / "moods.npz")
    (folder / INDEX).write_text(json.dumps(dataset.index | {"squares": count}))


def seconds_a_step(trainer: Trainer, options: TrainingOptions, workers: Workers) -> float:
    trainer.prepare(chosen_precision(options.precision, workers))
    times = []
    for step in range(WARM + TIMED):
        start = time.perf_counter()
        losses = trainer.step(step, options.rate)
        float(next(iter(losses.values())).detach())  # waits for the device
        times.append(time.perf_counter() - start)
    return statistics.median(times[WARM:])


def calibrate(dataset: Dataset, folder: Path, seed: int, smoke: bool) -> dict[str, float]:
    """-> seconds a step, by stage. folder: for a few files, which may be removed afterwards."""
    write_part(dataset, folder / "data")
    seconds = {}
    with join_workers() as workers:
        for name, make in TRAINERS.items():
            options = options_of(name, folder / "data", folder, 100, seed, smoke)
            if name != "transformer":
                options = replace(options, adversarial_from=0)  # the discriminator takes its time from the first step on
            torch.manual_seed(seed)
            trainer = make(options, workers)
            seconds[name] = seconds_a_step(trainer, options, workers)
            if name == "vqgan":  # the others need one; how good it is makes no difference to their speed
                trainer.write_weights(Run(options.out), 0, {})
    return seconds
