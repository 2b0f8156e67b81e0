"""A bundle's manifest as it is read, and the files that it names, whole or in pieces."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnx

PIECE = 24 * 2**20  # bytes: many a static host takes files of up to 25 MiB, and no larger ones
MANIFEST = "manifest.json"
BUNDLE_ID = re.compile(r"[a-z0-9-]{1,32}")  # as the page takes it; the name of the bundle's folder
LARGEST_FILE = 512 * 2**20  # bytes: what the page takes


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def check_id(folder: Path) -> None:
    """Raises ValueError if the folder's name is no bundle's id."""
    if not BUNDLE_ID.fullmatch(folder.name):
        raise ValueError(f"--out: {folder.name!r} is no bundle's id: use up to 32 of a-z, 0-9 and -")


def check_place(folder: Path, codebook: str, instead: str) -> None:
    """codebook: the id of that of a new bundle. Raises ValueError, with what to do instead, if the folder has a bundle with another
    one: the tokens that people have would lose their meaning."""
    if (folder / MANIFEST).exists() and read_manifest(folder)["codebook"]["id"] != codebook:
        raise ValueError(f"{folder} has a bundle with another codebook, whose links would break: {instead}")


@contextmanager
def written_whole(folder: Path) -> Iterator[Path]:
    """A copy of a bundle's folder to write into, or a new one. Only when all is written do its files take their places, the
    manifest last: what fails or is interrupted in between leaves the bundle as it was."""
    beside = folder.with_name(folder.name + ".new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        before = {path.name for path in folder.glob("*") if path.is_file()}
        for name in before:
            shutil.copyfile(folder / name, beside / name)
        yield beside
        folder.mkdir(exist_ok=True)
        written = {path.name for path in beside.iterdir()}
        for name in sorted(written, key=lambda name: name == MANIFEST):
            os.replace(beside / name, folder / name)
        for name in before - written:
            (folder / name).unlink()
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def names_of(entry: dict) -> list[str]:
    """The files of a manifest's entry, in the order in which they are joined."""
    name = entry["file"]
    return [f"{name}.{n}.bin" for n in range(1, entry["pieces"] + 1)] if "pieces" in entry else [name]


def write_file(folder: Path, name: str, content: bytes, piece: int = PIECE) -> dict:
    """Returns the manifest's entry. What is larger than a piece is cut into pieces of that size. Raises ValueError if the page
    would not take it."""
    if len(content) > LARGEST_FILE:
        raise ValueError(f"{name} has {len(content):,} bytes, and the page takes {LARGEST_FILE:,}")
    for old in (folder / name, *folder.glob(f"{name}.*.bin")):
        old.unlink(missing_ok=True)
    entry = {"file": name, "bytes": len(content), "sha256": sha256(content)}
    if len(content) > piece:
        entry["pieces"] = -(-len(content) // piece)
    for n, part in enumerate(names_of(entry)):
        (folder / part).write_bytes(content[n * piece : (n + 1) * piece] if "pieces" in entry else content)
    return entry


def read_file(folder: Path, entry: dict) -> bytes:
    """Raises FileNotFoundError if one is missing, ValueError if they are not what the manifest says."""
    content = b"".join((folder / name).read_bytes() for name in names_of(entry))
    if sha256(content) != entry["sha256"]:
        raise ValueError(f"{folder / entry['file']} is not the file that the manifest names: its sha256 differs")
    return content


def write_graph(folder: Path, name: str, graph: onnx.ModelProto) -> dict:
    return write_file(folder, f"{name}.onnx", graph.SerializeToString(deterministic=True))


def read_graph(folder: Path, entry: dict) -> onnx.ModelProto:
    return onnx.load_from_string(read_file(folder, entry))


def read_manifest(folder: Path) -> dict:
    """Raises ValueError if there is none: the folder is no bundle."""
    path = folder / MANIFEST
    if not path.exists():
        raise ValueError(f"{folder} is no bundle: it has no manifest.json")
    return json.loads(path.read_text())
