"""Measures a bundle's graphs on held-out photographs, and what storing weights in 8 bits costs.

The transformer is measured with the models read back from the graphs, every position at once; pictures with the graphs.
"""

from collections.abc import Callable

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from tqdm import tqdm

from plein_air.bundles.export_graphs import DECODER_GRAPHS, TRANSFORMER_GRAPHS, stored
from plein_air.bundles.model_card import Measured
from plein_air.bundles.quantize_weights import Storage
from plein_air.bundles.read_back import transformer_of
from plein_air.data.photographs import CORE_CELL, LATTICE, SIDE, HeldOut, middle
from plein_air.models.context import ANY
from plein_air.models.sessions import Graph, decode
from plein_air.models.vqgan import CELL_PIXELS
from plein_air.models.zooms import zoom_of

Graphs = dict[str, onnx.ModelProto]

WORST_NATS = 0.01  # a token; a transformer's graph that loses more in 8 bits is stored in 16
WORST_DECIBELS = 0.2  # the same for the graphs of pictures
BATCH = 27
CONDITIONS = ("layout", "layout and mood", "nothing")


def encode(encoder: Graph, photographs: np.ndarray) -> np.ndarray:
    """uint8 [N, 144, 144, 3] -> tokens [N, 18, 18]. The graph halves pictures first, so they are doubled."""
    doubled = photographs.repeat(CELL_PIXELS // CORE_CELL, 1).repeat(CELL_PIXELS // CORE_CELL, 2)
    rgb = doubled.transpose(0, 3, 1, 2).astype(np.float32) / 127.5 - 1
    return np.concatenate([encoder(rgb=picture[None])[0] for picture in tqdm(rgb, "encode", leave=False)])


def picture_quality(graphs: Graphs, tokens: np.ndarray, photographs: np.ndarray) -> tuple[float, float]:
    """tokens [N, 18, 18], photographs uint8 [N, 144, 144, 3]: decoded, made as small and compared. -> mean absolute difference of
    RGB in [-1, 1]; peak signal to noise ratio in dB, mean over photographs"""
    features, upsampler = (Graph(graphs[name]) for name in DECODER_GRAPHS)
    differences, decibels = [], []
    for lattice, photograph in zip(tqdm(tokens, "decode", leave=False), photographs, strict=True):
        rgb = decode(features, upsampler, lattice)
        step = rgb.shape[1] // SIDE
        rgb = rgb.reshape(3, SIDE, step, SIDE, step).mean((2, 4)).clip(-1, 1)
        difference = rgb.transpose(1, 2, 0) - (photograph / 127.5 - 1)
        differences.append(np.abs(difference).mean())
        decibels.append(10 * np.log10(4 / (difference**2).mean()))  # the peak is 2
    return float(np.mean(differences)), float(np.mean(decibels))


@torch.no_grad()
def held_out_nats(context: onnx.ModelProto, step: onnx.ModelProto, tokens: np.ndarray, photos: HeldOut) -> dict[str, float]:
    """Cross entropy in nats a token, by what is given. tokens: [N, 18, 18], of which the middle 16 x 16 count."""
    model = transformer_of(context, step)
    tokens = torch.from_numpy(middle(tokens, LATTICE).astype(np.int64))
    layouts = torch.from_numpy(photos.layouts.astype(np.int64))
    known = torch.full_like(tokens, -1)
    moods = torch.from_numpy(photos.moods)
    zoom = torch.full_like(moods, zoom_of(LATTICE))
    nats = {}
    for condition in tqdm(CONDITIONS, "transformer", leave=False):
        layout = torch.full_like(layouts, ANY) if condition == "nothing" else layouts
        mood = moods if condition == "layout and mood" else torch.zeros_like(moods)
        losses = []
        for batch in torch.arange(len(tokens)).split(BATCH):
            logits = model(tokens[batch], layout[batch], known[batch], mood[batch], zoom=zoom[batch])
            losses.append(F.cross_entropy(logits.flatten(0, 1), tokens[batch].flatten(), reduction="none"))
        nats[condition] = float(torch.cat(losses).mean())
    return nats


def narrowed(graph: onnx.ModelProto, name: str, loss: float, worst: float, unit: str) -> onnx.ModelProto:
    """The graph in 8 bits if they cost no more than `worst`, else in 16."""
    storage: Storage = "int8" if loss <= worst else "float16"
    print(f"{name}: 8 bits cost {loss:.4f} {unit}, {worst} are allowed: {storage}")
    return stored(graph, storage)


def narrow_each(
    graphs: Graphs, names: tuple[str, ...], cost: Callable[[Graphs], float], worst: float, unit: str
) -> tuple[Graphs, dict[str, float]]:
    """cost: of the graphs, of which one is in 8 bits. -> the graphs of these names as they are to be stored, and what 8 bits cost
    each"""
    costs = {name: cost(graphs | {name: stored(graphs[name], "int8")}) for name in names}
    return {name: narrowed(graphs[name], name, costs[name], worst, unit) for name in names}, costs


def store_transformer(graphs: Graphs, tokens: np.ndarray, photos: HeldOut) -> tuple[Graphs, Measured]:
    """Decides how `context` and `step` are stored. tokens: of the photographs, [N, 18, 18]."""
    nats_of = lambda chosen: held_out_nats(chosen["context"], chosen["step"], tokens, photos)  # noqa: E731
    exact = nats_of(graphs)

    def cost(chosen: Graphs) -> float:
        nats = nats_of(chosen)
        return max(nats[condition] - exact[condition] for condition in CONDITIONS)

    chosen, costs = narrow_each(graphs, TRANSFORMER_GRAPHS, cost, WORST_NATS, "nats a token")
    nats = nats_of(chosen)
    measured = [(f"Transformer, held-out nats a token, with {given}", f"{nats[given]:.3f}") for given in CONDITIONS]
    said = ", ".join(f"{name} {loss:+.4f}" for name, loss in costs.items())
    return chosen, [*measured, ("Transformer, cost of 8-bit weights, nats a token", said)]


def store_encoder(graphs: Graphs, tokens: np.ndarray, photos: HeldOut) -> tuple[Graphs, Measured]:
    """Decides how `encoder` is stored. graphs: it and the decoder's two, in float32; tokens: what it gives in float32."""
    narrow_tokens = encode(Graph(stored(graphs["encoder"], "int8")), photos.photographs)
    (_, exact), (_, narrow) = (picture_quality(graphs, given, photos.photographs) for given in (tokens, narrow_tokens))
    loss, changed = exact - narrow, f"{(narrow_tokens != tokens).mean():.2%}"
    measured = [("Encoder, cost of 8-bit weights", f"{changed} of the tokens change, {-loss:+.3f} dB")]
    return {"encoder": narrowed(graphs["encoder"], "encoder", loss, WORST_DECIBELS, "dB")}, measured


def store_decoder(graphs: Graphs, tokens: np.ndarray, photos: HeldOut) -> tuple[Graphs, Measured]:
    """Decides how `features` and `upsampler` are stored. tokens: of the photographs, by the encoder as it is stored."""
    _, exact = picture_quality(graphs, tokens, photos.photographs)
    cost = lambda chosen: exact - picture_quality(chosen, tokens, photos.photographs)[1]  # noqa: E731
    chosen, costs = narrow_each(graphs, DECODER_GRAPHS, cost, WORST_DECIBELS, "dB")
    l1, decibels = picture_quality(chosen, tokens, photos.photographs)
    return chosen, [
        ("Picture, reconstruction, mean absolute difference of RGB in [-1, 1]", f"{l1:.3f}"),
        ("Picture, reconstruction, peak signal to noise ratio", f"{decibels:.2f} dB"),
        ("Picture, cost of 8-bit weights, dB", ", ".join(f"{name} {-loss:+.3f}" for name, loss in costs.items())),
    ]
