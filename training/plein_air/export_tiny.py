"""Writes the bundle for tests.

python -m plein_air.export_tiny --out ../public/models/tiny
"""

from pathlib import Path

from plein_air.bundles.bundle import Bundle, write_bundle, write_manifest
from plein_air.bundles.bundle_files import write_graph
from plein_air.bundles.export_graphs import export_graphs, segmenter_graph, stored
from plein_air.bundles.model_card import TINY_ABOUT
from plein_air.models.tiny import tiny_models, tiny_mood_space, tiny_segmenter
from plein_air.training.options import folders


def tiny_bundle() -> Bundle:
    models = tiny_models()
    graphs = {name: stored(graph, "int8") for name, graph in export_graphs(models).items()}
    return Bundle("tiny", "Tiny", graphs, models.mood_swatches, tiny_mood_space(), TINY_ABOUT)


def add_tiny_segmenter(out: Path, manifest: dict) -> None:
    graph = stored(segmenter_graph(tiny_segmenter()), "int8")
    manifest["graphs"]["segmenter"] = write_graph(out, "segmenter", graph) | {
        "licence": TINY_ABOUT["licence"],
        "source": "Random weights.",
    }
    write_manifest(out, manifest)


def main() -> None:
    arguments = folders(__doc__, out="the bundle's folder")
    manifest = write_bundle(arguments.out, tiny_bundle())
    add_tiny_segmenter(arguments.out, manifest)
    size = sum(path.stat().st_size for path in arguments.out.iterdir())
    print(f"{arguments.out}: {size:,} bytes, decoder {manifest['decoder']['id']}")


if __name__ == "__main__":
    main()
