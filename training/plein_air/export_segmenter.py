"""Adds the segmenter, which is optional, to a bundle that is there. No other graph is written.

python -m plein_air.export_segmenter --weights SEGMENTER --data WORK --out ../public/models/landscapes

SEGMENTER: the folder with the dequantised weights of mlcommons/mobile_models. With WORK, which plein_air.prepare wrote, it is
measured on held-out photographs what storing them in 8 bits costs, and how well layouts agree with the ones that the transformer
was trained on.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
from tqdm import tqdm

from plein_air.bundles.bundle import write_manifest
from plein_air.bundles.bundle_files import read_manifest, write_graph
from plein_air.bundles.export_graphs import segmenter_graph, stored
from plein_air.bundles.model_card import SEGMENTER, SEGMENTER_SAID, Measured, replaced
from plein_air.data.dataset import Dataset, open_dataset
from plein_air.models.colour_rules import refine
from plein_air.models.segment import segment_classes
from plein_air.models.segmenter import load_segmenter
from plein_air.models.sessions import Graph

LICENCE = "LICENSE.mobile_models.md"
LEAST_AGREEMENT = 0.99  # of pixels; with less the graph is stored in 16 bits


def agreement(found: list[np.ndarray], expected: list[np.ndarray]) -> float:
    """The share of pixels, over all pictures, that have the same id."""
    return float(np.mean([(a == b).mean() for a, b in zip(found, expected, strict=True)]))


def store_segmenter(graph: onnx.ModelProto, dataset: Dataset) -> tuple[onnx.ModelProto, Measured]:
    """Decides how it is stored, by the held-out squares."""
    squares, ids = dataset.squares, dataset.squares.held_out
    photographs, labels = squares.photographs[ids], list(squares.labels[ids])
    exact, narrow = Graph(graph), Graph(stored(graph, "int8"))
    expected = [segment_classes(photograph, exact) for photograph in tqdm(photographs, "exact", leave=False)]
    found = [segment_classes(photograph, narrow) for photograph in tqdm(photographs, "8 bits", leave=False)]
    same = agreement(found, expected)
    print(f"segmenter: in 8 bits {same:.2%} of the pixels keep their class, {LEAST_AGREEMENT:.0%} are to")
    storage, classes = ("int8", found) if same >= LEAST_AGREEMENT else ("float16", expected)
    layouts = [refine(*pair) for pair in zip(photographs, classes, strict=True)]
    return stored(graph, storage), [
        ("Segmenter, pixels whose class 8-bit weights do not change", f"{same:.2%}"),
        ("Segmenter, pixels with the class of the label maps trained on", f"{agreement(layouts, labels):.2%}"),
    ]


def add_segmenter(weights: Path, dataset: Dataset | None, out: Path) -> None:
    manifest = read_manifest(out)
    graph = segmenter_graph(load_segmenter(weights))
    graph, measured = (stored(graph, "int8"), []) if dataset is None else store_segmenter(graph, dataset)
    manifest["graphs"]["segmenter"] = write_graph(out, "segmenter", graph) | SEGMENTER_SAID
    shutil.copyfile(weights / LICENCE, out / SEGMENTER_SAID["licenceFile"])
    manifest["about"]["measured"] = replaced(manifest["about"]["measured"], measured, SEGMENTER)
    write_manifest(out, manifest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder with deeplab_ade20k32_float.json and .bin")
    parser.add_argument("--data", type=Path, help="folder that plein_air.prepare wrote, to measure with")
    parser.add_argument("--out", type=Path, required=True, help="the bundle's folder")
    arguments = parser.parse_args()
    add_segmenter(arguments.weights, open_dataset(arguments.data) if arguments.data else None, arguments.out)


if __name__ == "__main__":
    main()
