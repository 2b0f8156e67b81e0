"""Files that are whole or not there, and the checkpoint of a run."""

import os
from collections.abc import Callable
from pathlib import Path

import torch

FORMAT, VERSION = "plein-air-checkpoint", 2
CHECKPOINT = "checkpoint.pt"  # in the folder of a run


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Calls `write` with a name beside `path`, then gives the file its name: a reader sees the old file or the new one."""
    beside = path.with_name(path.name + ".new")
    write(beside)
    with beside.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(beside, path)


def save_checkpoint(path: Path, kind: str, state: dict) -> None:
    """kind: which trainer's. state: of tensors, numbers, strings, lists and dictionaries alone."""
    whole = {"format": FORMAT, "version": VERSION, "kind": kind, **state}
    write_whole(path, lambda beside: torch.save(whole, beside))


def load_checkpoint(path: Path, kind: str) -> dict:
    """Raises ValueError, with what to do, if it is no checkpoint of that kind and version."""
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise ValueError(f"{path} is not there: there is no run to continue. Start one without --resume.") from None
    except Exception as problem:
        raise ValueError(f"{path} cannot be read as a checkpoint: {problem}") from problem
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise ValueError(f"{path} is not a checkpoint of these trainers")
    if state["version"] != VERSION:
        raise ValueError(f"{path} has version {state['version']}, and this code reads version {VERSION}: use the code of that time")
    if state["kind"] != kind:
        raise ValueError(f"{path} is of a {state['kind']}, not of a {kind}: choose another --out")
    return state
