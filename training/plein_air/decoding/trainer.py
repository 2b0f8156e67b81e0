"""The trainer of the decoder, as plein_air.training.loop wants it."""

from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.bundles.read_back import read_weights_back
from plein_air.bundles.swatches import to_bytes
from plein_air.data.dataset import open_dataset
from plein_air.decoding.critics import PENALIZED_EVERY, Critics
from plein_air.decoding.examples import DistilledPictures, LargePhotographs, TeacherPictures
from plein_air.decoding.losses import HALF_WEIGHT, closeness, feature_distance, half, spectrum_distance
from plein_air.decoding.options import DecoderOptions
from plein_air.decoding.start import Start, grown, sampling, start
from plein_air.decoding.teacher import Enlarging, Teacher
from plein_air.models.checkpoints import CODEBOOK_ID, codebook_id, config_note, halved
from plein_air.models.vqgan import CORE_CELL_PIXELS, look_up, nearest_codes
from plein_air.pretrained.rrdb import rrdb
from plein_air.pretrained.squeezenet import squeezenet
from plein_air.stage1.losses import l1, ramp
from plein_air.stage1.steps import LARGEST_GRADIENT, frozen
from plein_air.training.averages import Averages
from plein_air.training.draws import generator
from plein_air.training.precision import autocast
from plein_air.training.run import Run, sheet_of
from plein_air.training.workers import Workers

BETAS, CRITIC_BETAS, DECAY = (0.9, 0.99), (0.5, 0.9), 1e-4
OLD_SHARE = 0.4  # of the rate, for layers that were trained before: they know most of what they need
CRITIC_SHARE = 1 / 3  # of the rate, for the critics
LARGEST_CRITIC_GRADIENT = 10.0
HEAD_START = 200  # steps that the critics are trained before they pull
BALANCED_EVERY, BALANCE_KEPT = 50, 0.7  # steps from one measurement of the pull to the next; how much of the last one stays
CELLS, SMOKE_CELLS = 16, 4  # along a side of the teacher's pictures
CROP = 256  # pixels, of what features, spectra and critics see: half a picture each way, a quarter of the cost
SHEET_ROWS = 6
FOR_ALL = 2 * 10**6  # place of the draws that all workers share


