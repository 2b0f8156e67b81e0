"""Reads a bundle's graphs back into the models they were made of, with the weights as stored.

What was merged stays merged: a neighbour's embedding is in its free part alone, the other part is zero, and so is the head's.
The models give what the graphs give, and can be trained further.
"""

import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F

from plein_air.bundles.bundle_files import read_graph, read_manifest
from plein_air.bundles.export_graphs import CONFIG, GRAPHS
from plein_air.bundles.graphs import together
from plein_air.bundles.quantize_weights import stored_weights
from plein_air.models.checkpoints import Models, part
from plein_air.models.decoder import Decoder, DecoderConfig
from plein_air.models.transformer import LatticeTransformer, TransformerConfig
from plein_air.models.vqgan import Encoder, VqganConfig

Tensors = dict[str, torch.Tensor]

# Encoders that were exported beside a decoder of 16 pixels a cell note the sizes of its detail head, too.
FORMER_SIZES = ("detail_channels", "detail_blocks")


def read_graphs(folder: Path) -> dict[str, onnx.ModelProto]:
    """Raises ValueError if it is no bundle of a VQGAN and a lattice transformer."""
    manifest = read_manifest(folder)
    if manifest.get("kind", "lattice") != "lattice":
        raise ValueError(f"the bundle in {folder} is of kind {manifest['kind']}, and this needs one of this package's own networks")
    files = manifest["graphs"] | {name: manifest["decoder"][name] for name in ("features", "upsampler")}
    return {name: read_graph(folder, files[name]) for name in GRAPHS}


def read_segmenter(folder: Path) -> onnx.ModelProto:
    """Raises ValueError if the bundle has none: it is optional."""
    entry = read_manifest(folder)["graphs"].get("segmenter")
    if entry is None:
        raise ValueError(f"the bundle in {folder} has no segmenter")
    return read_graph(folder, entry)


def config_of(graph: onnx.ModelProto) -> dict:
    """The sizes of the graph's model. Lists are tuples again."""
    noted = {entry.key: entry.value for entry in graph.metadata_props}
    fields = json.loads(noted[CONFIG])
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def float_weights(graph: onnx.ModelProto) -> Tensors:
    weights = stored_weights(graph)
    return {name: torch.from_numpy(np.array(value)) for name, value in weights.items() if value.dtype == np.float32}


def transformer_of(context: onnx.ModelProto, step: onnx.ModelProto) -> LatticeTransformer:
    config = TransformerConfig(**config_of(step))
    weights = float_weights(step)
    state = {name: weight for name, weight in float_weights(context).items() if name.startswith("context.")}
    for n, name in enumerate(("left_table", "up_table", "up_right_table")):
        state[f"emb.{n}.weight"] = weights[name]
        state[f"emb_code.{n}.weight"] = torch.zeros(config.width, config.code_dimension)
    for n in range(config.layers):
        state |= {f"layers.{n}.{name}": tensor for name, tensor in layer_of(weights, n, config).items()}
    state["gf"] = weights["final_norm"]
    state["head.weight"], state["head.bias"] = weights["head"].t(), weights["head_bias"]
    state["head_code.weight"] = torch.zeros(config.code_dimension, config.width)
    state["codebook"] = torch.zeros(config.codes, config.code_dimension)
    transformer = LatticeTransformer(config)
    if config.distilled:  # the exporter leaves out a bias of zeros, which is what a strength begins with
        state.setdefault("context.strength.2.bias", torch.zeros(config.context))
    transformer.load_state_dict(state)
    return transformer.eval().requires_grad_(False)


def layer_of(weights: Tensors, n: int, config: TransformerConfig) -> Tensors:
    weight = part(weights, f"layers.{n}.")
    queries, keys_values = weight["qkv"].t().split([config.width, 2 * config.kv_width])
    gate, up = weight["gate_up"].t().split(config.mlp)
    scales = weights["cosine_scales"][n]  # [heads + kv_heads, head_width]
    return {
        "q.weight": together(queries, config),
        "kv.weight": keys_values,
        "o.weight": together(weight["o"], config).t(),
        "gate.weight": gate,
        "up.weight": up,
        "down.weight": weight["down"].t(),
        "g1": weight["attention_norm"],
        "g2": weight["feed_forward_norm"],
        "qs": scales[0] * config.head_width**0.5,
        "ks": scales[-1],
    }


def decoder_of(features: onnx.ModelProto, upsampler: onnx.ModelProto) -> tuple[Decoder, torch.Tensor]:
    """-> decoder, codebook. Raises ValueError if it is a decoder of before, which this code has no network for."""
    config = config_of(upsampler)  # `features` may be older: only its own layers have to be the same
    if not config.keys() <= {field.name for field in fields(DecoderConfig)}:
        raise ValueError("the bundle's decoder is of an older kind: give it a new one with plein_air.export --decoder")
    decoder = Decoder(DecoderConfig(**config))
    weights = float_weights(features) | float_weights(upsampler)
    decoder.load_state_dict(part(weights, "decoder."))
    return decoder.eval().requires_grad_(False), weights["codebook"]


def encoder_of(graph: onnx.ModelProto) -> Encoder:
    weights = float_weights(graph)
    config = {name: value for name, value in config_of(graph).items() if name not in FORMER_SIZES}
    encoder = Encoder(VqganConfig(**config))
    state = {f"net.{name}": tensor for name, tensor in part(weights, "rest.").items()}
    state["net.1.weight"] = F.pixel_unshuffle(weights["first.weight"], 2)
    state["net.1.bias"] = weights["first.bias"]
    encoder.load_state_dict(state)
    return encoder.eval().requires_grad_(False)


def models_of(graphs: dict[str, onnx.ModelProto], mood_swatches: np.ndarray) -> Models:
    decoder, codebook = decoder_of(graphs["features"], graphs["upsampler"])
    return Models(
        encoder=encoder_of(graphs["encoder"]),
        codebook=codebook,
        decoder=decoder,
        transformer=transformer_of(graphs["context"], graphs["step"]),
        mood_swatches=mood_swatches,
    )


def read_weights_back(folder: Path) -> Models:
    """The models of a bundle. Raises RuntimeError if a graph lacks a weight of its model, or has one more."""
    manifest = read_manifest(folder)
    swatches = [[tuple(bytes.fromhex(color[1:])) for color in mood["swatches"]] for mood in manifest["moods"]]
    return models_of(read_graphs(folder), np.array(swatches, np.uint8))
