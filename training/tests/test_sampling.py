from dataclasses import replace

import numpy as np
import pytest
import torch

from plein_air.models import sampling
from plein_air.models.context import ANY
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import (
    NONE,
    Variety,
    generate,
    guide,
    sample_lattice,
    sample_token,
    streams_of,
    torch_context,
    torch_step,
    wavefront,
)
from plein_air.models.transformer import LatticeTransformer
from plein_air.models.window import Window
from plein_air.parity import painted_layout, some_known
from plein_air.stage2.grow import grown

CODES = 1024
GREEDY = Variety(temperature=0)
NARROW, BEFORE = Window(8, 8, 3), Window(8, 8, 8)
WINDOWS = pytest.mark.parametrize("window", [NARROW, BEFORE, Window(2, 5, 1)], ids=str)


def seen_through(transformer: LatticeTransformer, window: Window, distilled: bool = True) -> LatticeTransformer:
    """The same weights with another window, and with guidance in two passes."""
    return grown(transformer, replace(transformer.config, window=window, distilled=distilled)).eval().requires_grad_(False)


def sample(transformer, size, forced=None, guidance=2.0, variety=Variety(0.9, 50, 0.95), seed=1):  # noqa: B008
    rows, columns = size
    known = some_known(rows, columns, CODES, 1)
    config = transformer.config
    features = streams_of(torch_context(transformer), config, painted_layout(rows, columns), known, 3, guidance, 2)
    numbers = noise_lattice(seed, rows, columns)
    step = torch_step(transformer)
    return sample_lattice(step, features, config, known, numbers, variety, guidance, forced).tokens


@WINDOWS
@pytest.mark.parametrize("distilled", [True, False])
@pytest.mark.parametrize("size", [(8, 4), (12, 20)])
def test_wavefront_gives_the_tokens_of_raster_order(tiny, size, distilled, window, monkeypatch):
    transformer = seen_through(tiny.transformer, window, distilled)
    tokens = sample(transformer, size)
    monkeypatch.setattr(sampling, "wavefront", lambda *_: [[position] for position in np.ndindex(size)])
    assert np.array_equal(sample(transformer, size), tokens)


@WINDOWS
@pytest.mark.parametrize("size", [(8, 4), (12, 12)])
def test_the_cache_gives_the_tokens_of_the_full_forward_pass(tiny, size, window):
    """Greedy, so that each token is the best of the full pass's own logits given the tokens before it."""
    rows, columns = size
    transformer = seen_through(tiny.transformer, window)
    tokens = sample(transformer, size, variety=GREEDY)
    known = some_known(rows, columns, CODES, 1)
    batch = [torch.tensor(array, dtype=torch.int64)[None] for array in (tokens, painted_layout(rows, columns), known)]
    said = torch.tensor([3]), torch.tensor([2.0]), torch.tensor([2])
    best = transformer(*batch, *said).argmax(-1).view(rows, columns).numpy()
    assert np.array_equal(tokens, np.where(known >= 0, known, best))


@WINDOWS
@pytest.mark.parametrize("steps", [1, 40])
def test_a_resumed_run_gives_what_an_uninterrupted_one_gives(tiny, steps, window):
    size = (8, 12)
    transformer = seen_through(tiny.transformer, window)
    whole = sample(transformer, size)
    forced = np.full(size, NONE)
    for lanes, _ in zip(wavefront(*size, window), range(steps), strict=False):
        for i, j in lanes:
            forced[i, j] = whole[i, j]
    assert np.array_equal(sample(transformer, size, forced=forced, seed=1), whole)


def test_another_window_shows_something_else(tiny):
    tokens = [sample(seen_through(tiny.transformer, window), (12, 20)) for window in (NARROW, BEFORE)]
    assert not np.array_equal(*tokens)


def test_forced_tokens_are_kept_whatever_the_noise(tiny):
    size = (8, 8)
    whole = sample(tiny.transformer, size)
    assert np.array_equal(sample(tiny.transformer, size, forced=whole, seed=2), whole)
    assert not np.array_equal(sample(tiny.transformer, size, seed=2), whole)


def test_known_tokens_are_kept_and_change_the_others(tiny):
    rows, columns = 8, 8
    layout, numbers = painted_layout(rows, columns), noise_lattice(1, rows, columns)
    known, nothing = some_known(rows, columns, CODES, 1), np.full((rows, columns), NONE)
    given = generate(tiny.transformer, layout, known, 3, numbers, Variety()).tokens
    free = generate(tiny.transformer, layout, nothing, 3, numbers, Variety()).tokens
    assert np.array_equal(given[known >= 0], known[known >= 0])
    assert not np.array_equal(given[known < 0], free[known < 0])


