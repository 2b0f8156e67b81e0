"""The smallest trainer: a linear map of three numbers to two, for the laws of the loop. As a command: one run of it."""

import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.training.averages import Averages
from plein_air.training.draws import generator
from plein_air.training.loop import run_trainer
from plein_air.training.optimizers import muon_and_adam, set_rate
from plein_air.training.options import TrainingOptions, parse


class ToyTrainer:
    kind, examples = "toy", "rows"

    def __init__(self, options, workers):
        self.options, self.workers = options, workers
        self.model = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 2))
        self.averages = Averages(self.model, options.average)
        self.optimizers = muon_and_adam([self.model[0].weight], self.model, options.rate, (0.9, 0.99), 0.01)
        self.wrapped = workers.wrap(self.model)

    def prepare(self, precision):
        pass

    def step(self, step, rate):
        places = self.workers.share(self.options.batch)
        rows = np.stack([generator(self.options.seed, step, place).normal(size=3) for place in places]).astype(np.float32)
        rows = torch.from_numpy(rows)
        loss = F.mse_loss(self.wrapped(rows), rows[:, :2] * 3 + torch.rand(1))  # the noise is of torch's own state
        self.model.zero_grad()
        loss.backward()
        set_rate(self.optimizers, rate)
        for optimizer in self.optimizers:
            optimizer.step()
        self.averages.update(self.model, step)
        if self.options.smoke:
            time.sleep(0.02)  # long enough for a signal
        return {"loss": loss}

    def state(self):
        return {
            "model": self.model.state_dict(),
            "averages": self.averages.module.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
        }

    def load_state(self, state):
        self.model.load_state_dict(state["model"])
        self.averages.module.load_state_dict(state["averages"])
        for optimizer, noted in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(noted)

    def evaluate(self):
        return {"weight": float(self.averages.module[0].weight[0, 0])}

    def sheet(self):
        return np.zeros((2, 3, 3), np.uint8)

    def write_weights(self, run, step, held_out):
        (run.folder / "toy.txt").write_text(str(held_out["weight"]))


if __name__ == "__main__":
    run_trainer(ToyTrainer, parse(TrainingOptions, __doc__))
