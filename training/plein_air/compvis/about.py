"""What a bundle of kind `sliding` says of itself."""

from plein_air.bundles.model_card import TINY_ABOUT
from plein_air.compvis.config import SlidingConfig

LIMITS = [
    "It paints cell by cell in the order of rows, and wherever its window moves it computes the whole window anew.",
    "It has no moods, cannot be told to follow the layout more closely, and repaints no part of a picture.",
    "It was trained on labels of COCO-Stuff: each class of the page stands for one of them, and “any” for trees.",
    "The import is tested with random weights of this architecture; with its authors' weights nobody has tried it yet.",
]
SUMMARY = "Random weights in the shape of a checkpoint of taming-transformers, for tests: it paints coloured noise."
TINY = TINY_ABOUT | {"summary": SUMMARY}


def about_import(config: SlidingConfig, source: str) -> dict:
    return {
        "summary": f"A model of CompVis's taming-transformers, imported from {source}: two VQGANs and a transformer of "
        f"{config.layers} layers of {config.width} channels with a window of 16 x 16 cells.",
        "trainedOn": "The import does not know: ask whoever trained the checkpoint.",
        "licence": "The code of taming-transformers is under the MIT licence. The import does not know under which the checkpoint "
        "is: ask whoever gave it to you.",
        "measured": [],
        "limits": LIMITS,
    }
