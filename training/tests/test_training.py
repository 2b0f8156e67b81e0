"""The laws of every trainer, on the smallest one."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn as nn
from toy_trainer import ToyTrainer

from plein_air.training import checkpoint
from plein_air.training.averages import Averages
from plein_air.training.checkpoint import load_checkpoint, write_whole
from plein_air.training.draws import generator, torch_generator
from plein_air.training.loop import train
from plein_air.training.muon import Muon, orthogonal
from plein_air.training.optimizers import rate_at
from plein_air.training.options import TrainingOptions, parse
from plein_air.training.run import Run, sheet_of
from plein_air.training.workers import Workers

ONE = Workers(0, 1, torch.device("cpu"))
TESTS = Path(__file__).parent


def options(out: Path, **changes) -> TrainingOptions:
    few = TrainingOptions(data=out, out=out, steps=12, batch=4, precision="float32", log_every=4, save_every=5, sheet_every=6)
    return replace(few, **changes)


def run_toy(chosen: TrainingOptions, workers: Workers = ONE) -> dict:
    """-> the checkpoint's state"""
    torch.manual_seed(chosen.seed)
    train(ToyTrainer(chosen, workers), chosen, Run(chosen.out), workers)
    return load_checkpoint(chosen.out / "checkpoint.pt", "toy")


def log_of(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


def tensors_of(state) -> list[torch.Tensor]:
    if isinstance(state, torch.Tensor):
        return [state]
    parts = state.values() if isinstance(state, dict) else state if isinstance(state, list) else []
    return [tensor for part in parts for tensor in tensors_of(part)]


def assert_same_weights(one: dict, other: dict) -> None:
    pairs = list(zip(tensors_of(one["trainer"]), tensors_of(other["trainer"]), strict=True))
    assert len(pairs) > 10
    assert all(torch.equal(a, b) for a, b in pairs)


def test_a_run_cut_in_two_gives_the_weights_of_one_run(tmp_path):
    whole = run_toy(options(tmp_path / "whole"))
    run_toy(options(tmp_path / "cut", steps=7))
    torch.rand(3)  # what happens in between makes no difference
    cut = run_toy(options(tmp_path / "cut", resume=True))
    assert cut["step"] == whole["step"] == 12
    assert_same_weights(whole, cut)


def test_a_run_leaves_a_log_a_sheet_and_averaged_weights(tmp_path):
    run_toy(options(tmp_path))
    entries = log_of(tmp_path)
    assert entries[0]["options"]["batch"] == 4 and entries[0]["revision"]
    assert [entry["step"] for entry in entries if "loss" in entry] == [4, 8, 12]
    assert all(entry["rows/s"] > 0 for entry in entries if "loss" in entry)
    assert [entry["step"] for entry in entries if "held_out" in entry] == [5, 10, 12]
    assert (tmp_path / "sheet-0000006.png").exists() and (tmp_path / "toy.txt").exists()
    assert not list(tmp_path.glob("*.new"))


def test_a_folder_with_a_run_is_not_begun_again(tmp_path):
    run_toy(options(tmp_path))
    with pytest.raises(ValueError, match="--resume"):
        run_toy(options(tmp_path))


def test_a_run_is_not_resumed_with_other_options(tmp_path):
    run_toy(options(tmp_path, steps=5))
    with pytest.raises(ValueError, match=r"rate was 0\.001, is 0\.01"):
        run_toy(options(tmp_path, resume=True, rate=0.01))


def test_a_run_that_is_not_there_is_not_resumed(tmp_path):
    with pytest.raises(ValueError, match="without --resume"):
        run_toy(options(tmp_path, resume=True))


def test_a_checkpoint_of_another_kind_or_a_broken_one_is_refused(tmp_path):
    run_toy(options(tmp_path, steps=1))
    path = tmp_path / "checkpoint.pt"
    with pytest.raises(ValueError, match="of a toy, not of a transformer"):
        load_checkpoint(path, "transformer")
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(ValueError, match="cannot be read"):
        load_checkpoint(path, "toy")


def test_a_write_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "file"
    write_whole(path, lambda beside: beside.write_text("old"))

    def fail(beside):
        beside.write_text("ne")
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        write_whole(path, fail)
    assert path.read_text() == "old"


def toy_process(folder: Path, *flags: str, runner=(sys.executable,)) -> list[str]:
    return [*runner, str(TESTS / "toy_trainer.py"), "--data", str(folder), "--out", str(folder), "--precision", "float32", *flags]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TESTS.parent), "OMP_NUM_THREADS": "1"}