def test_guidance_by_one_is_no_guidance(tiny):
    conditional, unconditional = np.float32([[1, 2]]), np.float32([[3, 5]])
    assert np.array_equal(guide(conditional, unconditional, 1), conditional)
    assert np.array_equal(guide(conditional, unconditional, 0), unconditional)
    assert np.array_equal(guide(conditional, unconditional, 2), np.float32([[-1, -1]]))


def test_guidance_in_two_passes_without_layout_or_mood_changes_nothing(tiny):
    known = np.full((8, 8), NONE)
    layout, numbers = np.full((32, 32), ANY), noise_lattice(1, 8, 8)
    transformer = seen_through(tiny.transformer, BEFORE, distilled=False)
    plain = generate(transformer, layout, known, 0, numbers, Variety()).tokens
    assert np.array_equal(generate(transformer, layout, known, 0, numbers, Variety(), guidance=3.0).tokens, plain)


def test_a_distilled_model_takes_guidance_and_zoom_in_one_pass(tiny):
    known = np.full((8, 8), NONE)
    layout, numbers = painted_layout(8, 8), noise_lattice(1, 8, 8)
    context, config = torch_context(tiny.transformer), tiny.transformer.config
    assert streams_of(context, config, layout, known, 0, 3.0).shape[0] == 1
    pictures = [
        generate(tiny.transformer, layout, known, 0, numbers, Variety(), guidance, zoom=zoom).tokens.tobytes()
        for guidance, zoom in ((1.0, 0), (3.0, 0), (1.0, 1), (1.0, 3))
    ]
    assert len(set(pictures)) == 4


def test_streams_that_do_not_go_with_the_guidance_are_refused(tiny):
    known = np.full((8, 8), NONE)
    features = np.zeros((1, 8, 8, 32), np.float32)
    config = replace(tiny.transformer.config, distilled=False)
    with pytest.raises(ValueError, match="streams"):
        sample_lattice(torch_step(tiny.transformer), features, config, known, noise_lattice(1, 8, 8), Variety(), 2.0)


@pytest.mark.parametrize(("window", "steps"), [(NARROW, (76, 188)), (BEFORE, (151, 343))])
def test_a_narrow_window_takes_half_the_steps(window, steps):
    assert tuple(len(list(wavefront(*size, window))) for size in ((16, 16), (32, 64))) == steps


@WINDOWS
@pytest.mark.parametrize("size", [(8, 4), (12, 12), (9, 64)])
def test_a_wavefront_visits_each_position_once_and_after_its_window(size, window):
    rows, columns = size
    done = set()
    for lanes in wavefront(rows, columns, window):
        for i, j in lanes:
            seen = {
                (row, column)
                for row in range(max(0, i - window.rows), i + 1)
                for column in range(max(0, j - window.left), min(columns, j + window.right + 1))
                if (row, column) < (i, j)
            }
            assert seen == {(i + di, j + dj) for di, dj in window.offsets if i + di >= 0 and 0 <= j + dj < columns}
            assert seen <= done
        assert len({i for i, _ in lanes}) == len(lanes) and not done & set(lanes)
        done |= set(lanes)
    assert len(done) == rows * columns


def test_uniform_logits_draw_codes_in_order_of_the_noise():
    logits = np.zeros(8, np.float32)
    everything = Variety(top_k=8)
    assert [sample_token(logits, (n + 0.5) / 8, everything).code for n in range(8)] == list(range(8))


def test_ties_go_to_the_lower_code():
    logits = np.float32([1, 3, 3, 2])
    assert sample_token(logits, 0.99, GREEDY).code == 1
    assert sample_token(logits, 0.99, Variety(top_k=1)).code == 1
    assert [sample_token(logits, noise, Variety(top_k=2)).code for noise in (0.0, 0.49, 0.51, 0.99)] == [1, 1, 2, 2]


def test_top_p_keeps_the_fewest_codes_that_hold_as_much():
    logits = np.log(np.float32([0.5, 0.3, 0.15, 0.05]))
    drawn = lambda top_p: {sample_token(logits, n / 100, Variety(top_k=4, top_p=top_p)).code for n in range(100)}  # noqa: E731
    assert drawn(0.4) == {0}
    assert drawn(0.6) == {0, 1}
    assert drawn(0.9) == {0, 1, 2}
    assert drawn(1.0) == {0, 1, 2, 3}


def test_shares_of_draws_are_the_probabilities():
    probabilities = np.array([0.1, 0.2, 0.3, 0.4])
    logits = np.log(probabilities).astype(np.float32)
    draws = [sample_token(logits, n / 1000, Variety(top_k=4)).code for n in range(1000)]
    assert np.allclose(np.bincount(draws) / 1000, probabilities, atol=2e-3)
