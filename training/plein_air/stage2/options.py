"""What a run of stage 2 is told."""

from dataclasses import dataclass
from pathlib import Path

from plein_air.training.options import TrainingOptions, option


@dataclass(frozen=True, kw_only=True)
class TransformerOptions(TrainingOptions):
    vqgan: Path | None = option(None, "folder of vqgan.safetensors: encoder and codebook of the tokens", fixed=False)
    from_bundle: Path | None = option(None, "a bundle: its encoder and codebook, and its transformer to begin with", fixed=False)
    transformer: Path | None = option(None, "transformer.safetensors of another run, to begin with; else the bundle's", fixed=False)
    fresh: bool = option(False, "with --from-bundle: its encoder and codebook alone, the transformer from nothing")
    more: Path | None = option(
        None, "folder of further folders that plein_air.prepare wrote; what is measured is of --data alone", fixed=False
    )
    distil: Path | None = option(
        None, "a bundle, the teacher: its guided distribution is learnt, so that guidance takes one pass", fixed=False
    )
    photograph_weight: float = option(
        1.0,
        "with --distil: weight of the tokens of the photographs, where guidance is 1, beside the teacher's distributions; their "
        "gradients are the noisier ones",
        fixed=False,
        least=0,
    )
    right: int | None = option(
        None, "columns to the right that a position sees of the rows above; left out: as the bundle, 3 from nothing", least=1
    )
    lattice: int = option(16, "cells along a side of an example, a multiple of 4; a quarter of them is wider", least=8)
    keep: float = option(
        0.95, "share of the tokens seen as they are; the others are random, so that mistakes are got over", least=0
    )
    layers: int = option(8, "of a transformer from nothing", least=1)
    width: int = option(384, "of a transformer from nothing: numbers a position, a multiple of 64", least=64)
    held_out: int = option(500, "held-out squares that are measured at each checkpoint", fixed=False, least=1)
    sheet_rows: int = option(4, "held-out layouts that are painted for a sample sheet", fixed=False, least=1)

    def few(self) -> dict:
        return super().few() | {"batch": 4, "sheet_rows": 1}
