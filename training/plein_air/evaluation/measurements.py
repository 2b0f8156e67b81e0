"""Everything that is measured of a bundle, and the pictures that it is measured on."""

from dataclasses import dataclass

import numpy as np
import onnx
import torch

from plein_air.bundles.read_back import models_of
from plein_air.bundles.swatches import to_bytes
from plein_air.data.dataset import Dataset
from plein_air.data.photographs import CORE_CELL, LATTICE, LAYOUT_CELL, HeldOut, held_out_of, middle
from plein_air.evaluation.copies import in_common
from plein_air.evaluation.frechet import frechet_distance, pooled_features
from plein_air.evaluation.layout_accuracy import by_cell, layout_accuracy
from plein_air.evaluation.measure import encode, held_out_nats
from plein_air.evaluation.teacher_distance import teacher_distance
from plein_air.models.generate import decode_small, sample_layouts
from plein_air.models.segment import segment_photographs
from plein_air.models.sessions import Graph
from plein_air.models.transformer import LatticeTransformer
from plein_air.pretrained.squeezenet import SqueezeNet, squeezenet
from plein_air.stage1.crops import to_rgb
from plein_air.stage1.quality import quality
from plein_air.stage1.quantizer import perplexity
from plein_air.stage2.encoded import open_tokens

PIXELS = CORE_CELL * LATTICE  # along a side of what sets are compared by


@dataclass(frozen=True)
class Pictures:
    """The same places, four times."""

    layouts: np.ndarray  # class ids [N, 64, 64]
    sets: dict[str, np.ndarray]  # generated, reconstructions, photographs: RGB uint8 [N, 128, 128, 3] each


@dataclass(frozen=True)
class Measurements:
    count: int  # held-out photographs
    nats: dict[str, float]  # a token, by what is given
    from_teacher: float | None  # nats a token, under the page's guidance; None without a teacher
    reconstruction: dict[str, float]  # of `quality`
    codes: int  # of the codebook that the photographs use
    perplexity: float
    frechet: dict[str, float]  # from the held-out photographs, by the set; empty if there is only one photograph
    accuracy: dict[str, float]  # of the layout, by the set; empty without a segmenter
    in_common: dict[str, tuple[float, float]]  # with what was trained on, by the set; empty if that was not encoded
    pictures: Pictures


def measure(
    graphs: dict[str, onnx.ModelProto],
    segmenter: Graph | None,
    dataset: Dataset,
    count: int | None,
    teacher: LatticeTransformer | None = None,
) -> Measurements:
    """count: only the first held-out photographs; None: all of them. teacher: whose guidance the transformer was taught."""
    photos = held_out_of(dataset, count)
    count = len(photos.photographs)
    models, network = models_of(graphs, dataset.moods.swatches), squeezenet()
    tokens = encode(Graph(graphs["encoder"]), photos.photographs)  # [N, 18, 18]
    nats = held_out_nats(graphs["context"], graphs["step"], tokens, photos)
    decoded = decode_small(models.decoder, models.codebook, tokens)
    sampled = sample_layouts(models.transformer, Graph(graphs["step"]), photos.layouts)
    encoded = open_tokens(dataset, models.codebook)
    pictures = side_by_side(photos, decoded, decode_small(models.decoder, models.codebook, sampled))
    return Measurements(
        count=count,
        nats=nats,
        from_teacher=teacher_distance(models.transformer, teacher, tokens, photos) if teacher else None,
        reconstruction=quality(network, decoded, to_rgb(photos.photographs)),
        codes=len(np.unique(tokens)),
        perplexity=perplexity(torch.from_numpy(tokens.astype(np.int64)), len(models.codebook)),
        frechet=frechet_distances(network, pictures, others(dataset, count)) if count > 1 else {},
        accuracy=accuracies(segmenter, pictures) if segmenter else {},
        in_common=copies(sampled, tokens, encoded[dataset.squares.train]) if encoded is not None else {},
        pictures=pictures,
    )


def side_by_side(photos: HeldOut, reconstructions: torch.Tensor, generated: torch.Tensor) -> Pictures:
    """reconstructions: RGB [N, 3, 144, 144]; generated: RGB [N, 3, 128, 128]."""
    reconstructed, painted = (to_bytes(rgb.permute(0, 2, 3, 1).numpy()) for rgb in (reconstructions, generated))
    seen = {"generated": painted, "reconstructions": reconstructed, "photographs": photos.photographs}
    return Pictures(photos.layouts, {name: middle(rgb, PIXELS) for name, rgb in seen.items()})


def others(dataset: Dataset, count: int) -> np.ndarray:
    """As many photographs of those that are trained on, spread evenly: how near a set of real ones comes."""
    train = dataset.squares.train
    return middle(dataset.squares.photographs[train[np.linspace(0, len(train) - 1, count).astype(np.int64)]], PIXELS)


def frechet_distances(network: SqueezeNet, pictures: Pictures, others: np.ndarray) -> dict[str, float]:
    """From the held-out photographs."""
    sets = pictures.sets | {"other photographs": others}
    features = {name: pooled_features(network, to_rgb(rgb)) for name, rgb in sets.items()}
    held_out = features.pop("photographs")
    return {name: frechet_distance(found, held_out) for name, found in features.items()}


def copies(generated: np.ndarray, photographs: np.ndarray, encoded: np.ndarray) -> dict[str, tuple[float, float]]:
    """generated [N, 16, 16]; photographs [N, 18, 18], held out; encoded [M, variants, 18, 18], trained on."""
    return {"generated": in_common(generated, encoded), "photographs": in_common(middle(photographs, LATTICE), encoded)}


def accuracies(segmenter: Graph, pictures: Pictures) -> dict[str, float]:
    """The segmenter against the painted layout. It made the layouts of most photographs itself, of larger pieces: what it has of
    the photographs is what it cannot be expected to surpass."""
    painted = by_cell(pictures.layouts, LAYOUT_CELL)
    if not painted.any():  # of few held-out photographs it may be that nothing is known
        return {}
    found = {name: by_cell(segment_photographs(rgb, segmenter), CORE_CELL) for name, rgb in pictures.sets.items()}
    return {name: layout_accuracy(cells, painted) for name, cells in found.items()}
