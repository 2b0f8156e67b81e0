"""Adds the segmenter, which is optional, to a bundle that is there. No other graph is written.

python -m plein_air.export_segmenter --weights SEGMENTER --photographs DATA --out ../public/models/landscapes

SEGMENTER: the folder with the dequantised weights of mlcommons/mobile_models. With photographs it is measured what storing them
in 8 bits costs, and how well layouts agree with the ones that the transformer was trained on.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
from tqdm import tqdm

from plein_air.bundle import read_manifest, write_manifest, write_segmenter
from plein_air.colour_rules import refine
from plein_air.export_graphs import segmenter_graph, stored
from plein_air.model_card import SEGMENTER, SEGMENTER_SAID, Measured, entries
from plein_air.photographs import read_pictures
from plein_air.segment import segment_classes
from plein_air.segmenter import load_segmenter
from plein_air.sessions import Graph

LICENCE = "LICENSE.mobile_models.md"
LEAST_AGREEMENT = 0.99  # of pixels; with less the graph is stored in 16 bits


def agreement(found: list[np.ndarray], expected: list[np.ndarray]) -> float:
    """The share of pixels, over all pictures, that have the same id."""
    return float(np.mean([(a == b).mean() for a, b in zip(found, expected, strict=True)]))


def store_segmenter(graph: onnx.ModelProto, data: Path) -> tuple[onnx.ModelProto, Measured]:
    """Decides how it is stored. data: the folder with images.zip and labels.zip, whose held-out pictures are looked at whole."""
    photographs = read_pictures(data / "images.zip", "RGB", whole=True)
    labels = list(read_pictures(data / "labels.zip", None, whole=True))
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


def add_segmenter(weights: Path, data: Path | None, out: Path) -> None:
    manifest = read_manifest(out)
    graph = segmenter_graph(load_segmenter(weights))
    graph, measured = (stored(graph, "int8"), []) if data is None else store_segmenter(graph, data)
    manifest["graphs"]["segmenter"] = write_segmenter(out, graph, SEGMENTER_SAID)
    shutil.copyfile(weights / LICENCE, out / SEGMENTER_SAID["licenceFile"])
    others = [entry for entry in manifest["about"]["measured"] if not entry["name"].startswith(SEGMENTER)]
    manifest["about"]["measured"] = others + entries(measured)
    write_manifest(out, manifest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder with deeplab_ade20k32_float.json and .bin")
    parser.add_argument("--photographs", type=Path, help="folder with images.zip and labels.zip, to measure with")
    parser.add_argument("--out", type=Path, required=True, help="the bundle's folder")
    arguments = parser.parse_args()
    add_segmenter(arguments.weights, arguments.photographs, arguments.out)


if __name__ == "__main__":
    main()
