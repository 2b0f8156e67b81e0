"""What the trainer of the decoder is told."""

from dataclasses import dataclass
from pathlib import Path

from plein_air.training.options import TrainingOptions, option


@dataclass(frozen=True, kw_only=True)
class DecoderOptions(TrainingOptions):
    from_bundle: Path | None = option(
        None, "bundle whose encoder and codebook are kept, and whose decoder it grows out of", fixed=False
    )
    vqgan: Path | None = option(None, "or the folder of a vqgan.safetensors, whose core decoder it grows out of", fixed=False)
    decoder: Path | None = option(None, "decoder.safetensors that it grows out of instead", fixed=False)
    teacher: Path | None = option(None, "folder of the teacher's pictures; those that are missing are made first", fixed=False)
    pictures: int = option(2000, "how many of them there shall be; 0: those that are there", fixed=False, least=0)
    sampled: float = option(0.1, "share of them that is made of tokens that a transformer samples", fixed=False, least=0)
    transformer: Path | None = option(None, "transformer.safetensors that samples them, instead of the bundle's", fixed=False)
    only_pictures: bool = option(False, "make the teacher's pictures, and end", fixed=False)
    distil: Path | None = option(
        None, "bundle whose decoder's pictures are the targets, instead of the teacher's: for a decoder that shall cost less"
    )
    photographs: Path | None = option(
        None,
        "folder or zip file of photographs of 448 pixels or more: what the critics take for real; without --teacher the targets",
    )
    photograph_share: float = option(
        0.5, "of what the critics take for real that is photographs, beside the teacher's pictures", least=0
    )
    steps: int = option(5000, "the run ends after so many steps, those before it was resumed included", fixed=False, least=1)
    batch: int = option(2, "pictures a step, over all workers", least=1)
    rate: float = option(6e-4, "learning rate after the warm-up, of layers that are new", least=0)
    average: float = option(0.998, "decay of the averaged weights, which are those that are evaluated and exported", least=0)
    eighth: int = option(48, "channels at an eighth of a cell", least=4)
    eighth_blocks: int = option(4, "blocks there", least=0)
    sixteenth: int = option(16, "channels at a sixteenth of a cell", least=1)
    kernel: int = option(
        1, "of the convolution to an eighth of a cell: 1, or 3, which sees more, costs more and needs a larger halo", least=1
    )
    feature_weight: float = option(0.1, "weight of the feature distance beside L1", least=0)
    spectrum_weight: float = option(1.0, "weight of the distance of local spectra", least=0)
    critic_weight: float = option(0.25, "how far the critics pull, against all other losses; 0: there are none", least=0)
    critics_from: int = option(1000, "step at which they begin to pull", least=0)
    critics_ramp: int = option(500, "steps in which their pull rises", least=1)
    held_out: int = option(16, "held-out pictures that are measured at each checkpoint", fixed=False, least=1)

    def few(self) -> dict:
        critics = {"critics_from": 2, "critics_ramp": 2, "held_out": 1}
        return super().few() | critics | {"pictures": min(4, self.pictures), "sampled": 0.3}