class DecoderTrainer:
    """Trains the layers after those at the resolution of cells: the graph `features` stays as it is.

    Critics pull as hard as all other losses together, times their weight, at the weights of the last layer (Esser et al., "Taming
    Transformers", 2021): measured now and then, since their gradients grow by orders of magnitude while they learn.
    """

    kind, examples = "decoder", "pictures"

    def __init__(self, options: DecoderOptions, workers: Workers):
        self.options, self.workers, self.places = options, workers, workers.share(options.batch)
        begin = start(options)
        self.trained_before, self.pull = begin.steps, None
        self.teacher = taught(options, workers, begin)
        self.begin_networks(begin)
        pixels = self.decoder.config.cell_pixels
        self.photographs = LargePhotographs(options.photographs, pixels) if options.photographs else None
        self.distilled = self.of_decoder(options.distil) if options.distil else None
        if self.teacher is None and self.photographs is None and self.distilled is None:
            raise ValueError(
                "what shall pictures look like? The teacher's (--teacher FOLDER), large photographs (--photographs), both, or "
                "those of another decoder (--distil BUNDLE)"
            )

    def of_decoder(self, bundle: Path) -> DistilledPictures:
        """Raises ValueError if it cannot be learnt from that bundle."""
        if self.teacher:
            raise ValueError("whose pictures shall it learn to paint? Either --teacher FOLDER or --distil BUNDLE")
        models, pixels = read_weights_back(bundle), self.decoder.config.cell_pixels
        if codebook_id(models.codebook) != codebook_id(self.codebook.cpu()):
            raise ValueError(f"the bundle in {bundle} has another codebook: its tokens mean other pictures")
        if models.decoder.config.cell_pixels != pixels:
            raise ValueError(
                f"the decoder in {bundle} makes {models.decoder.config.cell_pixels} pixels a cell, and this one {pixels}"
            )
        decoder = models.decoder.to(self.workers.device, memory_format=torch.channels_last).eval()
        squares = open_dataset(self.options.data).squares
        return DistilledPictures(squares, cells_of(self.options), self.encoder, self.codebook, decoder)

    def begin_networks(self, begin: Start) -> None:
        device, last = self.workers.device, torch.channels_last
        decoder, new = grown(self.options, begin.old)
        self.encoder, self.codebook = begin.encoder.to(device, memory_format=last), begin.codebook.to(device)
        self.decoder = decoder.to(device, memory_format=last).train()
        self.decoder.coarse[: self.decoder.feature_layers].requires_grad_(False)
        self.averages = Averages(self.decoder, self.options.average)
        self.critics = Critics().to(device, memory_format=last)
        self.levels = squeezenet().to(device, memory_format=last)
        named = [(name, weight) for name, weight in self.decoder.named_parameters() if weight.requires_grad]
        parts = [[w for name, w in named if name in new], [w for name, w in named if name not in new]]
        shares = (1.0, OLD_SHARE if parts[0] else 1.0)
        groups = [{"params": part, "share": share} for part, share in zip(parts, shares, strict=True) if part]
        self.optimizer = torch.optim.AdamW(groups, betas=BETAS, weight_decay=DECAY)
        critics = [{"params": list(self.critics.parameters()), "share": CRITIC_SHARE}]
        self.critic_optimizer = torch.optim.AdamW(critics, betas=CRITIC_BETAS, weight_decay=DECAY)

    def prepare(self, precision: torch.dtype) -> None:
        self.precision = precision
        if self.options.compile:
            self.decoder.compile()
            self.levels.compile()
        if self.pull is None:  # no step was made yet
            self.critics.projected.fit_scales(self.levels(self.crop(self.drawn(0)[1], 0)), self.workers)

    def drawn(self, step: int) -> tuple[torch.Tensor, torch.Tensor]:
        """This worker's share of a batch -> vectors [N, d, h, w], pictures [N, 3, 32h, 32w]."""
        options, step = self.options, self.trained_before + step
        if self.teacher:
            tokens, pictures = self.teacher.drawn(options.seed, step, self.places)
            return look_up(tokens.to(self.workers.device), self.codebook), self.placed(pictures)
        if self.distilled:
            return self.distilled.drawn(options.seed, step, self.places)
        return self.seen(self.placed(self.photographs.crops(options.seed, step, self.places, self.photographs.side)))

    def seen(self, photographs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Photographs [N, 3, 32h, 32w] -> the vectors of their tokens, and they."""
        with torch.no_grad():
            small = F.avg_pool2d(photographs, self.decoder.config.cell_pixels // CORE_CELL_PIXELS)
            return look_up(nearest_codes(self.encoder(small), self.codebook), self.codebook), photographs

    def placed(self, rgb: torch.Tensor) -> torch.Tensor:
        return rgb.to(self.workers.device, memory_format=torch.channels_last)

    def crop(self, rgb: torch.Tensor, step: int) -> torch.Tensor:
        """The same place of all pictures of a step."""
        draws, side = generator(self.options.seed, step, FOR_ALL), min(CROP, rgb.shape[-1])
        y, x = (int(draws.integers(size - side + 1)) for size in rgb.shape[2:])
        return rgb[:, :, y : y + side, x : x + side].contiguous(memory_format=torch.channels_last)

    def real(self, targets: torch.Tensor, levels: list[torch.Tensor], step: int) -> tuple[torch.Tensor, list[torch.Tensor]]:
        """What the critics take for real: crops of the targets, or of photographs instead of them, and its levels."""
        options, both = self.options, self.photographs and (self.teacher or self.distilled)
        if not both or generator(options.seed, step, FOR_ALL).random() >= options.photograph_share:
            return targets, levels
        crops = self.photographs.crops(options.seed, self.trained_before + step, self.places, targets.shape[-1])
        crops = self.placed(crops)
        with torch.no_grad():
            return crops, self.levels(crops)

    def step(self, step: int, rate: float) -> dict[str, torch.Tensor]:
        options = self.options
        for optimizer in (self.optimizer, self.critic_optimizer):
            for group in optimizer.param_groups:
                group["lr"] = rate * group["share"]
        vectors, targets = self.drawn(step)
        with autocast(self.precision, self.workers.device):
            painted = self.decoder(vectors)
        painted = painted.float()
        crop, wanted = self.crop(painted, step), self.crop(targets, step)
        levels = self.levels(crop)
        with torch.no_grad():
            wanted_levels, wanted_half = self.levels(wanted), self.levels(half(targets))
        losses = {
            "l1": l1(painted, targets),
            "features": feature_distance(levels, wanted_levels)
            + HALF_WEIGHT * feature_distance(self.levels(half(painted)), wanted_half),
            "spectra": spectrum_distance(crop, wanted),
        }
        loss = losses["l1"] + options.feature_weight * losses["features"] + options.spectrum_weight * losses["spectra"]
        with frozen(self.critics):
            if weight := options.critic_weight * ramp(step, options.critics_from, options.critics_ramp):
                liking = self.critics.liking(crop, levels)
                loss = loss - weight * self.balance(step, loss, liking) * liking
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()
        self.update(self.optimizer, LARGEST_GRADIENT)
        if options.critic_weight and step >= options.critics_from - HEAD_START:
            losses |= self.critics_step(step, crop, levels, *self.real(wanted, wanted_levels, step))
        self.averages.update(self.decoder, self.trained_before + step)
        return losses

    def balance(self, step: int, loss: torch.Tensor, liking: torch.Tensor) -> float:
        """How much larger the gradient of the loss is than that of the critics, at the last layer's weights."""
        if self.pull is None or step % BALANCED_EVERY == 0:
            last = self.decoder.detail[-2].weight
            gradients = [torch.autograd.grad(value, last, retain_graph=True)[0] for value in (loss, liking)]
            of_loss, of_liking = (float(self.workers.mean(gradient).norm()) for gradient in gradients)
            measured = of_loss / max(of_liking, 1e-8)
            self.pull = measured if self.pull is None else BALANCE_KEPT * self.pull + (1 - BALANCE_KEPT) * measured
        return self.pull

    def critics_step(self, step: int, crop, levels, real, real_levels) -> dict[str, torch.Tensor]:
        found = self.critics.losses(real, real_levels, crop, levels, penalized=step % PENALIZED_EVERY == 0)
        self.critic_optimizer.zero_grad(set_to_none=True)
        torch.stack(list(found.values())).sum().backward()
        self.update(self.critic_optimizer, LARGEST_CRITIC_GRADIENT)
        return {name: found[name] for name in ("patches", "projected")}

    def update(self, optimizer: torch.optim.Optimizer, largest: float) -> None:
        """A step along the mean of all workers' gradients."""
        weights = [weight for group in optimizer.param_groups for weight in group["params"] if weight.grad is not None]
        for weight in weights:
            self.workers.mean(weight.grad)
        nn.utils.clip_grad_norm_(weights, largest)
        optimizer.step()

    def parts(self) -> dict:
        return {
            "decoder": self.decoder,
            "averages": self.averages.module,
            "critics": self.critics,
            "optimizer": self.optimizer,
            "critic_optimizer": self.critic_optimizer,
        }

    def state(self) -> dict:
        others = {"codebook": self.codebook, "pull": self.pull, "trained_before": self.trained_before}
        return {name: part.state_dict() for name, part in self.parts().items()} | others

    def load_state(self, state: dict) -> None:
        """Raises ValueError if the run was begun with another codebook: the bundle may have changed since."""
        if not torch.equal(state["codebook"].to(self.codebook), self.codebook):
            raise ValueError("the run was begun with another codebook than that of --from-bundle or --vqgan")
        for name, part in self.parts().items():
            part.load_state_dict(state[name])
        self.pull, self.trained_before = state["pull"], state["trained_before"]

    @torch.no_grad()
    def held_out_pairs(self, count: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
        """Painted with the averaged weights, and what they shall look like: [1, 3, h, w] each."""
        if self.teacher:
            tokens, targets = self.teacher.together(self.teacher.held_out[:count])
            vectors = look_up(tokens.to(self.workers.device), self.codebook)
        elif self.distilled:
            vectors, targets = self.distilled.held_out(count)
        else:
            vectors, targets = self.seen(self.placed(self.photographs.held_out_crops(count)))
        pairs = zip(vectors.split(1), targets.split(1), strict=True)
        return [(self.averages.module(one).clamp(-1, 1), self.placed(target)) for one, target in pairs]

    @torch.no_grad()
    def evaluate(self) -> dict[str, float]:
        found = [closeness(self.levels, *pair) for pair in self.held_out_pairs(self.options.held_out)]
        return {name: round(float(np.mean([one[name] for one in found])), 4) for name in found[0]}

    def sheet(self) -> np.ndarray:
        """Held-out targets, and beside them what is painted."""
        pairs = self.held_out_pairs(min(SHEET_ROWS, self.options.held_out))
        columns = [torch.cat(part) for part in zip(*pairs, strict=True)]
        return sheet_of([to_bytes(column.permute(0, 2, 3, 1).cpu().numpy()) for column in reversed(columns)])

    def write_weights(self, run: Run, step: int, held_out: dict[str, float]) -> None:
        halves = halved(self.averages.module.state_dict())
        notes = {CODEBOOK_ID: codebook_id(self.codebook.cpu())} | config_note(self.decoder.config)
        run.write_weights("decoder", halves, notes, self.trained_before + step, held_out)


def cells_of(options: DecoderOptions) -> int:
    """Along a side of the teacher's pictures."""
    return SMOKE_CELLS if options.smoke else CELLS


def taught(options: DecoderOptions, workers: Workers, begin: Start) -> TeacherPictures | None:
    """The teacher's pictures, made as far as they are missing; None if there is no teacher."""
    if options.teacher is None:
        return None
    if options.pictures:
        squares = open_dataset(options.data).squares
        maker = Teacher(options.teacher, squares, begin.encoder, begin.codebook, begin.old, cells_of(options))
        maker.make(options.pictures, options.sampled, sampling(options, begin), Enlarging if options.smoke else rrdb, workers)
    pictures = TeacherPictures(options.teacher)
    if not pictures.train:
        raise ValueError(f"{options.teacher} has no pictures to train on: make more (--pictures)")
    return pictures
