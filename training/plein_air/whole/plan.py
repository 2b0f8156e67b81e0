"""How many steps each stage gets, and how long that takes: measured once, kept in the work folder."""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from plein_air.data.dataset import Dataset
from plein_air.training.checkpoint import write_whole
from plein_air.whole.calibrate import calibrate
from plein_air.whole.stages import MOST_PICTURES, PICTURES, PICTURES_SHARE, STAGES

PLAN = "plan.json"
SMOKE_STEPS = 6


@dataclass(frozen=True)
class Plan:
    hours: float
    seconds: dict[str, float]  # a step, by stage; a picture of the teacher, if there is one
    steps: dict[str, int]

    def said(self) -> str:
        """Lines for people: what will happen, and how long it takes."""
        lines = [f"{'stage':<12} {'steps':>9} {'seconds a step':>15} {'hours':>7}"]
        for name, steps in self.steps.items():
            took = self.seconds[name]
            lines.append(f"{name:<12} {steps:>9,} {took:>15.2f} {steps * took / 3600:>7.1f}")
        total = sum(steps * self.seconds[name] for name, steps in self.steps.items()) / 3600
        lines.append(f"together about {total:.1f} hours, and some minutes to encode, export and evaluate")
        return "\n".join(lines)


def steps_within(hours: float, seconds: dict[str, float]) -> dict[str, int]:
    """The time is shared among the stages; what one cannot use (it has a most) goes to nobody: longer would not be better."""
    shares = {stage.name: (stage.share, stage.most) for stage in STAGES}
    if PICTURES in seconds:
        shares[PICTURES] = (PICTURES_SHARE, MOST_PICTURES)
    return {name: max(1, min(most, int(share * hours * 3600 / seconds[name]))) for name, (share, most) in shares.items()}


def make_plan(dataset: Dataset, work: Path, hours: float, seed: int, smoke: bool) -> Plan:
    """Measures, unless that was done before: a run that is continued keeps its number of steps.

    Raises ValueError if the plan that is there was made for another time.
    """
    path = work / PLAN
    if path.exists():
        plan = Plan(**json.loads(path.read_text()))
        if plan.hours != hours:
            raise ValueError(f"{work} was planned for {plan.hours:g} hours: pass --hours {plan.hours:g}, or choose another --work")
        return plan
    folder = work / "calibration"
    seconds = calibrate(dataset, folder, seed, smoke)
    shutil.rmtree(folder)
    steps = dict.fromkeys(seconds, SMOKE_STEPS) if smoke else steps_within(hours, seconds)
    plan = Plan(hours, {name: round(took, 4) for name, took in seconds.items()}, steps)
    write_whole(path, lambda beside: beside.write_text(json.dumps(asdict(plan), indent=2) + "\n"))
    return plan
