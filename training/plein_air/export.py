"""Writes a bundle from checkpoints, or gives an existing bundle a better transformer or decoder.

python -m plein_air.export --checkpoints CHECKPOINTS --data WORK --out ../public/models/meadow
python -m plein_air.export --transformer RUN/transformer.safetensors --data WORK --out ../public/models/meadow
python -m plein_air.export --decoder RUN/decoder.safetensors --data WORK --out ../public/models/meadow

CHECKPOINTS has vqgan.safetensors, transformer.* and decoder.*, as the trainers leave them, and the moods.npz of WORK, which is
what plein_air.prepare wrote. A transformer for the same codebook changes `graphs`, `selfTest` and `about` of the manifest alone,
a decoder `decoder`, `lattice.cellPixels`, `selfTest` and `about`: tokens keep their meaning, links stay valid. With WORK what
8-bit weights cost is measured on its held-out photographs, graph by graph, and a graph that loses too much is stored in 16.
Without, every graph is stored in 8, and nothing is said to be measured.
"""

import sys
from dataclasses import MISSING, dataclass
from pathlib import Path
from typing import Literal

import onnx
import torch

from plein_air.bundles.bundle import Bundle, transformer_entries, write_bundle, write_decoder, write_manifest, write_self_test
from plein_air.bundles.bundle_files import check_id, check_place, read_manifest, write_graph, written_whole
from plein_air.bundles.export_graphs import TRANSFORMER_GRAPHS, decoder_graphs, export_graphs, stored, transformer_graphs
from plein_air.bundles.model_card import DEFAULT, Measured, entries, own, replaced, steps_row
from plein_air.bundles.read_back import decoder_of, float_weights, read_graphs
from plein_air.data.dataset import Dataset, open_dataset
from plein_air.data.moods import check_moods
from plein_air.data.photographs import held_out_of
from plein_air.evaluation.measure import encode, store_decoder, store_encoder, store_transformer
from plein_air.models.checkpoints import (
    codebook_id,
    codebook_of,
    load_decoder,
    load_models,
    load_transformer,
    steps_beside,
)
from plein_air.models.decoder import Decoder
from plein_air.models.moods import read_mood_space
from plein_air.models.names import MOODS, numbered_moods
from plein_air.models.sessions import Graph
from plein_air.training.options import option, parse


@dataclass(frozen=True, kw_only=True)
class ExportOptions:
    checkpoints: Path | None = option(None, "folder of the checkpoints to make a bundle from")
    transformer: Path | None = option(None, "transformer.safetensors: a better transformer for the bundle that is there")
    decoder: Path | None = option(None, "decoder.safetensors: a better decoder for the bundle that is there")
    data: Path | None = option(None, "folder that plein_air.prepare wrote, to measure with; --checkpoints needs it")
    out: Path = option(MISSING, "the bundle's folder; its name is the bundle's id")
    card: Literal["own", "landscapes"] = option(
        "own", "what the card of a new bundle says of its photographs: that they are your own, or those of the default model"
    )


def said_of(card: str, dataset: Dataset) -> tuple[dict, tuple[str, ...]]:
    """-> `about` of a new bundle, before anything is measured, and the names of its moods"""
    if card == "landscapes":
        return DEFAULT, MOODS
    index = dataset.index
    return own(index["photographs"], index["squares"], index["side"]), numbered_moods(len(dataset.moods.centres))


def export_bundle(checkpoints: Path, dataset: Dataset, out: Path, about: dict, mood_names: tuple[str, ...]) -> None:
    """about, mood_names: what the bundle says of the model and calls its moods.

    Raises ValueError if the moods of the checkpoints are not those of the dataset.
    """
    check_id(out)
    models, space = load_models(checkpoints), read_mood_space(checkpoints)
    check_place(out, codebook_id(models.codebook), "choose another --out")
    if len(space.centres) != len(mood_names) or not space.like(dataset.moods):
        raise ValueError(f"{checkpoints / 'moods.npz'} has other moods than {dataset.folder}: copy its moods.npz there")
    graphs, photos = export_graphs(models), held_out_of(dataset)
    exact = encode(Graph(graphs["encoder"]), photos.photographs)
    transformer, of_transformer = store_transformer(graphs, exact, photos)
    encoder, of_encoder = store_encoder(graphs, exact, photos)
    lattices = encode(Graph(encoder["encoder"]), photos.photographs)
    decoder, of_decoder = store_decoder(graphs, lattices, photos)
    rows = [steps_row(part, steps_beside(checkpoints / f"{part}.safetensors")) for part in ("transformer", "decoder")]
    about = about | {"measured": entries([*rows, *of_transformer, *of_decoder, *of_encoder])}
    chosen = transformer | encoder | decoder
    write_bundle(out, Bundle(out.name, out.name.capitalize(), chosen, models.mood_swatches, space, about, lattices, mood_names))


