"""Writes a bundle from checkpoints, or gives an existing bundle a better decoder.

python -m plein_air.export --checkpoints CHECKPOINTS --photographs DATA --out ../public/models/landscapes
python -m plein_air.export --picture CHECKPOINTS/picture.safetensors --out ../public/models/landscapes

A decoder for the same codebook changes `decoder` and `about` of the manifest alone: tokens keep their meaning, links stay valid.
With photographs (images.zip and labels.zip, of which the held-out ones are read) what 8-bit weights cost is measured, graph by
graph, and a graph that loses too much is stored in 16. Without, every graph is stored in 8, and nothing is said to be measured.
"""

import argparse
from pathlib import Path

from safetensors import safe_open

from plein_air.bundle import Bundle, read_manifest, write_bundle, write_decoder, write_manifest, write_self_test
from plein_air.checkpoints import codebook_id, load_models, load_picture, load_vqgan, training_steps
from plein_air.export_graphs import decoder_graphs, export_graphs, stored
from plein_air.measure import encode, store_decoder, store_encoder, store_transformer
from plein_air.model_card import DEFAULT, Said, about, entries
from plein_air.moods import read_mood_space
from plein_air.names import MOODS
from plein_air.photographs import HeldOut, held_out, held_out_moods
from plein_air.read_back import picture_of, read_graphs
from plein_air.sessions import Graph

CODEBOOK_ID = "codebook_id"  # metadata of a picture.safetensors: the codebook it was trained for


def export_bundle(
    checkpoints: Path, photos: HeldOut | None, out: Path, said: Said = DEFAULT, mood_names: tuple[str, ...] = MOODS
) -> None:
    """photos: to measure with. said, mood_names: what the bundle says of the model and calls its moods."""
    models = load_models(checkpoints)
    graphs = export_graphs(models)
    if photos is None:
        chosen, measured, lattices = {name: stored(graph, "int8") for name, graph in graphs.items()}, [], None
    else:
        exact = encode(Graph(graphs["encoder"]), photos.photographs)
        moods = held_out_moods(checkpoints) if photos.moods is None else photos.moods
        transformer, of_transformer = store_transformer(graphs, exact, photos, moods)
        encoder, of_encoder = store_encoder(graphs, exact, photos)
        lattices = encode(Graph(encoder["encoder"]), photos.photographs)
        decoder, of_decoder = store_decoder(graphs, lattices, photos)
        chosen = transformer | encoder | decoder
        measured = of_transformer + of_decoder + of_encoder
    about_it = about(training_steps(checkpoints), measured, said)
    space = read_mood_space(checkpoints)
    bundle = Bundle(out.name, out.name.capitalize(), chosen, models.mood_swatches, about_it, lattices, space, mood_names)
    write_bundle(out, bundle)


def codebook_of(picture: Path) -> str:
    """The id of the codebook that a picture.safetensors was trained for: its own word, else the vqgan.safetensors beside it."""
    with safe_open(picture, "numpy") as file:
        noted = (file.metadata() or {}).get(CODEBOOK_ID)
    if noted:
        return noted
    if not (picture.parent / "vqgan.safetensors").exists():
        raise ValueError(f"{picture} does not say for which codebook it was trained, and no vqgan.safetensors is beside it")
    return codebook_id(load_vqgan(picture.parent)[1])


def replace_decoder(picture: Path, photos: HeldOut | None, out: Path) -> None:
    """Raises ValueError, and changes nothing, if the decoder was trained for another codebook than the bundle's."""
    manifest = read_manifest(out)
    if codebook_of(picture) != manifest["codebook"]["id"]:
        raise ValueError(
            f"{picture} was trained for another codebook than the bundle {manifest['id']}: its tokens mean other pictures"
        )
    before = read_graphs(out)
    old_picture, codebook = picture_of(before["features"], before["upsampler"])
    graphs = decoder_graphs(load_picture(picture, old_picture.config), codebook)
    if photos is None:
        graphs, measured, lattices = {name: stored(graph, "int8") for name, graph in graphs.items()}, [], None
    else:
        lattices = encode(Graph(before["encoder"]), photos.photographs)
        graphs, measured = store_decoder(graphs, lattices, photos)
    manifest["decoder"] = write_decoder(out, graphs, lattices)
    write_self_test(manifest, before | graphs)
    others = [entry for entry in manifest["about"]["measured"] if not entry["name"].startswith("Picture")]
    manifest["about"]["measured"] = others + entries(measured)
    write_manifest(out, manifest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--checkpoints", type=Path, help="folder of the checkpoints to make a bundle from")
    source.add_argument("--picture", type=Path, help="picture.safetensors: a better decoder for the bundle that is there")
    parser.add_argument("--photographs", type=Path, help="folder with images.zip and labels.zip, to measure with")
    parser.add_argument("--out", type=Path, required=True, help="the bundle's folder; its name is the bundle's id")
    arguments = parser.parse_args()
    photos = held_out(arguments.photographs) if arguments.photographs else None
    if arguments.checkpoints:
        export_bundle(arguments.checkpoints, photos, arguments.out)
    else:
        replace_decoder(arguments.picture, photos, arguments.out)


if __name__ == "__main__":
    main()
