"""A run: its folder, its log, its sample sheets, and the wish to stop it."""

import json
import signal
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file

from plein_air.training.checkpoint import CHECKPOINT, write_whole

LOG = "log.jsonl"
GAP = 4  # pixels between the pictures of a sheet


class Run:
    """Only the leading worker writes; the methods of the others do nothing."""

    def __init__(self, folder: Path, leads: bool = True):
        self.folder, self.leads = folder, leads
        self.started = time.monotonic()
        self.stopping = False
        self.signal, self.handlers = 0, {}
        if leads:
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def checkpoint(self) -> Path:
        return self.folder / CHECKPOINT

    @property
    def seconds(self) -> float:
        """Since the process began the run or continued it."""
        return time.monotonic() - self.started

    def stop_on_signals(self) -> None:
        """SIGTERM and Ctrl+C let the step end and the run be saved. A second Ctrl+C ends at once; a second SIGTERM does not: a
        scheduler signals the workers, and torchrun, which hears it too, signals them again."""

        def stop(number: int, _frame) -> None:
            self.stopping = True
            self.signal = number
            if number == signal.SIGINT:
                signal.signal(number, signal.SIG_DFL)

        self.handlers = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}

    def leave_signals(self) -> None:
        """As before the run: what comes after it is not the run's."""
        for number, handler in self.handlers.items():
            signal.signal(number, handler)

    def log(self, step: int, **entry) -> None:
        """One line of JSON: step, seconds and what is given."""
        if self.leads:
            with (self.folder / LOG).open("a") as file:
                file.write(json.dumps({"step": step, "seconds": round(self.seconds, 1), **entry}) + "\n")

    def write_weights(self, name: str, tensors: dict[str, torch.Tensor], notes: dict, step: int, held_out: dict) -> None:
        """NAME.safetensors with notes of its own, and NAME.json beside it: how long they were trained, and what was measured."""
        write_whole(self.folder / f"{name}.safetensors", lambda beside: save_file(tensors, beside, notes))
        text = json.dumps({"step": step, "heldout": held_out}) + "\n"
        write_whole(self.folder / f"{name}.json", lambda beside: beside.write_text(text))

    def sheet(self, step: int, pixels: np.ndarray) -> None:
        """pixels uint8 [h, w, 3] -> sheet-<step>.png"""
        if self.leads:
            path = self.folder / f"sheet-{step:07}.png"
            write_whole(path, lambda beside: Image.fromarray(pixels).save(beside, "png"))


def sheet_of(columns: list[np.ndarray]) -> np.ndarray:
    """columns: of a table of pictures, each uint8 [N, h, w, 3], all of one size -> one picture, a row an example, on white."""
    pictures = np.stack(columns, 1)  # [N, columns, h, w, 3]
    framed = np.pad(pictures, [(0, 0), (0, 0), (0, GAP), (0, GAP), (0, 0)], constant_values=255)
    rows, wide, height, width, _ = framed.shape
    return framed.transpose(0, 2, 1, 3, 4).reshape(rows * height, wide * width, 3)[:-GAP, :-GAP]
