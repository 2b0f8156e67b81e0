"""The page's classes as labels of COCO-Stuff, in the numbering of S-FLCKR: ids of COCO-Stuff less one, 0 .. 181.

S-FLCKR's layouts were made by a DeepLabV2 for COCO-Stuff 164k, whose 182 outputs have this order (`scripts/extract_segmentation.py`
and `taming/data/sflckr.py` of CompVis/taming-transformers). The page reads and writes the same numbers
(`src/core/conventions/cocoStuff.ts`). Of the labels that the page takes for a class, its label here is the one most usual in
landscapes.
"""

from plein_air.models.names import CLASSES

# class id: (label, its name in COCO-Stuff)
LABEL_OF_CLASS = {
    1: (156, "sky-other"),
    2: (105, "clouds"),
    3: (134, "mountain"),
    4: (158, "snow"),
    5: (149, "rock"),
    6: (168, "tree"),
    7: (123, "grass"),
    8: (96, "bush"),
    9: (154, "sea"),
    10: (153, "sand"),
    11: (110, "dirt"),
    12: (168, "tree"),  # any: the model has no such label, and trees are what fits most places
}


def label_table() -> list[int]:
    """The label of each class id, 0 .. 12; 0, which no layout of the page has, is as any."""
    ids = [0, *(id_ for id_, _, _ in CLASSES)]
    return [LABEL_OF_CLASS[id_ or 12][0] for id_ in ids]
