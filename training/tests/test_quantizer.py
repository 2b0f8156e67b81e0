"""The quantizer against another's, and its own laws."""

import pytest
import torch
import torch.nn.functional as F
from vector_quantize_pytorch import VectorQuantize

from plein_air.stage1 import quantizer as module
from plein_air.stage1.quantizer import Quantizer, perplexity
from plein_air.training.workers import Workers

ONE = Workers(0, 1, torch.device("cpu"))
CODES, DIMENSION = 32, 8


def random(*shape: int, seed: int = 1) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def new_quantizer(**options) -> Quantizer:
    quantizer = Quantizer(CODES, DIMENSION, **options)
    quantizer.set_codebook(F.normalize(random(CODES, DIMENSION, seed=7), dim=1))
    return quantizer


def learn(quantizer: Quantizer, vectors: torch.Tensor):
    quantized = quantizer(vectors)
    quantizer.update(quantized, ONE, torch.Generator().manual_seed(3))
    return quantized


def test_it_does_what_vector_quantize_pytorch_does():
    ours = new_quantizer(decay=0.9)
    theirs = VectorQuantize(
        dim=DIMENSION,
        codebook_size=CODES,
        decay=0.9,
        use_cosine_sim=True,
        rotation_trick=False,
        accept_image_fmap=True,
        threshold_ema_dead_code=0,
        sync_codebook=False,
    ).train()
    theirs._codebook.embed.copy_(ours.codebook[None])
    theirs._codebook.embed_avg.copy_(ours.codebook[None])
    chosen = set()
    for step in range(20):
        vectors = random(3, DIMENSION, 4, 5, seed=step)
        mine, other = vectors.clone().requires_grad_(), vectors.clone().requires_grad_()
        quantized = learn(ours, mine)
        found, tokens, commitment = theirs(other)
        assert torch.equal(quantized.tokens, tokens)
        assert torch.allclose(quantized.vectors, found, atol=1e-6)
        assert quantized.commitment.item() == pytest.approx(DIMENSION * commitment.item(), rel=1e-5)  # theirs is a mean over d too
        weights = random(3, DIMENSION, 4, 5, seed=100 + step)
        (quantized.vectors * weights).sum().backward()
        (found * weights).sum().backward()
        assert torch.allclose(mine.grad, other.grad, atol=1e-6)
        assert torch.allclose(ours.codebook, theirs.codebook, atol=1e-5)
        chosen |= set(tokens.flatten().tolist())
    assert len(chosen) > CODES // 2


def test_gradients_pass_straight_through_to_the_directions():
    vectors = random(1, DIMENSION, 2, 2).requires_grad_()
    weights = random(1, DIMENSION, 2, 2, seed=2)
    (new_quantizer()(vectors).vectors * weights).sum().backward()
    same = vectors.detach().clone().requires_grad_()
    (F.normalize(same, dim=1) * weights).sum().backward()
    assert torch.allclose(vectors.grad, same.grad, atol=1e-6)


def test_a_vectors_length_changes_no_token():
    vectors = random(2, DIMENSION, 3, 3)
    quantizer = new_quantizer()
    assert torch.equal(quantizer(vectors).tokens, quantizer(9 * vectors).tokens)


def test_without_update_the_codebook_stays():
    quantizer = new_quantizer()
    before = quantizer.codebook.clone()
    quantizer(random(2, DIMENSION, 4, 4))
    assert torch.equal(quantizer.codebook, before)


def test_codes_come_nearer_to_what_chooses_them():
    quantizer = new_quantizer(decay=0.5)
    vectors = random(2, DIMENSION, 6, 6)
    commitments = [learn(quantizer, vectors).commitment.item() for _ in range(10)]
    assert commitments[-1] < 0.7 * commitments[0]
    assert torch.allclose(quantizer.codebook.norm(dim=1), torch.ones(CODES), atol=1e-5)


def test_a_code_that_nobody_chooses_begins_anew_at_a_vector_of_the_batch(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 2)
    quantizer = new_quantizer()
    vectors = F.normalize(random(1, DIMENSION, 8, 8), dim=1)
    for step in range(3):
        before = quantizer.codebook.clone()
        tokens = learn(quantizer, vectors).tokens
        unused = set(range(CODES)) - set(tokens.flatten().tolist())
        assert unused
        moved = (quantizer.codebook[list(unused)] - before[list(unused)]).abs().amax(1) > 1e-3
        assert moved.all() if step == 2 else not moved.any()
    batch = vectors.flatten(2)[0].t()
    nearest = (quantizer.codebook[list(unused)] @ batch.t()).max(1)
    assert torch.allclose(nearest.values, torch.ones(len(unused)), atol=1e-5)
    assert len(set(nearest.indices.tolist())) == len(unused), "no two codes begin at one vector"
    assert (quantizer.idle[list(unused)] == 0).all()


def test_an_update_says_how_many_codes_the_batch_used():
    quantizer = Quantizer(16, 4)
    quantized = quantizer(torch.randn(2, 4, 3, 3))
    found = quantizer.update(quantized, Workers(0, 1, torch.device("cpu")), torch.Generator())
    assert float(found) == pytest.approx(perplexity(quantized.tokens, 16), rel=1e-5)


def test_perplexity_is_the_number_of_equally_frequent_codes():
    assert perplexity(torch.zeros(10, dtype=torch.int64), 5) == pytest.approx(1)
    assert perplexity(torch.arange(8).repeat(3), 32) == pytest.approx(8)
