"""How far a transformer is from the one whose guidance it was taught."""

import numpy as np
import torch

from plein_air.data.photographs import LATTICE, HeldOut, middle
from plein_air.models.generate import ANY_MOOD, GUIDANCE
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.zooms import zoom_of
from plein_air.stage2.examples import Batch
from plein_air.stage2.teacher import Teacher

TOGETHER = 27  # lattices


@torch.no_grad()
def teacher_distance(student: LatticeTransformer, teacher: LatticeTransformer, tokens: np.ndarray, photos: HeldOut) -> float:
    """Nats of Kullback and Leibler a token, from the teacher to the student, of held-out photographs with their layouts and the
    page's guidance. Each is guided in its own way, in one pass or two. tokens: [N, 18, 18], of which the middle counts."""
    lattices = torch.from_numpy(middle(tokens, LATTICE).astype(np.int64))
    layouts = torch.from_numpy(photos.layouts.astype(np.int64))
    one, other = Teacher(student), Teacher(teacher)
    apart = []
    for part in torch.arange(len(lattices)).split(TOGETHER):
        everywhere = torch.zeros(len(part), dtype=torch.int64)
        batch = Batch(
            tokens=lattices[part],
            given=lattices[part],
            layout=layouts[part],
            known=torch.zeros_like(lattices[part], dtype=torch.bool),
            mood=everywhere + ANY_MOOD,
            guidance=torch.full((len(part),), GUIDANCE),
            zoom=everywhere + zoom_of(LATTICE),
        )
        taught, said = other.log_probabilities(batch), one.log_probabilities(batch)
        apart.append((taught.exp() * (taught - said)).sum(-1))
    return float(torch.cat(apart).mean())