def check_codebook(weights: Path, manifest: dict) -> None:
    """Raises ValueError if they were trained for another codebook than the bundle's."""
    if codebook_of(weights) != manifest["codebook"]["id"]:
        raise ValueError(
            f"{weights} was trained for another codebook than the bundle {manifest['id']}: its tokens mean other pictures"
        )


def replace_transformer(weights: Path, dataset: Dataset | None, out: Path) -> None:
    """Raises ValueError, and changes nothing, if it was trained for another codebook than the bundle's, or for other moods."""
    manifest = read_manifest(out)
    check_codebook(weights, manifest)
    transformer = load_transformer(weights)
    moods = len(manifest["moods"])
    if transformer.config.moods != moods + 1:
        raise ValueError(f"{weights} knows {transformer.config.moods - 1} moods, the bundle {manifest['id']} has {moods}")
    if dataset:
        check_moods(out, dataset.moods)
    before, graphs = read_graphs(out), transformer_graphs(transformer)
    if dataset is None:
        graphs, measured = {name: stored(graph, "int8") for name, graph in graphs.items()}, []
    else:
        photos = held_out_of(dataset)
        graphs, measured = store_transformer(graphs, encode(Graph(before["encoder"]), photos.photographs), photos)
    manifest = {name: entry for name, entry in manifest.items() if name not in ("guidance", "zooms")}
    manifest |= transformer_entries(transformer.config)
    with written_whole(out) as folder:
        for name in TRANSFORMER_GRAPHS:
            manifest["graphs"][name] = write_graph(folder, name, graphs[name])
        rows = [steps_row("transformer", steps_beside(weights)), *measured]
        finish(manifest, before | graphs, rows, "Transformer", folder)


def replace_decoder(weights: Path, dataset: Dataset | None, out: Path) -> None:
    """Raises ValueError, and changes nothing, if the decoder was trained for another codebook than the bundle's."""
    manifest = read_manifest(out)
    check_codebook(weights, manifest)
    before, decoder = read_graphs(out), load_decoder(weights)
    graphs = decoder_graphs(decoder, float_weights(before["features"])["codebook"])
    if dataset is None:
        graphs, measured, lattices = {name: stored(graph, "int8") for name, graph in graphs.items()}, [], None
    else:
        photos = held_out_of(dataset)
        lattices = encode(Graph(before["encoder"]), photos.photographs)
        graphs, measured = store_decoder(graphs, lattices, photos)
    if has_features(decoder, before):
        graphs["features"] = before["features"]
    with written_whole(out) as folder:
        manifest["decoder"] = write_decoder(folder, graphs, lattices)
        manifest["lattice"]["cellPixels"] = decoder.config.cell_pixels
        finish(manifest, before | graphs, [steps_row("decoder", steps_beside(weights)), *measured], "Picture", folder)


def has_features(decoder: Decoder, graphs: dict[str, onnx.ModelProto]) -> bool:
    """Whether its layers at the resolution of cells are those of the graph `features`, which a training does not change, but for
    the rounding to 16 bits of its file. The graph then stays as it is, and whoever has it does not download it anew."""
    try:
        before, _ = decoder_of(graphs["features"], graphs["upsampler"])
    except ValueError:
        return False
    own, theirs = (one.coarse[: one.feature_layers].state_dict() for one in (decoder, before))
    return own.keys() == theirs.keys() and all(
        own[name].shape == theirs[name].shape and torch.allclose(own[name], theirs[name], rtol=2**-10, atol=1e-6) for name in own
    )


def finish(manifest: dict, graphs: dict, measured: Measured, part: str, out: Path) -> None:
    """The manifest with a new self-test, and with what is measured of a part in place of what was measured of the old one."""
    write_self_test(manifest, graphs)
    manifest["about"]["measured"] = replaced(manifest["about"]["measured"], measured, part)
    write_manifest(out, manifest)


def export(options: ExportOptions) -> None:
    """Raises ValueError, with what to do, if it cannot be done."""
    if sum(source is not None for source in (options.checkpoints, options.transformer, options.decoder)) != 1:
        raise ValueError("what is to be exported? One of --checkpoints, --transformer and --decoder")
    dataset = open_dataset(options.data) if options.data else None
    if options.transformer:
        replace_transformer(options.transformer, dataset, options.out)
    elif options.decoder:
        replace_decoder(options.decoder, dataset, options.out)
    elif dataset is None:
        raise ValueError("--checkpoints needs --data: the bundle says of which photographs it was made, and how good it is")
    else:
        export_bundle(options.checkpoints, dataset, options.out, *said_of(options.card, dataset))


def main(arguments: list[str] | None = None) -> None:
    try:
        export(parse(ExportOptions, __doc__, arguments))
    except (ValueError, FileNotFoundError) as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
