"""Parts of large photographs, and how near a picture is."""

import numpy as np
import pytest

from plein_air.data.plan import wide_boxes, zoomed_squares
from plein_air.models.zooms import zoom_of


def test_large_photographs_give_pictures_of_their_parts(dataset):
    """One of four has 320 x 310 pixels: enough for its halves, and for a wide one across each."""
    halves = dataset.squares.zooms == 2
    assert np.bincount(dataset.squares.origins[halves], minlength=40).tolist() == [0, 0, 0, 4] * 10
    assert dataset.wide.photographs.shape[1:] == (150, 256, 3) and (dataset.wide.zooms == 2).all()
    assert np.bincount(dataset.wide.origins, minlength=40).tolist() == [0, 0, 0, 2] * 10
    assert len(dataset.wide_moods) == len(dataset.wide.labels) == 20


@pytest.mark.parametrize(
    ("width", "height", "zoom", "squares", "wide"),
    [
        (150, 150, 1, 1, 0),
        (150, 150, 2, 0, 0),
        (256, 256, 1, 1, 0),
        (256, 256, 2, 4, 2),  # to the pixel
        (255, 255, 2, 0, 0),
        (256, 256, 3, 0, 0),
        (768, 480, 1, 2, 0),
        (900, 480, 1, 2, 2),
        (768, 480, 2, 6, 4),
        (768, 480, 3, 15, 9),
        (480, 768, 2, 6, 3),
    ],
)
def test_a_photograph_has_as_many_parts_as_cover_it_and_none_is_enlarged(width, height, zoom, squares, wide):
    found = zoomed_squares(width, height, 150, zoom), wide_boxes(width, height, 150, zoom)
    assert tuple(map(len, found)) == (squares, wide)
    for boxes in found:
        for left, top, right, bottom in boxes:
            assert 0 <= left < right <= width + 1e-9 and 0 <= top < bottom <= height + 1e-9
            assert bottom - top >= 150
        if boxes and zoom > 1:
            assert min(box[0] for box in boxes) == 0 and max(box[2] for box in boxes) == pytest.approx(width)
            assert min(box[1] for box in boxes) == 0 and max(box[3] for box in boxes) == pytest.approx(height)
            lattice = 128 / 150 * (boxes[0][3] - boxes[0][1])
            assert lattice == pytest.approx(min(width, height) / zoom), "16 cells of height are a half, or a third"


@pytest.mark.parametrize(("rows", "zoom"), [(8, 1), (16, 1), (20, 1), (24, 2), (32, 2), (48, 3), (64, 3)])
def test_the_zoom_of_a_lattice_goes_with_its_height(rows, zoom):
    assert zoom_of(rows) == zoom
