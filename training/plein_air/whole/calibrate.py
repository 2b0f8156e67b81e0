"""How long a step takes on this machine: the very trainers, for a few steps on a few of the photographs."""

import json
import statistics
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from plein_air.data.dataset import INDEX, Dataset, open_dataset
from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.start import start
from plein_air.decoding.teacher import Enlarging, Teacher
from plein_air.decoding.trainer import cells_of
from plein_air.models.vqgan import CORE_CELL_PIXELS
from plein_air.pretrained.rrdb import rrdb
from plein_air.stage1.trainer import VqganOptions
from plein_air.training.loop import Trainer
from plein_air.training.options import TrainingOptions
from plein_air.training.precision import chosen_precision
from plein_air.training.run import Run
from plein_air.training.workers import Workers, join_workers
from plein_air.whole.stages import PICTURES, TRAINERS, options_of

SQUARES = 101  # one of them held out, at least
WARM, TIMED = 2, 3  # steps


def write_part(dataset: Dataset, folder: Path) -> None:
    """A dataset of the first few squares."""
    folder.mkdir(parents=True, exist_ok=True)
    count = min(SQUARES, len(dataset.squares.photographs))
    arrays = {name: array[:count] for name, array in vars(dataset.squares).items()}
    arrays |= {f"wide_{name}": array[:count] for name, array in vars(dataset.wide).items()}
    arrays["wide_moods"] = dataset.wide_moods[:count]
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


def seconds_a_picture(options: DecoderOptions, workers: Workers) -> float:
    """Of the teacher; leaves a few pictures, of which a step is timed."""
    begin, cells = start(options), cells_of(options)
    squares = open_dataset(options.data).squares
    teacher = Teacher(options.teacher, squares, begin.encoder, begin.codebook, begin.old, cells)
    teacher.make(4, 0, None, Enlarging, workers)
    network = (Enlarging() if options.smoke else rrdb()).to(workers.device)
    small = torch.zeros(1, 3, CORE_CELL_PIXELS * cells, CORE_CELL_PIXELS * cells, device=workers.device)
    times = []
    for _ in range(2):
        began = time.perf_counter()
        with torch.no_grad():
            network(small)[0, 0, 0, 0].item()  # waits for the device
        times.append(time.perf_counter() - began)
    return min(times)


def calibrate(dataset: Dataset, folder: Path, seed: int, smoke: bool) -> dict[str, float]:
    """-> seconds a step, by stage. folder: for a few files, which may be removed afterwards."""
    write_part(dataset, folder / "data")
    seconds = {}
    with join_workers() as workers:
        for name, make in TRAINERS.items():
            options = options_of(name, folder / "data", folder, 100, seed, smoke)
            # Discriminator and critics take their time from the first step on.
            if isinstance(options, VqganOptions):
                options = replace(options, adversarial_from=0)
            if isinstance(options, DecoderOptions):
                options = replace(options, critics_from=0, transformer=None, sampled=0.0, pictures=0)
                if options.teacher:
                    seconds[PICTURES] = seconds_a_picture(options, workers)
            torch.manual_seed(seed)
            trainer = make(options, workers)
            seconds[name] = seconds_a_step(trainer, options, workers)
            if name == "vqgan":  # the others need one; how good it is makes no difference to their speed
                trainer.write_weights(Run(options.out), 0, {})
    return seconds
