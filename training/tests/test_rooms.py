"""The rooms of the package: imports between them go one way."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "plein_air"
COMMANDS = "commands"  # the files at the top: they see all, and nothing sees them
# From the ground up: a room sees those before it.
ROOMS = (
    "models",
    "bundles",
    "data",
    "pretrained",
    "training",
    "stage1",
    "stage2",
    "decoding",
    "evaluation",
    "compvis",
    "whole",
    COMMANDS,
)


def room_of(parts: tuple[str, ...]) -> str:
    return parts[0] if (PACKAGE / parts[0]).is_dir() else COMMANDS


def imports_of(file: Path) -> list[str]:
    """The rooms that a file names."""
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "plein_air":
            parts = (*node.module.split(".")[1:], *(alias.name for alias in node.names))
            found.append(room_of(parts))
    return found


def test_every_folder_is_a_room():
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders == set(ROOMS) - {COMMANDS}


def test_a_room_sees_those_below_it_alone():
    seen, wrong = 0, []
    for file in PACKAGE.rglob("*.py"):
        room = room_of(file.relative_to(PACKAGE).parts)
        for other in imports_of(file):
            seen += 1
            if other != room and ROOMS.index(other) > ROOMS.index(room):
                wrong.append(f"{file.relative_to(PACKAGE)} sees {other}")
    assert seen > 300
    assert not wrong