def test_who_interrupts_the_end_of_a_run_is_heard_by_what_comes_after_it(tmp_path, monkeypatch):
    before = signal.getsignal(signal.SIGINT)
    evaluate = ToyTrainer.evaluate
    monkeypatch.setattr(ToyTrainer, "evaluate", lambda self: signal.raise_signal(signal.SIGINT) or evaluate(self))
    with pytest.raises(KeyboardInterrupt):
        run_toy(options(tmp_path, save_every=100))
    assert signal.getsignal(signal.SIGINT) is before
    assert (tmp_path / "toy.txt").exists(), "saved all the same"


def test_a_run_that_is_terminated_is_saved_and_continues(tmp_path):
    process = subprocess.Popen(toy_process(tmp_path, "--smoke", "--log-every", "1"), env=environment())
    while not ((tmp_path / "log.jsonl").exists() and len(log_of(tmp_path)) > 3):
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    stopped = load_checkpoint(tmp_path / checkpoint.CHECKPOINT, "toy")["step"]
    assert stopped > 2 and log_of(tmp_path)[-1]["stopped"]
    flags = ("--smoke", "--log-every", "1", "--resume", "--steps", str(stopped + 1))
    subprocess.run(toy_process(tmp_path, *flags), env=environment(), check=True)
    assert load_checkpoint(tmp_path / checkpoint.CHECKPOINT, "toy")["step"] == stopped + 1


def test_a_run_that_is_terminated_twice_is_saved_all_the_same(tmp_path, monkeypatch):
    learn = ToyTrainer.step

    def step(self, number, rate):
        if number == 2:
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGTERM)
        return learn(self, number, rate)

    monkeypatch.setattr(ToyTrainer, "step", step)
    assert run_toy(options(tmp_path, save_every=100))["step"] == 3


def test_losses_that_are_no_numbers_end_the_run_and_leave_what_was_saved(tmp_path, monkeypatch):
    learn = ToyTrainer.step

    def step(self, number, rate):
        losses = learn(self, number, rate)
        return losses if number < 6 else {"loss": losses["loss"] * float("nan")}

    monkeypatch.setattr(ToyTrainer, "step", step)
    with pytest.raises(ValueError, match=r"Step 8: loss is no number.*lower --rate"):
        run_toy(options(tmp_path))
    assert load_checkpoint(tmp_path / "checkpoint.pt", "toy")["step"] == 5
    with pytest.raises(ValueError, match="Step 7: loss"):
        run_toy(options(tmp_path, resume=True, steps=7, log_every=100))
    assert load_checkpoint(tmp_path / "checkpoint.pt", "toy")["step"] == 5


def test_an_option_that_a_run_does_not_know_yet_was_as_it_is_by_default(tmp_path):
    run_toy(options(tmp_path, steps=5))
    path = tmp_path / "checkpoint.pt"
    state = torch.load(path, weights_only=True)
    del state["options"]["compile"]
    torch.save(state, path)
    assert run_toy(options(tmp_path, resume=True))["step"] == 12


def test_two_workers_have_the_losses_of_one_with_the_whole_batch(tmp_path):
    flags = ("--steps", "6", "--batch", "4", "--log-every", "1")
    torchrun = (sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "--master-port", "29611")
    subprocess.run(toy_process(tmp_path / "two", *flags, runner=torchrun), env=environment(), check=True)
    subprocess.run(toy_process(tmp_path / "one", *flags), env=environment(), check=True)
    one, two = ([entry["loss"] for entry in log_of(tmp_path / name) if "loss" in entry] for name in ("one", "two"))
    assert len(one) == 6 and len(set(one)) == 6
    assert two == pytest.approx(one, abs=2e-5)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--ratte", "1"), "unrecognized arguments: --ratte"),
        (("--steps", "0"), "at least 1"),
        (("--precision", "half"), "invalid choice"),
    ],
)
def test_a_wrong_flag_is_an_error_that_names_it(capsys, flags, said):
    with pytest.raises(SystemExit):
        parse(TrainingOptions, None, ["--data", "x", "--out", "y", *flags])
    assert said in capsys.readouterr().err


