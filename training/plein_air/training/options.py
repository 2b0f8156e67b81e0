"""Command lines made of frozen dataclasses: a field is a flag, its metadata the help, its type what is accepted."""

import argparse
import types
from collections.abc import Sequence
from dataclasses import MISSING, Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Options = TypeVar("Options")


def option(default, help: str, *, positional: bool = False, fixed: bool = True, least: float | None = None):
    """A field of a dataclass of options.

    default: MISSING if it has to be given. positional: without a flag; left out, it is the default. fixed: a run that is
    resumed has to have the same value, or it would not be the same run. least: the smallest number that is accepted.
    """
    metadata = {"help": help, "positional": positional, "fixed": fixed, "least": least}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


def parse(kind: type[Options], description: str | None, arguments: Sequence[str] | None = None) -> Options:
    """arguments: None for those of the process. An unknown flag or a bad value ends the process with status 2 and a sentence."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    hints = get_type_hints(kind)
    for each in fields(kind):
        add_argument(parser, each, hints[each.name])
    given = vars(parser.parse_args(arguments))
    for each in fields(kind):
        least, value = each.metadata.get("least"), given[each.name]
        if least is not None and value is not None and value < least:
            parser.error(f"{flag(each)} is {value}, and has to be at least {least:g}")
    return kind(**given)


def folders(description: str | None, **wanted: str) -> argparse.Namespace:
    """The command line of one that is told folders alone: by their flags, what each is. All have to be given."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, text in wanted.items():
        parser.add_argument(f"--{name}", type=Path, required=True, help=text)
    return parser.parse_args()


def flag(each: Field) -> str:
    return each.name.upper() if each.metadata["positional"] else "--" + each.name.replace("_", "-")


def add_argument(parser: argparse.ArgumentParser, each: Field, hint) -> None:
    required = each.default is MISSING
    text = each.metadata["help"].replace("%", "%%")
    if not required and each.default is not None and hint is not bool:
        text += f" (default: {each.default})"
    if get_origin(hint) in (types.UnionType, Union):  # X | None
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    given = {"help": text, "default": None if required else each.default}
    if each.metadata["positional"]:
        parser.add_argument(each.name, metavar=flag(each), nargs=None if required else "?", type=hint, **given)
    elif hint is bool:
        parser.add_argument(flag(each), action=argparse.BooleanOptionalAction, **given)
    elif get_origin(hint) is Literal:
        parser.add_argument(flag(each), choices=get_args(hint), required=required, **given)
    else:
        shown = "PATH" if hint is Path else hint.__name__.upper()
        parser.add_argument(flag(each), type=hint, metavar=shown, required=required, **given)


def as_json(options) -> dict:
    """The options as JSON can hold them: paths are strings."""
    return {name: str(value) if isinstance(value, Path) else value for name, value in asdict(options).items()}


def changed(options, noted: dict) -> list[str]:
    """Which fixed options differ from those that were noted by `as_json`, as sentences. One that was not noted, because there was
    none of that name yet, was as it is by default."""
    now = as_json(options)
    then = {each.name: noted.get(each.name, each.default) for each in fields(options) if each.metadata.get("fixed", True)}
    return [f"{name} was {value!r}, is {now[name]!r}" for name, value in then.items() if value != now[name]]


@dataclass(frozen=True, kw_only=True)
class TrainingOptions:
    """What every trainer is told."""

    data: Path = option(MISSING, "folder that plein_air.prepare wrote", fixed=False)
    out: Path = option(MISSING, "folder of the run: checkpoint, log, sample sheets, averaged weights", fixed=False)
    steps: int = option(10_000, "the run ends after so many steps, those before it was resumed included", fixed=False, least=1)
    minutes: float = option(0.0, "stop, saved, after so many minutes; 0: only after the steps", fixed=False, least=0)
    batch: int = option(16, "examples a step, over all workers", least=1)
    rate: float = option(1e-3, "learning rate after the warm-up", least=0)
    warm_up: int = option(100, "steps in which the rate rises from zero", least=0)
    cooldown: int = option(0, "steps at the end of the run in which the rate falls to zero; 0: it stays", fixed=False, least=0)
    average: float = option(0.999, "decay of the averaged weights, which are those that are evaluated and exported", least=0)
    seed: int = option(1, "of everything that is drawn", least=0)
    precision: Literal["auto", "float32", "bfloat16"] = option(
        "auto", "of the products; auto: bfloat16 where a measurement at the start finds it faster"
    )
    compile: bool = option(False, "fuse operations with torch.compile (needs a C++ compiler; the first step takes minutes)")
    threads: int = option(0, "threads of each worker; 0: as many as there are cores", fixed=False, least=0)
    resume: bool = option(False, "continue the run of --out", fixed=False)
    log_every: int = option(50, "steps from one line of the log to the next", fixed=False, least=1)
    save_every: int = option(500, "steps from one checkpoint and evaluation to the next", fixed=False, least=1)
    sheet_every: int = option(1000, "steps from one sample sheet to the next", fixed=False, least=1)
    smoke: bool = option(False, "a few steps of a tiny network, to see that everything works")

    def few(self) -> dict:
        """What is different in a smoke test: a few steps in which everything happens that ever does."""
        return {"steps": min(6, self.steps), "batch": 2, "warm_up": 2, "log_every": 2, "save_every": 3, "sheet_every": 4}


Training = TypeVar("Training", bound=TrainingOptions)


def few_steps(options: Training) -> Training:
    """The options, unless it is a smoke test: then with what is different there."""
    return replace(options, **options.few()) if options.smoke else options
