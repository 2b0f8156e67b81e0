"""Measures a bundle on held-out photographs, prints the table, and writes it into the bundle's model card and manifest.

python -m plein_air.evaluate ../public/models/landscapes --data WORK --sheet sheet.png

WORK is what plein_air.prepare wrote of the photographs that the bundle was trained on: every hundredth of them was held out, and
moods have the ids that the transformer learned. Pictures are generated of the held-out photographs' layouts with the page's
default settings, seeds 1, 2, ... A few minutes for 135 photographs.
"""

import sys
from dataclasses import MISSING, dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from plein_air.bundle import write_manifest
from plein_air.bundle_files import read_manifest
from plein_air.data.dataset import open_dataset
from plein_air.data.moods import check_moods
from plein_air.evaluation.measurements import Measurements, Pictures, measure
from plein_air.evaluation.table import as_text, merged, rows
from plein_air.names import CLASSES
from plein_air.read_back import read_graphs, read_segmenter
from plein_air.sessions import Graph
from plein_air.training.options import option, parse
from plein_air.training.run import sheet_of

SHEET_ROWS = 16


@dataclass(frozen=True, kw_only=True)
class EvaluateOptions:
    bundle: Path = option(MISSING, "folder of the bundle", positional=True)
    data: Path = option(MISSING, "folder that plein_air.prepare wrote")
    count: int = option(0, "measure on so many held-out photographs alone, and write nothing; 0: all of them", least=0)
    write: bool = option(True, "write the table into the bundle's manifest.json and card.md")
    sheet: Path | None = option(None, "PNG to write: layouts, photographs, reconstructions and generated pictures side by side")
    threads: int = option(0, "0: as many as there are cores", least=0)
    smoke: bool = option(False, "two photographs, and write nothing, to see that everything works")


def segmented(bundle: Path) -> bool:
    """Whether it has a segmenter."""
    return "segmenter" in read_manifest(bundle)["graphs"]


def layout_pictures(layouts: np.ndarray) -> np.ndarray:
    """Class ids [N, h, w] -> RGB uint8 [N, 2h, 2w, 3] in the page's colours; unknown: black."""
    colors = np.zeros((len(CLASSES) + 1, 3), np.uint8)
    for id_, _, color in CLASSES:
        colors[id_] = tuple(bytes.fromhex(color[1:]))
    return colors[layouts].repeat(2, 1).repeat(2, 2)


def sheet(pictures: Pictures) -> np.ndarray:
    """A row a layout: layout, photograph, reconstruction, generated picture."""
    columns = [layout_pictures(pictures.layouts), pictures.photographs, pictures.reconstructions, pictures.generated]
    return sheet_of([column[:: -(-len(column) // SHEET_ROWS)] for column in columns])


def evaluate(options: EvaluateOptions) -> Measurements:
    """Raises ValueError, with what to do, if the data cannot be measured with."""
    manifest = read_manifest(options.bundle)
    segmenter = Graph(read_segmenter(options.bundle)) if segmented(options.bundle) else None
    count = 2 if options.smoke else options.count or None
    dataset = open_dataset(options.data)
    check_moods(options.bundle, dataset.moods)
    found = measure(read_graphs(options.bundle), segmenter, dataset, count)
    if options.sheet:
        Image.fromarray(sheet(found.pictures)).save(options.sheet)
    if options.write and count is None:
        manifest["about"]["measured"] = merged(manifest["about"]["measured"], rows(found))
        write_manifest(options.bundle, manifest)
    return found


def main(arguments: list[str] | None = None) -> None:
    options = parse(EvaluateOptions, __doc__, arguments)
    if options.threads:
        torch.set_num_threads(options.threads)
    try:
        found = evaluate(options)
    except (ValueError, FileNotFoundError) as problem:
        sys.exit(str(problem))
    print(as_text(rows(found)))
    if not found.accuracy:
        why = "the layouts say nothing" if segmented(options.bundle) else f"{options.bundle} has no segmenter"
        print(f"{why}: how well pictures keep to them was not measured")
    if not found.in_common:
        print(f"{options.data} was not encoded with this codebook, as train_transformer does: copies were not looked for")


if __name__ == "__main__":
    main()
