"""What a run of stage 2 begins with: its networks, its teacher and its photographs."""

from dataclasses import dataclass, replace

import torch

from plein_air.bundles.bundle_files import read_manifest
from plein_air.bundles.model_card import steps_of
from plein_air.bundles.read_back import read_weights_back
from plein_air.data.dataset import INDEX, Dataset, open_dataset
from plein_air.data.moods import Moods, check_moods
from plein_air.models.checkpoints import load_core_decoder, load_transformer, load_vqgan, steps_beside
from plein_air.models.decoder import Decoder
from plein_air.models.tiny import TRANSFORMER as TINY
from plein_air.models.transformer import LatticeTransformer, TransformerConfig
from plein_air.models.vqgan import CoreDecoder, Encoder
from plein_air.models.window import Window
from plein_air.models.zooms import THIRD
from plein_air.stage2.encoded import open_encoded
from plein_air.stage2.examples import Pool
from plein_air.stage2.grow import grown
from plein_air.stage2.initialize import initialize
from plein_air.stage2.options import TransformerOptions
from plein_air.stage2.teacher import Teacher
from plein_air.training.workers import Workers

WINDOW = Window(rows=8, left=8, right=3)  # of a transformer from nothing


@dataclass(frozen=True)
class Start:
    """What a run begins with."""

    encoder: Encoder
    codebook: torch.Tensor
    decoder: CoreDecoder | Decoder  # for sample sheets
    transformer: LatticeTransformer
    fresh: bool  # whether the transformer is random
    steps: int  # that it was trained before, as far as that is known


def sizes(options: TransformerOptions, codes: int, moods: int) -> TransformerConfig:
    """Of a transformer from nothing. Heads have 64 numbers, three of them share keys; the rest grows with the width."""
    if options.smoke:
        return inputs(replace(TINY, codes=codes, moods=moods), options)
    if options.width % 64:
        raise ValueError(f"--width {options.width} is no multiple of 64, the numbers of an attention head")
    heads = options.width // 64
    kv_heads = next(count for count in (heads // 3, heads // 2, heads) if count and heads % count == 0)
    mlp = 64 * round(8 * options.width / 3 / 64)
    config = TransformerConfig(codes, 16, options.layers, options.width, heads, kv_heads, mlp, options.width // 2, moods=moods)
    return inputs(replace(config, window=WINDOW), options)


def inputs(config: TransformerConfig, options: TransformerOptions) -> TransformerConfig:
    """With the window that is asked for, and what a training teaches: the zooms, and the strength of guidance if there is a
    teacher."""
    window = config.window if options.right is None else config.window._replace(right=options.right)
    return replace(config, window=window, distilled=options.distil is not None, zooms=THIRD)


def start(options: TransformerOptions, moods: Moods) -> Start:
    """moods: of the photographs. Raises ValueError if it is not said what to begin with, or it does not fit."""
    if (options.from_bundle is None) == (options.vqgan is None):
        raise ValueError("which encoder and codebook? Either --from-bundle BUNDLE or --vqgan FOLDER")
    if options.fresh and options.transformer:
        raise ValueError("begin with --transformer, or --fresh from nothing; not both")
    trained, steps, count = None, 0, len(moods.centres) + 1
    if options.from_bundle:
        models = read_weights_back(options.from_bundle)
        encoder, codebook, decoder = models.encoder, models.codebook, models.decoder
        if not options.fresh:
            manifest = read_manifest(options.from_bundle)
            trained, steps = models.transformer, steps_of(manifest, "transformer")
            if "moodSpace" in manifest:
                check_moods(options.from_bundle, moods)
    else:
        (encoder, codebook), decoder = load_vqgan(options.vqgan), load_core_decoder(options.vqgan)
    if options.transformer:
        trained, steps = load_transformer(options.transformer), steps_beside(options.transformer)
        if not torch.equal(trained.codebook.half(), codebook.half()):  # it is stored in float16 there
            raise ValueError(f"{options.transformer} was trained on another codebook: its tokens mean other pictures")
    if trained is None:
        transformer = LatticeTransformer(sizes(options, len(codebook), count))
        initialize(transformer, codebook)
        return Start(encoder, codebook, decoder, transformer, True, 0)
    if trained.config.moods != count:
        raise ValueError(
            f"the transformer knows {trained.config.moods - 1} moods and the data {count - 1}: prepare the photographs with "
            "--moods-of its bundle"
        )
    trained = grown(trained, inputs(trained.config, options))
    trained.codebook.copy_(codebook)
    return Start(encoder, codebook, decoder, trained.train().requires_grad_(True), False, steps)


def teacher_of(options: TransformerOptions, codebook: torch.Tensor, device: torch.device) -> Teacher | None:
    """Raises ValueError if it was trained on another codebook."""
    if options.distil is None:
        return None
    models = read_weights_back(options.distil)
    if not torch.equal(models.codebook, codebook):
        raise ValueError(f"{options.distil} has another codebook: it cannot teach what these tokens mean")
    return Teacher(models.transformer.to(device))


def datasets_of(options: TransformerOptions) -> list[Dataset]:
    """That of --data, then those of --more by name. Raises ValueError if they do not fit together."""
    first = open_dataset(options.data)
    if options.more is None:
        return [first]
    folders = sorted(path.parent for path in options.more.glob(f"*/{INDEX}"))
    if not folders:
        raise ValueError(f"{options.more} has no folders that plein_air.prepare wrote")
    others = [open_dataset(folder) for folder in folders]
    for other in others:
        if other.side != first.side or not other.moods.like(first.moods):
            raise ValueError(f"{other.folder} has squares of another size or other moods than {first.folder}: prepare it as that")
    return [first, *others]


def pool_of(dataset: Dataset, wide: bool, begin: Start, workers: Workers) -> Pool:
    """Of its squares, or of its wide pictures."""
    encoded = open_encoded(dataset, wide, begin.encoder, begin.codebook, workers)
    moods = dataset.wide_moods if wide else dataset.moods.ids
    return Pool(encoded, encoded.pictures.train, moods, encoded.pictures.zooms)
