"""Writes a bundle: a folder with manifest.json, the graphs, the swatches and the model card. docs/bundle.md is its contract."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx

from plein_air.bundles.bundle_files import names_of, read_manifest, sha256, write_file, write_graph, written_whole
from plein_air.bundles.export_graphs import DECODER_GRAPHS
from plein_air.bundles.model_card import card
from plein_air.bundles.read_back import decoder_of, transformer_of
from plein_air.bundles.self_test import self_test
from plein_air.bundles.swatches import PIXELS as SWATCH_PIXELS
from plein_air.bundles.swatches import swatches
from plein_air.models.checkpoints import codebook_id
from plein_air.models.context import LATTICE_MULTIPLE, SUB_CELLS
from plein_air.models.moods import MoodSpace
from plein_air.models.names import MOODS, class_entries, mood_entries
from plein_air.models.sessions import Graph
from plein_air.models.transformer import TransformerConfig

FORMAT, VERSION = "plein-air-bundle", 1
MINIMUM, MAXIMUM_LONG, MAXIMUM_SHORT = 8, 64, 32  # cells along a side of a lattice


@dataclass(frozen=True)
class Bundle:
    """What the files are made from. Graphs have their weights as they are to be stored."""

    id: str  # [a-z0-9-]{1,32}
    title: str
    graphs: dict[str, onnx.ModelProto]
    mood_swatches: np.ndarray  # uint8 [moods, 3, 3]
    mood_space: MoodSpace
    about: dict
    lattices: np.ndarray | None = None  # int [N, h, w]: tokens of photographs, for the swatches
    mood_names: tuple[str, ...] = MOODS


def write_decoder(folder: Path, graphs: dict[str, onnx.ModelProto], lattices: np.ndarray | None) -> dict:
    """Returns the manifest's entry `decoder`. lattices: tokens of photographs, for the swatches."""
    features, upsampler = (write_graph(folder, name, graphs[name]) for name in DECODER_GRAPHS)
    decoder, codebook = decoder_of(graphs["features"], graphs["upsampler"])
    table = swatches(Graph(graphs["features"]), Graph(graphs["upsampler"]), len(codebook), lattices)
    return {
        "id": sha256((features["sha256"] + upsampler["sha256"]).encode())[:16],
        "features": features | {"channels": decoder.config.channels[0], "halo": decoder.features_halo},
        "upsampler": upsampler | {"halo": decoder.upsampler_halo},
        "swatches": write_file(folder, "swatches.bin", table.tobytes()) | {"pixels": SWATCH_PIXELS},
    }


def kept_segmenter(folder: Path) -> dict:
    """The manifest's entry of the segmenter that a folder has, by name: the one graph that checkpoints do not hold."""
    if not (folder / "manifest.json").exists():
        return {}
    return {name: entry for name, entry in read_manifest(folder)["graphs"].items() if name == "segmenter"}


def copy_segmenter(source: Path, folder: Path) -> None:
    """Gives a bundle the segmenter of another one, its licence included; nothing happens if that has none."""
    entry = read_manifest(source)["graphs"].get("segmenter")
    if entry is None:
        return
    for name in (*names_of(entry), *filter(None, [entry.get("licenceFile")])):
        shutil.copyfile(source / name, folder / name)
    manifest = read_manifest(folder)
    manifest["graphs"]["segmenter"] = entry
    write_manifest(folder, manifest)


def transformer_entries(config: TransformerConfig) -> dict:
    """What a manifest says of the transformer beside its graphs."""
    entries: dict = {"window": config.window._asdict(), "transformer": {"width": config.width, "cacheWidth": config.cache_width}}
    if config.distilled:
        entries["guidance"] = "distilled"
    if config.zooms:
        entries["zooms"] = config.zooms
    return entries


def write_self_test(manifest: dict, graphs: dict[str, onnx.ModelProto]) -> None:
    running = [Graph(graphs[name]) for name in ("step", *DECODER_GRAPHS)]
    manifest["selfTest"] = self_test(*running, transformer_of(graphs["context"], graphs["step"]).config)


def write_manifest(folder: Path, manifest: dict) -> None:
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    (folder / "card.md").write_text(card(manifest))


def lattice_entry(minimum: int, cell_pixels: int) -> dict:
    """The manifest's entry `lattice`."""
    return {
        "minimum": minimum,
        "maximumLong": MAXIMUM_LONG,
        "maximumShort": MAXIMUM_SHORT,
        "multiple": LATTICE_MULTIPLE,
        "cellPixels": cell_pixels,
        "subCells": SUB_CELLS,
    }


def write_bundle(folder: Path, bundle: Bundle) -> dict:
    """Returns the manifest."""
    with written_whole(folder) as beside:
        manifest = manifest_of(beside, bundle)
        write_manifest(beside, manifest)
    return manifest


def manifest_of(folder: Path, bundle: Bundle) -> dict:
    """Writes the files that it names."""
    graphs = bundle.graphs
    decoder, codebook = decoder_of(graphs["features"], graphs["upsampler"])
    config = transformer_of(graphs["context"], graphs["step"]).config
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "id": bundle.id,
        "title": bundle.title,
        "codebook": {"id": codebook_id(codebook), "codes": config.codes, "dimension": config.code_dimension},
        "classes": class_entries(),
        "moods": mood_entries(bundle.mood_swatches, bundle.mood_names),
        "moodSpace": bundle.mood_space.entry(),
        "lattice": lattice_entry(MINIMUM, decoder.config.cell_pixels),
        **transformer_entries(config),
        "graphs": {name: write_graph(folder, name, graphs[name]) for name in ("context", "step", "encoder")}
        | kept_segmenter(folder),
        "decoder": write_decoder(folder, graphs, bundle.lattices),
        "selfTest": {},
        "about": bundle.about,
    }
    write_self_test(manifest, graphs)
    return manifest
