"""What a transformer is trained on: examples of landscapes made by code, losses, and what a teacher says."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from conftest import BUNDLES

from plein_air.data.dataset import open_dataset
from plein_air.models.context import ANY
from plein_air.models.sampling import guide
from plein_air.stage2.encoded import MISSING, Encoded, open_encoded
from plein_air.stage2.examples import Batch, Examples, Pool
from plein_air.stage2.grow import grown
from plein_air.stage2.known_masks import SHARES, known_mask
from plein_air.stage2.loss import TrainingForward, losses_a_token
from plein_air.stage2.teacher import Teacher
from plein_air.training.draws import generator
from plein_air.training.workers import Workers

ONE = Workers(0, 1, torch.device("cpu"))
TINY = BUNDLES / "tiny"


@pytest.fixture(scope="module")
def encoded(dataset, tiny) -> tuple[Encoded, Encoded]:
    """Squares, wide pictures."""
    return tuple(open_encoded(dataset, wide, tiny.encoder, tiny.codebook, ONE) for wide in (False, True))


@pytest.fixture(scope="module")
def examples(dataset, encoded) -> Examples:
    squares, wide = encoded
    pool = Pool(squares, dataset.squares.train, dataset.moods.ids, dataset.squares.zooms)
    return Examples([pool], [Pool(wide, dataset.wide.train, dataset.wide_moods, dataset.wide.zooms)], 16, 1024, 0.95, True)


@pytest.fixture(scope="module")
def batch(examples) -> Batch:
    return examples.drawn(1, square_step(examples), range(6))


def square_step(examples: Examples) -> int:
    return next(step for step in range(100) if examples.columns(1, step) == 16)


@torch.no_grad()
def test_the_fast_forward_pass_gives_the_logits_of_the_models_own(tiny, batch):
    known = torch.where(batch.known, batch.tokens, -1)
    expected = tiny.transformer(batch.given, batch.layout, known, batch.mood, batch.guidance, batch.zoom)
    logits = TrainingForward(tiny.transformer).logits(batch.given, batch.layout, known, batch.mood, batch.guidance, batch.zoom)
    assert torch.allclose(logits, expected, atol=2e-5)


@torch.no_grad()
def test_known_tokens_do_not_count_and_photographs_do_where_nothing_guides(tiny, batch):
    known = torch.where(batch.known, batch.tokens, -1)
    logits = tiny.transformer(batch.given, batch.layout, known, batch.mood, batch.guidance, batch.zoom)
    nats = -logits.log_softmax(-1).gather(2, batch.tokens.flatten(1)[..., None])[..., 0]
    unknown, plain = ~batch.known.flatten(1), batch.guidance == 1
    assert batch.known.any() and plain.any() and not plain.all()
    loss, apart = losses_a_token(TrainingForward(tiny.transformer), batch, ONE)
    assert float(loss) == pytest.approx(float(nats[plain][unknown[plain]].sum() / unknown.sum()), abs=1e-4)
    assert apart == 0


@torch.no_grad()
def test_a_teacher_of_two_passes_teaches_what_sampling_makes_of_them(tiny, batch):
    config = replace(tiny.transformer.config, distilled=False, window=(8, 8, 8))
    transformer, known = grown(tiny.transformer, config), torch.where(batch.known, batch.tokens, -1)
    taught = Teacher(transformer).log_probabilities(batch)
    given = transformer(batch.given, batch.layout, known, batch.mood, None, batch.zoom)
    nothing = torch.full_like(batch.layout, ANY), known, torch.zeros_like(batch.mood)
    without = transformer(batch.given, *nothing, None, batch.zoom)
    for n, strength in enumerate(batch.guidance):
        expected = torch.from_numpy(guide(given[n].numpy(), without[n].numpy(), float(strength))).log_softmax(-1)
        assert torch.allclose(taught[n], expected, atol=2e-4), float(strength)


@torch.no_grad()
def test_who_gives_what_the_teacher_gives_has_nothing_to_learn_from_it(tiny, batch):
    teacher = Teacher(copy.deepcopy(tiny.transformer))
    taught = teacher.log_probabilities(batch)
    forward = TrainingForward(tiny.transformer)
    assert losses_a_token(forward, batch, ONE, taught)[1] == pytest.approx(0, abs=1e-5)
    other = replace(batch, guidance=batch.guidance * 2)
    assert losses_a_token(forward, other, ONE, taught)[1] > 1e-3


@torch.no_grad()
def test_photographs_beside_a_teacher_count_as_much_as_is_asked_for(tiny, batch):
    forward = TrainingForward(tiny.transformer)
    taught = Teacher(copy.deepcopy(tiny.transformer)).log_probabilities(replace(batch, guidance=batch.guidance * 2))
    half, apart = losses_a_token(forward, batch, ONE, taught, 0.5)
    assert losses_a_token(forward, batch, ONE, taught, 0.0)[0] == pytest.approx(float(apart))
    assert losses_a_token(forward, batch, ONE, taught)[0] == pytest.approx(float(2 * half - apart), abs=1e-4)


@torch.no_grad()
def test_a_grown_transformer_gives_what_it_gave(tiny, batch):
    """Whatever is asked of the new inputs, until they are trained; and without the strength what a strength of 1 gave."""
    distilled, known = tiny.transformer.config, torch.where(batch.known, batch.tokens, -1)
    inputs = batch.given, batch.layout, known, batch.mood
    lost = grown(tiny.transformer, replace(distilled, distilled=False))
    expected = tiny.transformer(*inputs, torch.ones(6), batch.zoom)
    assert torch.allclose(lost(*inputs, None, batch.zoom), expected, atol=1e-5)
    again = grown(lost, distilled)
    assert torch.allclose(again(*inputs, batch.guidance, batch.zoom), expected, atol=1e-5)
    with pytest.raises(ValueError, match="3 zooms"):
        grown(tiny.transformer, replace(distilled, zooms=2))


def test_photographs_are_encoded_once_and_held_out_ones_in_the_middle(dataset, encoded, tiny):
    squares = encoded[0]
    assert squares.tokens.shape == (90, 4, 18, 18)
    squares.encode([(0, 0), (0, 1), (40, 3)])
    assert (squares.tokens[1:40] == MISSING).any(), "what nobody asked for is not made"
    rgb = torch.from_numpy(np.array(dataset.squares.photographs[:1, 3:147, 3:147])).permute(0, 3, 1, 2).float() / 127.5 - 1
    vectors = torch.nn.functional.conv2d(tiny.encoder(rgb), tiny.codebook[:, :, None, None])
    assert np.array_equal(squares.tokens[0, 0], vectors.argmax(1)[0])
    assert np.array_equal(squares.layout(0, 0), dataset.squares.labels[0, 3:147:2, 3:147:2])
    assert np.array_equal(squares.layout(0, 1), dataset.squares.labels[0, 3:147:2, 3:147][:, ::-1][:, ::2])  # mirrored
    again = open_encoded(open_dataset(dataset.folder), False, tiny.encoder, tiny.codebook, ONE)
    assert np.array_equal(again.tokens[40, 3], squares.tokens[40, 3])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plein_air.stage2.encoded.tokens_of", None)  # is not called
        again.encode([(0, 0), (0, 1), (40, 3)])


@pytest.mark.parametrize("kind", SHARES)
def test_every_kind_of_mask_leaves_something_to_learn(kind):
    masks = np.stack([known_mask(generator(1, n), 16, 16, kind) for n in range(200)])
    assert not masks.all((1, 2)).any()
    assert masks.any() == (kind != "nothing")


def test_sides_are_known_on_all_four_sides():
    masks = np.stack([known_mask(generator(1, n), 16, 12, "side") for n in range(100)])
    for edge in (masks[:, 0], masks[:, -1], masks[:, :, 0], masks[:, :, -1]):
        assert 10 < edge.all(1).sum() < 90
    halves = np.stack([known_mask(generator(1, n), 16, 12, "half") for n in range(100)])
    assert (halves.sum((1, 2)) == 96).all() and len({half.tobytes() for half in halves}) == 4


def test_a_region_that_is_sampled_anew_has_what_is_around_it():
    for kind in ("all but blobs", "all but a rectangle"):
        masks = np.stack([known_mask(generator(1, n), 16, 16, kind) for n in range(100)])
        assert 0.3 < masks.mean() < 0.95


def test_shares_of_masks_are_a_distribution():
    assert sum(SHARES.values()) == pytest.approx(1)


def test_examples_depend_on_seed_step_and_place_alone(examples, dataset):
    whole = examples.drawn(1, 5, range(4))
    parts = [examples.drawn(1, 5, places) for places in (range(2), range(2, 4))]
    for name, tensor in vars(whole).items():
        assert torch.equal(tensor, torch.cat([getattr(part, name) for part in parts]))
    assert not torch.equal(whole.tokens, examples.drawn(1, 6, range(4)).tokens)


def test_a_quarter_of_the_batches_are_of_wide_lattices(examples):
    widths = [examples.columns(1, step) for step in range(400)]
    assert set(widths) == {16, 24, 32} and 70 < sum(width > 16 for width in widths) < 130
    batch = examples.drawn(1, widths.index(32), range(2))
    assert batch.tokens.shape == (2, 16, 32) and batch.layout.shape == (2, 64, 128)
    assert examples.squares.pools and set(batch.zoom.tolist()) <= {0, 1, 2}


def test_what_is_trained_on_is_never_held_out_and_a_part_of_a_photograph_weighs_less(examples, dataset):
    drawn = [examples.squares.draw(generator(1, n))[1] for n in range(4000)]
    assert not set(drawn) & set(dataset.squares.held_out) and len(set(drawn)) == len(dataset.squares.train)
    zooms = dataset.squares.zooms[dataset.squares.train]
    expected = 0.5 * (zooms == 2).sum() / (1 / zooms).sum()
    assert (dataset.squares.zooms[drawn] == 2).mean() == pytest.approx(expected, abs=0.02)


def test_some_of_everything_is_dropped_and_some_inputs_are_wrong(examples):
    batch = examples.drawn(1, square_step(examples), range(400))
    assert 0.2 < (batch.guidance == 1).float().mean() < 0.4 and 3.5 < batch.guidance.max() <= 4 and batch.guidance.min() == 1
    assert 0.4 < (batch.guidance[batch.guidance > 1] < 2).float().mean() < 0.6, "log-uniform: 2 is in the middle"
    assert 0.18 < (batch.zoom == 0).float().mean() < 0.32
    assert 0.08 < (batch.layout == ANY).all(2).all(1).float().mean() < 0.17
    assert 0.2 < (batch.layout == ANY).any(2).any(1).float().mean() < 0.35
    assert 0.42 < (batch.mood == 0).float().mean() < 0.58 and batch.mood.max() <= 12
    wrong = batch.given != batch.tokens
    assert 0.04 < wrong[~batch.known].float().mean() < 0.06
    assert not wrong[batch.known].any()


def test_what_is_measured_is_given_as_it_is(examples, dataset):
    batch: Batch = examples.plain(dataset.squares.held_out)
    assert torch.equal(batch.given, batch.tokens) and not batch.known.any() and (batch.layout < ANY).all() and batch.mood.min() > 0
