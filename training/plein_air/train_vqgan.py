"""Trains stage 1: encoder, codebook and core decoder, at 8 pixels a cell.

python -m plein_air.train_vqgan --data WORK --out RUN
torchrun --nproc-per-node 4 -m plein_air.train_vqgan --data WORK --out RUN --batch 64

WORK is what plein_air.prepare wrote. The folder of the run gets vqgan.safetensors, averaged weights, as plein_air.train_decoder and
plein_air.export read it. A new codebook gives every token a new meaning: transformers and links of another one do not fit it.
"""

from plein_air.stage1.trainer import VqganOptions, VqganTrainer
from plein_air.training.loop import run_trainer
from plein_air.training.options import few_steps, parse


def main(arguments: list[str] | None = None) -> int:
    """-> how many steps were made in all"""
    return run_trainer(VqganTrainer, few_steps(parse(VqganOptions, __doc__, arguments)))


if __name__ == "__main__":
    main()
