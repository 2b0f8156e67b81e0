"""One folder in, one bundle out: prepares, trains all stages, exports and evaluates.

python -m plein_air.train_all FOLDER --out ../public/models/NAME --hours 48

Says beforehand how long it takes on this machine, from a few steps of each trainer. Ctrl+C or SIGTERM saves and ends; the same
command continues. FOLDER is as plein_air.prepare wants it. Everything but the bundle is in the work folder: the log, the sample
sheets and the checkpoints of each stage. On several GPUs or machines run the stages' own commands with torchrun (docs/training.md).
"""

import json
import shutil
import sys
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path

from plein_air.bundles.bundle import copy_segmenter
from plein_air.bundles.bundle_files import check_id, check_place
from plein_air.bundles.read_back import read_segmenter
from plein_air.data.dataset import INDEX, Dataset, open_dataset
from plein_air.evaluate import EvaluateOptions, evaluate
from plein_air.export import export_bundle, said_of
from plein_air.models.checkpoints import codebook_id, load_vqgan
from plein_air.prepare import GENERATED, PrepareOptions, SourceOptions, prepare
from plein_air.training.loop import run_trainer
from plein_air.training.options import TrainingOptions, option, parse
from plein_air.whole.plan import make_plan
from plein_air.whole.stages import PICTURES, STAGES, TRAINERS, options_of


@dataclass(frozen=True, kw_only=True)
class WholeOptions(SourceOptions):
    out: Path = option(MISSING, "folder of the bundle; its name is the bundle's id")
    work: Path | None = option(None, "folder of everything else (default: runs/NAME)")
    hours: float = option(24.0, "for the trainings together; the steps of each follow from a measurement", least=0)
    seed: int = option(1, "of everything that is drawn", least=0)


def train_all(options: WholeOptions) -> None:
    """Raises ValueError, with what to do, if something cannot be done."""
    check_id(options.out)
    work = options.work or Path("runs") / options.out.name
    if (options.out / "manifest.json").exists() and not (work / "vqgan" / "vqgan.safetensors").exists():
        raise ValueError(
            f"{options.out} has a bundle already, and a new codebook would break its links: choose another --out, or the --work in "
            "which its training was begun"
        )
    read_segmenter(options.segmenter)  # what is wrong with it is said now, not after all trainings
    dataset = prepared(options, work / "data")
    plan = make_plan(dataset, work, options.hours, options.seed, options.smoke)
    print(plan.said(), flush=True)
    for stage in STAGES:
        steps, pictures = plan.steps[stage.name], plan.steps.get(PICTURES, 0)
        chosen = options_of(stage.name, dataset.folder, work, steps, options.seed, options.smoke, pictures)
        if not run_stage(stage.name, chosen):
            print(f"{stage.name} is saved: the same command continues.")
            return
        if stage.name == "vqgan":
            _, codebook = load_vqgan(work / "vqgan")
            check_place(options.out, codebook_id(codebook), f"choose another --out, with --work {work}")
    export_bundle(gathered(work, dataset), dataset, options.out, *said_of("own", dataset))
    copy_segmenter(options.segmenter, options.out)
    evaluate(EvaluateOptions(bundle=options.out, data=dataset.folder, sheet=work / "evaluation.png", smoke=options.smoke))
    print(f"{options.out} is ready; the page opens it with ?bundle=models/{options.out.name}/manifest.json")


def prepared(options: WholeOptions, data: Path) -> Dataset:
    if (data / INDEX).exists():
        dataset = open_dataset(data)
        folder = data / GENERATED if options.smoke else options.folder
        source = dataset.index["source"]
        if folder is None or not Path(source).is_relative_to(folder.resolve()):
            raise ValueError(f"{data} was prepared from {source}: name that folder, or choose another --work")
        return dataset
    shared = {each.name: getattr(options, each.name) for each in fields(SourceOptions)}
    return prepare(PrepareOptions(out=data, **shared))


def run_stage(name: str, options: TrainingOptions) -> bool:
    """Begins it, continues it, or sees that it is over. -> whether it is over"""
    summary = options.out / f"{name}.json"
    if summary.exists() and json.loads(summary.read_text())["step"] >= options.steps:
        return True
    if (options.out / "checkpoint.pt").exists():
        options = replace(options, resume=True)
    return run_trainer(TRAINERS[name], options) >= options.steps


def gathered(work: Path, dataset: Dataset) -> Path:
    """A folder of checkpoints as plein_air.export reads it."""
    folder = work / "checkpoints"
    folder.mkdir(exist_ok=True)
    shutil.copyfile(dataset.folder / "moods.npz", folder / "moods.npz")
    for stage in STAGES:
        for name in (f"{stage.name}.safetensors", f"{stage.name}.json"):
            shutil.copyfile(work / stage.name / name, folder / name)
    return folder


def main(arguments: list[str] | None = None) -> None:
    try:
        train_all(parse(WholeOptions, __doc__, arguments))
    except (ValueError, FileNotFoundError) as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Stopped: the same command continues.")


if __name__ == "__main__":
    main()
