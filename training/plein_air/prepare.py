"""Turns a folder of landscape photographs into the arrays that the trainers read.

python -m plein_air.prepare FOLDER --out WORK

FOLDER has images/ and labels/ (or images.zip and labels.zip), files of the same names, and classes.json, which says what the label
values mean: {"21": "water", "2": "sky"} or, where label maps are colours, {"#2864aa": "water"}. Without classes.json label values
are the project's own class ids. With --segment there are no label maps: the segmenter of a bundle makes the layouts. Photographs
may have any size; wide and tall ones give several squares. Every hundredth photograph of the sorted names is held out: nothing is
trained on it.
"""

import json
import os
import shutil
import sys
from dataclasses import MISSING, dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from plein_air.bundles.read_back import read_segmenter
from plein_air.data.classes import HOW, IDS, label_reader, read_classes
from plein_air.data.dataset import FORMAT, INDEX, VERSION, Dataset, open_dataset
from plein_air.data.fill import Labeller, fill_arrays
from plein_air.data.generated import write_generated
from plein_air.data.moods import find_moods, mood_space_of, moods_like
from plein_air.data.plan import Plan, plan_squares, wide_side
from plein_air.data.source import Source, find_source
from plein_air.data.squares import rgb_of
from plein_air.models.context import CLASSES
from plein_air.models.moods import MoodSpace
from plein_air.models.segment import segment_photograph
from plein_air.models.sessions import Graph
from plein_air.training.checkpoint import write_whole
from plein_air.training.options import option, parse

LANDSCAPES = Path(__file__).parents[2] / "public" / "models" / "landscapes"
GENERATED = "generated"  # folder of the landscapes of a smoke test, in that of the arrays


@dataclass(frozen=True, kw_only=True)
class SourceOptions:
    """Which photographs, and how they are read."""

    folder: Path | None = option(None, "the photographs; --smoke makes some of its own", positional=True)
    segment: bool = option(False, "photographs alone: the segmenter of a bundle makes their layouts")
    segmenter: Path = option(LANDSCAPES, "the bundle whose segmenter that is; train_all's bundle gets it too")
    skip: bool = option(False, "leave out photographs that cannot be used, instead of stopping; each is read twice")
    smoke: bool = option(False, "landscapes made by code, and a few steps of tiny networks, to see that everything works")


@dataclass(frozen=True, kw_only=True)
class PrepareOptions(SourceOptions):
    out: Path = option(MISSING, "folder of the arrays")
    side: int = option(150, "pixels of a square: 8 a cell, and a few more, so that cells can begin anywhere", least=144)
    moods: int = option(12, "clusters of light and colour", least=1)
    moods_of: Path | None = option(None, "bundle whose moods are kept, so that its transformer can be trained further")
    zooms: int = option(
        1, "squares show the whole of a photograph, with 2 a half of it as well, with 3 a third, if it is large", least=1
    )
    seed: int = option(7, "of the clusters' beginnings", least=0)
    threads: int = option(0, "that read photographs; 0: as many as there are cores", least=0)


def prepare(options: PrepareOptions) -> Dataset:
    """Raises ValueError, with what to do, if the photographs cannot be used or are prepared already."""
    out = options.out
    if (out / INDEX).exists():
        raise ValueError(f"{out} is prepared already: remove it to prepare it again, or choose another --out")
    out.mkdir(parents=True, exist_ok=True)
    folder = options.folder
    if folder is None:
        if not options.smoke:
            raise ValueError("which photographs? python -m plein_air.prepare FOLDER --out WORK")
        folder = write_generated(out / GENERATED)
    source = find_source(folder, options.segment)
    space = mood_space_of(options.moods_of) if options.moods_of else None
    labeller = labeller_of(options, source)
    plan = plan_squares(source, options.side, options.skip, 1 if space else options.moods, options.zooms)
    need_room(out, plan, options.side)
    fill_arrays(source, labeller, plan, options.side, out, options.threads or os.cpu_count() or 1)
    return finish(options, source, plan, space)


def need_room(out: Path, plan: Plan, side: int) -> None:
    wide = sum(cutting.wide for cutting in plan.cuttings)
    pixels = (len(plan.cuttings) - wide) * side**2 + wide * side * wide_side(side)
    needed, free = 4 * pixels, shutil.disk_usage(out).free
    if needed > free:
        raise ValueError(f"the arrays take {needed / 1e9:.1f} GB, and {out} has {free / 1e9:.1f} GB free")


def labeller_of(options: PrepareOptions, source: Source) -> Labeller:
    """Reads label maps, or segments photographs, as large as their largest zoom needs."""
    if not options.segment:
        read = label_reader(read_classes(source.classes), strict=source.classes is None)
        return lambda image, name: read(source.labels.read(name), name)
    graph, least = Graph(read_segmenter(options.segmenter)), options.side * options.zooms

    def segmented(image: Image.Image, _name: str) -> np.ndarray:
        scale = min(1.0, least / min(image.size))
        size = tuple(round(edge * scale) for edge in image.size)
        return segment_photograph(np.asarray(rgb_of(image).resize(size, Image.Resampling.LANCZOS)), graph)

    return segmented


def finish(options: PrepareOptions, source: Source, plan: Plan, space: MoodSpace | None) -> Dataset:
    """Moods, counts, and the index last: with it the folder is whole. Raises ValueError if no label says anything."""
    pictures, labels = (np.load(options.out / f"{name}.npy", mmap_mode="r") for name in ("photographs", "labels"))
    moods = moods_like(pictures, space) if space else find_moods(pictures, options.moods, options.seed)
    moods.save(options.out / "moods.npz")
    wide = np.load(options.out / "wide_photographs.npy", mmap_mode="r")
    np.save(options.out / "wide_moods.npy", moods_like(wide, moods).ids if len(wide) else np.zeros(0, np.uint8))
    counts = sum(np.bincount(part.reshape(-1), minlength=CLASSES) for part in np.array_split(labels, len(labels) // 1000 + 1))
    if not counts[1:].any():
        raise ValueError(f"the label maps of {options.folder} say nothing: none of their values is a class. {HOW}")
    index = {
        "format": FORMAT,
        "version": VERSION,
        "source": str(source.photographs.path.resolve()),
        "side": options.side,
        "photographs": plan.photographs,
        "squares": len(pictures),
        "wide": len(wide),
        "classes": [round(float(share), 4) for share in counts / counts.sum()],  # of all pixels, by class id
        "left_out": plan.left_out,
    }
    write_whole(options.out / INDEX, lambda beside: beside.write_text(json.dumps(index, indent=2) + "\n"))
    return open_dataset(options.out)


def main(arguments: list[str] | None = None) -> None:
    options = parse(PrepareOptions, __doc__, arguments)
    try:
        dataset = prepare(options)
    except ValueError as problem:
        sys.exit(str(problem))
    print(
        f"{dataset.index['photographs']:,} photographs, {dataset.index['squares']:,} squares, {len(dataset.squares.held_out):,} of "
        f"them held out; {len(dataset.wide_moods):,} wide pictures: {options.out}"
    )
    shares = dict(zip(IDS, dataset.index["classes"][1:], strict=False)) | {"unknown": dataset.index["classes"][0]}
    print("of all pixels: " + ", ".join(f"{name} {share:.1%}" for name, share in shares.items()))


if __name__ == "__main__":
    main()
