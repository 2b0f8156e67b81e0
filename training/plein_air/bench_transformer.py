"""Times a step of training the transformer, three ways in turns, and prints seconds a step as JSON.

python -m plein_air.bench_transformer --steps 10

The ways: "plain", the transformer's own forward pass and Muon in float32; "trainer", what train_transformer does; "compiled", the
same with --compile. Default sizes, random tokens, batches of 16. In turns, because a machine's speed changes from one minute to
the next. Nothing else should run meanwhile.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.context import CLASSES, SUB_CELLS
from plein_air.models.transformer import LatticeTransformer, TransformerConfig
from plein_air.stage2.examples import Batch
from plein_air.stage2.initialize import initialize
from plein_air.stage2.loss import TrainingForward
from plein_air.stage2.trainer import BETAS, DECAY, LONGEST_GRADIENT
from plein_air.training.averages import Averages
from plein_air.training.optimizers import muon_and_adam
from plein_air.training.options import option, parse
from plein_air.training.precision import autocast, chosen_precision
from plein_air.training.workers import Workers

WAYS = ("plain", "trainer", "compiled")
LATTICE, BATCH, RATE = 16, 16, 1e-3


@dataclass(frozen=True, kw_only=True)
class BenchOptions:
    steps: int = option(10, "of each way, after two that are not counted", least=1)


def random_batch(config: TransformerConfig) -> Batch:
    tokens = torch.randint(config.codes, (BATCH, LATTICE, LATTICE))
    layout = torch.randint(CLASSES, (BATCH, SUB_CELLS * LATTICE, SUB_CELLS * LATTICE))
    known, mood = torch.rand(tokens.shape) < 0.25, torch.randint(config.moods, (BATCH,))
    return Batch(tokens, tokens, layout, known, mood, torch.ones(BATCH), torch.zeros(BATCH, dtype=torch.int64))


def plain_loss(model: LatticeTransformer, batch: Batch) -> torch.Tensor:
    logits = model(batch.given, batch.layout, torch.where(batch.known, batch.tokens, -1), batch.mood).float()
    nats = F.cross_entropy(logits.flatten(0, 1), batch.tokens.flatten(), reduction="none")
    return nats[~batch.known.flatten()].mean()


def one_step(way: str, precision: torch.dtype) -> Callable[[], None]:
    """A model of its own, and what makes one step of it."""
    torch.manual_seed(1)
    config = TransformerConfig()
    model, batch = LatticeTransformer(config), random_batch(config)
    initialize(model, F.normalize(torch.randn(config.codes, config.code_dimension), dim=1))
    matrices = [parameter for parameter in model.layers.parameters() if parameter.ndim == 2]
    optimizers = muon_and_adam(matrices, model, RATE, BETAS, DECAY)
    averages, forward = Averages(model, 0.999), TrainingForward(model)
    if way != "plain":
        optimizers[0].precision = precision
    if way == "compiled":
        forward.compile()

    def loss() -> torch.Tensor:
        if way == "plain":
            return plain_loss(model, batch)
        nats, _, count = forward(**vars(batch))
        return nats / count

    def step() -> None:
        for optimizer in optimizers:
            optimizer.zero_grad(set_to_none=True)
        with autocast(precision, torch.device("cpu")):
            nats = loss()
        nats.backward()
        nn.utils.clip_grad_norm_(model.parameters(), LONGEST_GRADIENT)
        for optimizer in optimizers:
            optimizer.step()
        averages.update(model, 1000)

    return step


def seconds_a_step(steps: int, precision: torch.dtype) -> dict[str, float]:
    """Medians, by way."""
    ways = {way: one_step(way, precision) for way in WAYS}
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    for n in range(2 + steps):
        for way, step in ways.items():
            start = time.perf_counter()
            step()
            if n >= 2:
                times[way].append(time.perf_counter() - start)
    return {way: statistics.median(each) for way, each in times.items()}


def main(arguments: list[str] | None = None) -> None:
    options = parse(BenchOptions, __doc__, arguments)
    precision = chosen_precision("auto", Workers(0, 1, torch.device("cpu")))
    json.dump({"precision": str(precision).removeprefix("torch."), "seconds": seconds_a_step(options.steps, precision)}, sys.stdout)


if __name__ == "__main__":
    main()
