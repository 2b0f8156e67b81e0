"""Light and colour of pictures, and the nearest mood."""

import numpy as np
from conftest import BUNDLES

from plein_air.bundles.bundle_files import read_manifest
from plein_air.models.moods import FEATURES, MoodSpace, mood_features, nearest_moods, read_mood_space


def flat(color) -> np.ndarray:
    return np.full((1, 9, 6, 3), color, np.uint8)


def test_white_is_light_without_colour_and_grey_is_darker():
    white, grey = mood_features(flat(255))[0], mood_features(flat(128))[0]
    assert np.allclose(white[[0, 3]], 100, atol=0.1) and np.allclose(white[[1, 2, 4, 5, 6]], 0, atol=0.1)
    assert 40 < grey[0] < 65


def test_the_top_third_is_told_from_the_whole():
    picture = flat(0)
    picture[:, :3] = (120, 170, 230)
    features = mood_features(picture)[0]
    assert features[3] > 2 * features[0] and features[5] < features[2] < 0 and features[6] > 20


def test_a_picture_at_a_centre_has_its_mood():
    space = MoodSpace(np.arange(7.0), np.arange(1.0, 8), np.eye(4, FEATURES) * 3)
    features = space.mean + space.std * space.centres
    assert nearest_moods(features, space).tolist() == [1, 2, 3, 4]


def test_the_moods_of_the_checkpoints_are_those_of_the_bundle(checkpoints):
    said = read_manifest(BUNDLES / "landscapes")["moodSpace"]
    assert read_mood_space(checkpoints).entry() == said
