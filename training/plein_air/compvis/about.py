"""What a bundle of kind `sliding` says of itself."""

from plein_air.compvis.config import SlidingConfig

SUMMARY = (
    "A model of CompVis's taming-transformers, imported from {source}: two VQGANs and a transformer of {layers} layers of "
    "{width} channels with a window of 16 x 16 cells."
)
TRAINED_ON = "The import does not know: ask whoever trained the checkpoint."
LICENCE = (
    "The code of taming-transformers is under the MIT licence. The import does not know under which the checkpoint is: ask whoever "
    "gave it to you."
)
LIMITS = [
    "It paints cell by cell in the order of rows, and wherever its window moves it computes the whole window anew.",
    "It has no moods, cannot be told to follow the layout more closely, and repaints no part of a picture.",
    "It was trained on labels of COCO-Stuff: each class of the page stands for one of them, and “any” for trees.",
    "The import is tested with random weights of this architecture; with its authors' weights nobody has tried it yet.",
]
TINY = {
    "summary": "Random weights in the shape of a checkpoint of taming-transformers, for tests: it paints coloured noise.",
    "trainedOn": "Nothing: the weights are drawn from a seed.",
    "licence": "The project's own.",
    "measured": [],
    "limits": ["Its pictures mean nothing."],
}


def about_import(config: SlidingConfig, source: str) -> dict:
    return {
        "summary": SUMMARY.format(source=source, layers=config.layers, width=config.width),
        "trainedOn": TRAINED_ON,
        "licence": LICENCE,
        "measured": [],
        "limits": LIMITS,
    }
