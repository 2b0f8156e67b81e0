"""Makes a bundle of a checkpoint of CompVis's taming-transformers, of the semantic kind (S-FLCKR).

python -m plein_air.import_compvis --checkpoint last.ckpt --config 2020-11-09T13-31-51-project.yaml --out ../public/models/sflckr

The checkpoint is the one of the whole model: two VQGANs and a transformer that looks at a window of 16 x 16 cells. Its tensors are
read and nothing in it is run; neither taming-transformers nor pytorch-lightning is needed. The graphs' weights are stored in 8 bits
unless told otherwise. docs/bundle.md, kind `sliding`, says what is written, and training/README.md what to expect of it.
"""

import argparse
from pathlib import Path

from plein_air.bundles.bundle_files import check_id
from plein_air.bundles.export_graphs import stored
from plein_air.bundles.quantize_weights import Storage
from plein_air.compvis.about import about_import
from plein_air.compvis.bundle import write_sliding_bundle
from plein_air.compvis.checkpoint import models_of, read_state
from plein_air.compvis.config import read_config
from plein_air.compvis.export_graphs import sliding_graphs

BITS: dict[int, Storage] = {8: "int8", 16: "float16"}


def import_checkpoint(checkpoint: Path, config: Path, out: Path, title: str, bits: int = 8) -> dict:
    """Returns the manifest. Raises ValueError with one sentence on what is missing or cannot be imported."""
    check_id(out)
    models = models_of(read_config(config), read_state(checkpoint))
    graphs = {name: stored(graph, BITS[bits]) for name, graph in sliding_graphs(models).items()}
    return write_sliding_bundle(out, title, models, graphs, about_import(models.config, checkpoint.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, help="the .ckpt of the whole model")
    parser.add_argument("--config", type=Path, required=True, help="the .yaml beside it (configs/…-project.yaml)")
    parser.add_argument("--out", type=Path, required=True, help="the bundle's folder; its name is the bundle's id")
    parser.add_argument("--title", help="what the page calls the model; its id unless told")
    parser.add_argument("--bits", type=int, choices=BITS, default=8, help="of a stored weight")
    arguments = parser.parse_args()
    title = arguments.title or arguments.out.name.capitalize()
    try:
        manifest = import_checkpoint(arguments.checkpoint, arguments.config, arguments.out, title, arguments.bits)
    except (ValueError, OSError) as error:
        raise SystemExit(str(error)) from error
    files = [*manifest["graphs"].values(), manifest["decoder"]["whole"]]
    print(f"{arguments.out}: {sum(file['bytes'] for file in files):,} bytes of graphs, codebook {manifest['codebook']['id'][:16]}")


if __name__ == "__main__":
    main()
