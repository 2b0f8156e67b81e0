"""A run: its folder, its log, its sample sheets, and the wish to stop it."""

import json
import signal
import time
from pathlib import Path

import numpy as np
from PIL import Image

from plein_air.training.checkpoint import CHECKPOINT, write_whole

LOG = "log.jsonl"


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

    def sheet(self, step: int, pixels: np.ndarray) -> None:
        """pixels uint8 [h, w, 3] -> sheet-<step>.png"""
        if self.leads:
            path = self.folder / f"sheet-{step:07}.png"
            write_whole(path, lambda beside: Image.fromarray(pixels).save(beside, "png"))


def sheet_of(columns: list[np.ndarray], gap: int = 4) -> np.ndarray:
    """columns: of a table of pictures, each uint8 [N, h, w, 3], all of one size -> one picture, a row an example, on white."""
    pictures = np.stack(columns, 1)  # [N, columns, h, w, 3]
    rows, wide, height, width, _ = pictures.shape
    sheet = np.full((rows * (height + gap) - gap, wide * (width + gap) - gap, 3), 255, np.uint8)
    for r in range(rows):
        for c in range(wide):
            y, x = r * (height + gap), c * (width + gap)
            sheet[y : y + height, x : x + width] = pictures[r, c]
    return sheet