def test_help_names_every_option_and_its_default(capsys):
    with pytest.raises(SystemExit):
        parse(TrainingOptions, None, ["--help"])
    text = capsys.readouterr().out
    for name, value in TrainingOptions.__dataclass_fields__.items():
        assert "--" + name.replace("_", "-") in text
        assert value.metadata["help"]
    assert "default: 10000" in text


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_muons_updates_are_orthogonal(precision):
    x = torch.randn(3, 8, 20, generator=torch.Generator().manual_seed(1))
    update = orthogonal(x, precision)
    assert update.dtype == precision
    singular = torch.linalg.svdvals(update.float())
    assert singular.min() > 0.6 and singular.max() < 1.3
    u, _, v = torch.linalg.svd(x, full_matrices=False)
    assert torch.cosine_similarity(update.float().flatten(), (u @ v).flatten(), 0) > 0.97


def test_muon_keeps_its_parameters_in_float32_whatever_its_products_are_in():
    parameter = nn.Parameter(torch.zeros(4, 6))
    muon = Muon([parameter], 1.0)
    muon.precision = torch.bfloat16
    for _ in range(3):  # of a size that bfloat16 could not add up
        parameter.grad = torch.eye(4, 6)
        muon.step()
        muon.param_groups[0]["lr"] = 1e-4
    assert parameter.dtype == torch.float32
    assert parameter[0, 0] != parameter.detach().bfloat16()[0, 0]


def test_muon_treats_a_matrix_and_its_transpose_alike():
    first = torch.randn(4, 6)
    updated = []
    for matrix in (first, first.t()):
        parameter = nn.Parameter(matrix.clone())
        parameter.grad = matrix.sin()
        Muon([parameter], 0.1).step()
        updated.append(parameter.detach())
    assert torch.allclose(updated[0], updated[1].t(), atol=1e-6)


def test_the_rate_rises_stays_and_falls():
    rates = [rate_at(step, 1.0, 4, 5, 20) for step in range(20)]
    assert rates[:4] == [0.25, 0.5, 0.75, 1.0]
    assert set(rates[4:15]) == {1.0}
    assert rates[15:] == pytest.approx([1.0, 0.8, 0.6, 0.4, 0.2])


def test_averages_follow_and_are_no_part_of_the_gradient():
    model = nn.Linear(2, 2)
    averages = Averages(model, 0.5)
    before = model.weight.detach().clone()
    with torch.no_grad():
        model.weight.add_(1)
    averages.update(model, 100)
    assert torch.allclose(averages.module.weight, before + 0.5)
    assert not averages.module.weight.requires_grad


def test_draws_depend_on_seed_step_and_place_alone():
    draws = {tuple(generator(*key).integers(1000, size=4)) for key in ((1, 2, 3), (1, 3, 2), (2, 1, 3), (1, 2, 3))}
    assert len(draws) == 3
    assert torch.equal(torch.rand(2, generator=torch_generator(1, 2)), torch.rand(2, generator=torch_generator(1, 2)))


def test_workers_share_a_batch_without_overlap_and_refuse_unequal_shares():
    shares = [place for rank in range(3) for place in Workers(rank, 3, ONE.device).share(12)]
    assert shares == list(range(12))
    with pytest.raises(ValueError, match="multiple of 3"):
        Workers(0, 3, ONE.device).share(10)


def test_a_sheet_has_a_row_an_example():
    red, blue = np.zeros((2, 5, 6, 3), np.uint8), np.zeros((2, 5, 6, 3), np.uint8)
    red[..., 0] = blue[..., 2] = 255
    sheet = sheet_of([red, blue])
    assert sheet.shape == (14, 16, 3)
    assert (sheet[:5, :6] == (255, 0, 0)).all() and (sheet[9:, 10:] == (0, 0, 255)).all() and (sheet[5:9] == 255).all()
