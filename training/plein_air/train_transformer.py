"""Trains stage 2: the lattice transformer and its context network, on tokens of the photographs.

python -m plein_air.train_transformer --data WORK --out RUN --from-bundle ../public/models/landscapes
python -m plein_air.train_transformer --data WORK --out RUN --vqgan VQGAN_RUN
torchrun --nproc-per-node 8 -m plein_air.train_transformer --data WORK --out RUN --vqgan VQGAN_RUN --batch 256

WORK is what plein_air.prepare wrote; it is encoded to tokens at the first start. A bundle gives its encoder and codebook, and its
transformer to go on with (with --fresh one from nothing): what it knows is kept, the state of the optimisers is not.
That of another run (--transformer) may take its place, so that a run can go on with another rate, a cooldown or other options.
The folder of the run gets transformer.safetensors, averaged weights, as plein_air.export reads it.
"""

from plein_air.stage2.options import TransformerOptions
from plein_air.stage2.trainer import TransformerTrainer
from plein_air.training.loop import run_trainer
from plein_air.training.options import few_steps, parse


def main(arguments: list[str] | None = None) -> int:
    """-> how many steps were made in all"""
    return run_trainer(TransformerTrainer, few_steps(parse(TransformerOptions, __doc__, arguments)))


if __name__ == "__main__":
    main()
