"""Writes a bundle of kind `sliding`. docs/bundle.md is its contract."""

from pathlib import Path

import onnx

from plein_air.bundles.bundle import FORMAT, VERSION, lattice_entry, write_manifest
from plein_air.bundles.bundle_files import sha256, write_file, write_graph, written_whole
from plein_air.bundles.swatches import PIXELS as SWATCH_PIXELS
from plein_air.compvis.checkpoint import SlidingModels
from plein_air.compvis.config import SIDE
from plein_air.compvis.self_test import self_test
from plein_air.compvis.swatches import sliding_swatches
from plein_air.models.checkpoints import codebook_id
from plein_air.models.names import class_entries
from plein_air.models.sessions import Graph
from plein_air.models.vqgan import CELL_PIXELS

KIND = "sliding"


def write_sliding_bundle(folder: Path, title: str, models: SlidingModels, graphs: dict[str, onnx.ModelProto], about: dict) -> dict:
    """graphs: with their weights as they are to be stored. The folder's name is the bundle's id. Returns the manifest."""
    with written_whole(folder) as beside:
        manifest = manifest_of(beside, folder.name, title, models, graphs, about)
        write_manifest(beside, manifest)
    return manifest


def manifest_of(folder: Path, id: str, title: str, models: SlidingModels, graphs: dict[str, onnx.ModelProto], about: dict) -> dict:
    """Writes the files that it names."""
    config, codebook = models.config, models.first.quantize.embedding.weight
    files = {name: write_graph(folder, name, graph) for name, graph in graphs.items()}
    step, decoder = Graph(graphs["step"]), Graph(graphs["decoder"])
    swatches = write_file(folder, "swatches.bin", sliding_swatches(decoder, config.codes).tobytes())
    return {
        "format": FORMAT,
        "version": VERSION,
        "kind": KIND,
        "id": id,
        "title": title,
        "codebook": {"id": codebook_id(codebook), "codes": config.codes, "dimension": config.first.code_dimension},
        "classes": class_entries(),
        "moods": [],
        "lattice": lattice_entry(SIDE, CELL_PIXELS),
        "window": {"rows": SIDE, "columns": SIDE},
        "graphs": {name: files[name] for name in ("condition", "step")},
        "transformer": {"cacheWidth": config.cache_width},
        "decoder": {
            "id": sha256(files["decoder"]["sha256"].encode())[:16],
            "whole": files["decoder"],
            "swatches": swatches | {"pixels": SWATCH_PIXELS},
        },
        "selfTest": self_test(step, decoder, config.cache_width, config.codes),
        "about": about,
    }
