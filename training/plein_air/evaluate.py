"""Measures a bundle on held-out photographs, prints the table, and writes it into the bundle's model card and manifest.

python -m plein_air.evaluate ../public/models/landscapes --data WORK --sheet sheet.png
python -m plein_air.evaluate BUNDLE --data WORK --teacher PICTURES --photographs LARGE --before FORMER_BUNDLE --only-decoder

WORK is what plein_air.prepare wrote of the photographs that the bundle was trained on: every hundredth of them was held out, and
moods have the ids that the transformer learned. Pictures are generated of the held-out photographs' layouts with the page's
default settings, seeds 1, 2, ... A few minutes for 135 photographs. With --teacher and --photographs the decoder is measured at its
own size, too, beside that of --before.
"""

import sys
from dataclasses import MISSING, dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from plein_air.bundles.bundle import write_manifest
from plein_air.bundles.bundle_files import read_manifest
from plein_air.bundles.model_card import Measured
from plein_air.bundles.read_back import read_graphs, read_segmenter, read_weights_back
from plein_air.data.dataset import Dataset, open_dataset
from plein_air.data.moods import check_moods
from plein_air.data.photographs import held_out_of
from plein_air.decoding.examples import TeacherPictures
from plein_air.evaluation.measure import Graphs, encode
from plein_air.evaluation.measurements import Measurements, Pictures, measure
from plein_air.evaluation.own_size import measure_own_size, measure_photographs
from plein_air.evaluation.table import BEFORE, as_text, merged, own_size_rows, rows
from plein_air.models.names import COLORS
from plein_air.models.sessions import Graph
from plein_air.pretrained.squeezenet import squeezenet
from plein_air.training.options import option, parse
from plein_air.training.run import sheet_of

SHEET_ROWS = 16


@dataclass(frozen=True, kw_only=True)
class EvaluateOptions:
    bundle: Path = option(MISSING, "folder of the bundle", positional=True)
    data: Path = option(MISSING, "folder that plein_air.prepare wrote")
    count: int = option(0, "measure on so many held-out photographs alone, and write nothing; 0: all of them", least=0)
    guided_by: Path | None = option(None, "a bundle, whose guidance this one was taught: how far it is from that is measured")
    write: bool = option(True, "write the table into the bundle's manifest.json and card.md")
    sheet: Path | None = option(None, "PNG to write: layouts, photographs, reconstructions and generated pictures side by side")
    teacher: Path | None = option(None, "folder of the teacher's pictures: how near the decoder comes to those held out")
    photographs: Path | None = option(None, "folder or zip file of photographs of 448 pixels or more, to compare pictures with")
    before: Path | None = option(None, "bundle of the same codebook, whose decoder is measured at the same tokens")
    only_decoder: bool = option(False, "measure the decoder at its own size alone, by --teacher and --photographs")
    smoke: bool = option(False, "two photographs, and write nothing, to see that everything works")


def sheet(pictures: Pictures) -> np.ndarray:
    """A row a layout: layout, photograph, reconstruction, generated picture."""
    layouts = COLORS[pictures.layouts].repeat(2, 1).repeat(2, 2)
    columns = [layouts, *(pictures.sets[name] for name in ("photographs", "reconstructions", "generated"))]
    return sheet_of([column[:: -(-len(column) // SHEET_ROWS)] for column in columns])


def measure_decoders(options: EvaluateOptions, graphs: Graphs, dataset: Dataset, count: int | None) -> Measured:
    """Rows of the decoder at its own size. Raises ValueError if the other bundle has another codebook, or something is missing."""
    if not options.teacher and not options.photographs:
        return []
    bundles = {"": graphs}
    if options.before:
        if read_manifest(options.before)["codebook"]["id"] != read_manifest(options.bundle)["codebook"]["id"]:
            raise ValueError(f"{options.before} has another codebook than {options.bundle}: its tokens mean other pictures")
        bundles[BEFORE] = read_graphs(options.before)
    segmenter, teacher = read_segmenter(options.bundle), TeacherPictures(options.teacher) if options.teacher else None
    photos = held_out_of(dataset, count)
    lattices = encode(Graph(graphs["encoder"]), photos.photographs)[:, 1:-1, 1:-1]  # the middle 16 x 16 cells, as the layouts
    photographs = measure_photographs(options.photographs, segmenter, len(lattices)) if options.photographs else None
    levels = squeezenet()
    found = {
        name: measure_own_size(of, lattices, photos.layouts, teacher, photographs, segmenter, levels)
        for name, of in bundles.items()
    }
    return own_size_rows(found, teacher, photographs)


def evaluate(options: EvaluateOptions) -> tuple[Measured, Measurements | None]:
    """-> the rows that were found, and all of it, if more than the decoder was measured. Raises ValueError, with what to do, if the
    data cannot be measured with."""
    manifest = read_manifest(options.bundle)
    segmenter = Graph(read_segmenter(options.bundle)) if "segmenter" in manifest["graphs"] else None
    count = 2 if options.smoke else options.count or None
    dataset = open_dataset(options.data)
    check_moods(options.bundle, dataset.moods)
    graphs = read_graphs(options.bundle)
    of_decoders = measure_decoders(options, graphs, dataset, count)
    teacher = read_weights_back(options.guided_by).transformer if options.guided_by else None
    found = None if options.only_decoder else measure(graphs, segmenter, dataset, count, teacher)
    measured = [*(rows(found) if found else []), *of_decoders]
    if not measured:
        raise ValueError("what shall the decoder be measured by? --teacher PICTURES, --photographs LARGE, or both")
    if options.sheet and found:
        Image.fromarray(sheet(found.pictures)).save(options.sheet)
    if options.write and count is None:
        manifest["about"]["measured"] = merged(manifest["about"]["measured"], measured)
        write_manifest(options.bundle, manifest)
    return measured, found


def main(arguments: list[str] | None = None) -> None:
    options = parse(EvaluateOptions, __doc__, arguments)
    try:
        measured, found = evaluate(options)
    except (ValueError, FileNotFoundError) as problem:
        sys.exit(str(problem))
    print(as_text(measured))
    if found and not found.accuracy:
        segmented = "segmenter" in read_manifest(options.bundle)["graphs"]
        why = "the layouts say nothing" if segmented else f"{options.bundle} has no segmenter"
        print(f"{why}: how well pictures keep to them was not measured")
    if found and not found.in_common:
        print(f"{options.data} was not encoded with this codebook, as train_transformer does: copies were not looked for")


if __name__ == "__main__":
    main()
