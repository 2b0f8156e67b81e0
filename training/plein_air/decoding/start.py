"""What a training of the decoder begins with: encoder and codebook, which stay, and a decoder that it grows out of."""

from dataclasses import dataclass, replace

import torch

from plein_air.bundles.bundle_files import read_manifest
from plein_air.bundles.model_card import steps_of
from plein_air.bundles.read_back import read_weights_back
from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.teacher import Sample
from plein_air.models.checkpoints import (
    codebook_id,
    codebook_of,
    load_core_decoder,
    load_decoder,
    load_transformer,
    load_vqgan,
    steps_beside,
)
from plein_air.models.decoder import Decoder, DecoderConfig
from plein_air.models.generate import sample_layouts
from plein_air.models.grow_decoder import grow
from plein_air.models.sampling import torch_step
from plein_air.models.tiny import DECODER as TINY
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.vqgan import CoreDecoder, Encoder
from plein_air.stage1.initialize import initialize


@dataclass(frozen=True)
class Start:
    encoder: Encoder
    codebook: torch.Tensor
    old: CoreDecoder | Decoder  # what it grows out of
    transformer: LatticeTransformer | None
    steps: int  # that the old decoder was trained as one of this kind


def start(options: DecoderOptions) -> Start:
    """Raises ValueError if it is not said what to begin with, or twice, or parts are for other codebooks."""
    if (options.from_bundle is None) == (options.vqgan is None):
        raise ValueError("which encoder and codebook? Either --from-bundle BUNDLE or --vqgan FOLDER")
    if options.from_bundle:
        models = read_weights_back(options.from_bundle)
        encoder, codebook, old, transformer = models.encoder, models.codebook, models.decoder, models.transformer
        steps = steps_of(read_manifest(options.from_bundle), "decoder")
    else:
        (encoder, codebook), old = load_vqgan(options.vqgan), load_core_decoder(options.vqgan)
        transformer, steps = None, 0
    for weights in filter(None, (options.decoder, options.transformer)):
        if codebook_of(weights) != codebook_id(codebook):
            raise ValueError(f"{weights} was trained for another codebook: its tokens mean other pictures")
    if options.decoder:
        old, steps = load_decoder(options.decoder), steps_beside(options.decoder)
    if options.transformer:
        transformer = load_transformer(options.transformer)
    return Start(encoder, codebook, old, transformer, steps)


def sizes(options: DecoderOptions, old: CoreDecoder | Decoder) -> DecoderConfig:
    """Of the new decoder. Raises ValueError if its kernel is none."""
    if options.kernel not in (1, 3):
        raise ValueError(f"--kernel {options.kernel} is neither 3 nor 1")
    if options.smoke:
        return TINY
    if isinstance(old, Decoder):
        before, channels, blocks = old.config, old.config.channels, old.config.blocks
    else:
        before, channels = DecoderConfig(code_dimension=old.config.code_dimension), old.config.decoder_channels
        at_cell, at_half, at_quarter = old.config.decoder_blocks
        blocks = (at_cell, at_half, at_quarter + 1)
    return replace(
        before,
        channels=(*channels[:3], options.eighth, options.sixteenth),
        blocks=(*blocks[:3], options.eighth_blocks, before.blocks[4]),
        shuffle_kernel=options.kernel,
    )


def grown(options: DecoderOptions, old: CoreDecoder | Decoder) -> tuple[Decoder, set[str]]:
    """-> the decoder to train, and the names of its parameters that are new or cut"""
    decoder = Decoder(sizes(options, old))
    initialize(decoder)
    grow(decoder, old)
    if isinstance(old, Decoder) and old.config == decoder.config:
        return decoder, set()
    kept = (
        old.state_dict()
        if isinstance(old, Decoder)
        else {f"coarse.{name.removeprefix('net.')}": t for name, t in old.state_dict().items()}
    )
    return decoder, {name for name, tensor in decoder.named_parameters() if name not in kept or not torch.equal(tensor, kept[name])}


def sampling(options: DecoderOptions, begin: Start) -> Sample | None:
    """Raises ValueError if tokens are to be sampled, and nothing samples them."""
    if not options.sampled:
        return None
    if begin.transformer is None:
        raise ValueError("which transformer samples tokens? --transformer FILE, or --sampled 0 for those of photographs alone")
    transformer, step = begin.transformer, torch_step(begin.transformer)
    return lambda layout, seed: sample_layouts(transformer, step, layout[None], seed)[0]
