"""From a folder to arrays: what is read, and what is said when it cannot be."""

import json
import shutil
import zipfile

import numpy as np
import pytest
from conftest import BUNDLES
from PIL import Image

from plein_air.bundles.read_back import read_segmenter
from plein_air.data.classes import read_classes
from plein_air.data.dataset import open_dataset
from plein_air.data.generated import LABELS, write_generated
from plein_air.data.moods import find_moods, mood_space_of
from plein_air.data.squares import cut_labels, cut_photograph, rgb_of, square_boxes
from plein_air.models.moods import mood_features, nearest_moods
from plein_air.models.segment import segment_photograph
from plein_air.models.sessions import Graph
from plein_air.prepare import PrepareOptions, main, prepare

WATER, SKY = 9, 1


@pytest.fixture
def folder(tmp_path):
    """A few generated landscapes, to be spoilt."""
    return write_generated(tmp_path / "source", 13)


def options(folder, tmp_path, **changes) -> PrepareOptions:
    return PrepareOptions(folder=folder, out=tmp_path / "work", moods=2, threads=2, **changes)


def test_photographs_of_any_size_become_squares_with_their_labels(dataset):
    assert dataset.index["photographs"] == 40
    whole = dataset.squares.zooms == 1
    assert dataset.squares.photographs.shape[1:] == (150, 150, 3) and dataset.squares.labels.shape[1:] == (150, 150)
    assert np.bincount(dataset.squares.origins[whole]).tolist() == [1, 2, 1, 1] * 10  # one of four is half as wide again
    assert set(np.unique(dataset.squares.labels)) == {1, 3, 6, 7, 9}
    above, below = dataset.squares.labels[whole, :20], dataset.squares.labels[whole, -20:]
    assert (above == SKY).mean() > 0.9 and (below == SKY).mean() == 0


def test_every_hundredth_photograph_is_held_out_and_no_square_of_it_is_trained_on(dataset):
    assert dataset.squares.held_out.tolist() == [0]
    assert len(dataset.squares.train) == len(dataset.squares.photographs) - 1 and not set(dataset.squares.train) & set(
        dataset.squares.held_out
    )


def test_zip_files_give_the_same_arrays_as_folders(folder, tmp_path):
    zipped = tmp_path / "zipped"
    zipped.mkdir()
    shutil.copy(folder / "classes.json", zipped)
    for name in ("images", "labels"):
        with zipfile.ZipFile(zipped / f"{name}.zip", "w") as archive:
            for file in (folder / name).iterdir():
                archive.write(file, file.name)
    one = prepare(options(folder, tmp_path))
    other = prepare(PrepareOptions(folder=zipped, out=tmp_path / "other", moods=2))
    assert np.array_equal(one.squares.photographs, other.squares.photographs) and np.array_equal(
        one.squares.labels, other.squares.labels
    )


def test_photographs_alone_are_segmented(folder, tmp_path):
    shutil.rmtree(folder / "labels")
    for file in sorted((folder / "images").iterdir())[4:]:
        file.unlink()
    segmented = prepare(options(folder, tmp_path, segment=True))
    graph = Graph(read_segmenter(BUNDLES / "landscapes"))
    first = np.asarray(Image.open(next(iter(sorted((folder / "images").iterdir())))).convert("RGB"))
    assert np.array_equal(segmented.squares.labels[0], segment_photograph(first, graph))
    assert len(np.unique(segmented.squares.labels)) > 1


def test_a_bundle_without_a_segmenter_cannot_segment(folder, tmp_path):
    (tmp_path / "manifest.json").write_text('{"graphs": {}}')
    with pytest.raises(ValueError, match="has no segmenter"):
        prepare(options(folder, tmp_path, segment=True, segmenter=tmp_path))


def test_moods_go_from_dark_to_light():
    pictures = np.repeat(np.array([240, 10, 120], np.uint8), 4)[:, None, None, None] * np.ones((1, 30, 30, 3), np.uint8)
    moods = find_moods(pictures, 3, 1)
    assert moods.ids.tolist() == [3] * 4 + [1] * 4 + [2] * 4
    assert moods.swatches[:, 0, 0].tolist() == [10, 120, 240]


def test_the_moods_of_a_bundle_are_kept(folder, tmp_path):
    prepared = prepare(options(folder, tmp_path, moods_of=BUNDLES / "landscapes"))
    space = mood_space_of(BUNDLES / "landscapes")
    expected = nearest_moods(mood_features(prepared.squares.photographs[:, ::5, ::5]), space)
    assert prepared.moods.ids.tolist() == expected.tolist()
    assert np.array_equal(prepared.moods.centres, space.centres)


@pytest.mark.parametrize(
    ("width", "height", "boxes"),
    [
        (100, 100, [(0, 0, 100, 100)]),
        (120, 100, [(10, 0, 110, 100)]),
        (200, 100, [(0, 0, 100, 100), (100, 0, 200, 100)]),
        (100, 280, [(0, 0, 100, 100), (0, 90, 100, 190), (0, 180, 100, 280)]),
    ],
)
def test_squares_cover_a_photograph_from_end_to_end(width, height, boxes):
    assert square_boxes(width, height) == boxes


def test_labels_stay_on_what_they_name():
    rgb = np.zeros((90, 180, 3), np.uint8)
    rgb[:, 100:] = 255
    ids = (rgb[::3, ::3, 0] > 0).astype(np.uint8)  # a map of a third of the size
    for box in square_boxes(180, 90):
        photograph = cut_photograph(Image.fromarray(rgb), box, 60, 60)
        labels = cut_labels(ids, box, 1 / 3, 60, 60)
        assert ((photograph[..., 0] > 127) == labels).mean() > 0.97


def test_colours_can_be_label_values(folder, tmp_path):
    for file in (folder / "labels").iterdir():
        values = np.asarray(Image.open(file))
        rgb = np.where((values == LABELS["sky"])[..., None], (1, 2, 3), (0, 0, 200)).astype(np.uint8)
        Image.fromarray(rgb).save(file)
    (folder / "classes.json").write_text('{"#010203": "sky", "#0000c8": "water"}')
    assert set(np.unique(prepare(options(folder, tmp_path)).squares.labels)) == {SKY, WATER}


def test_label_values_that_are_not_listed_are_unknown(folder, tmp_path):
    (folder / "classes.json").write_text(json.dumps({"10": 1}))
    assert set(np.unique(prepare(options(folder, tmp_path)).squares.labels)) == {0, 1}


def no_images(folder):
    shutil.rmtree(folder / "images")
    (folder / "images").mkdir()


def no_labels(folder):
    shutil.rmtree(folder / "labels")


def one_label_less(folder):
    (folder / "labels" / "00003.png").unlink()


def no_classes(folder):
    (folder / "classes.json").unlink()


def not_a_picture(folder):
    (folder / "images" / "00002.png").write_text("hello")


def cut_short(folder):
    path = folder / "images" / "00003.png"
    path.write_bytes(path.read_bytes()[:2000])


def other_shape(folder):
    Image.new("L", (150, 100)).save(folder / "labels" / "00000.png")


def too_small(folder):
    for name, mode in (("images", "RGB"), ("labels", "L")):
        Image.new(mode, (20, 20)).save(folder / name / "00000.png")


def too_few(folder):
    for name in ("images", "labels"):
        for file in sorted((folder / name).iterdir())[1:]:
            file.unlink()


def coloured_labels(folder):
    Image.new("RGB", (150, 150)).save(folder / "labels" / "00000.png")


def two_of_one_name(folder):
    shutil.copy(folder / "images" / "00000.png", folder / "images" / "00000.webp")


def not_json(folder):
    (folder / "classes.json").write_text("{")


def no_class(folder):
    (folder / "classes.json").write_text('{"10": "skye"}')


def no_value(folder):
    (folder / "classes.json").write_text('{"sky": "sky"}')


def foreign_values(folder):
    (folder / "classes.json").write_text('{"200": "sky"}')


def bad_zip(folder):
    no_labels(folder)
    (folder / "labels.zip").write_text("hello")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (shutil.rmtree, "not a folder"),
        (no_images, "has no pictures"),
        (no_labels, "images/ and labels/"),
        (one_label_less, "no label map for 00003"),
        (no_classes, "no class ids"),
        (not_a_picture, r"00002\.png cannot be read"),
        (cut_short, r"00003\.png is damaged"),
        (other_shape, "the same shape"),
        (too_small, "at least 64"),
        (too_few, "too few"),
        (coloured_labels, "has colours"),
        (two_of_one_name, "two pictures of one name"),
        (not_json, "is not JSON"),
        (no_class, "'skye' is no class; there are sky"),
        (no_value, "'sky' is no label value"),
        (bad_zip, "as a zip file"),
        (foreign_values, "say nothing"),
    ],
)
def test_bad_input_gets_a_sentence(folder, tmp_path, spoil, said):
    spoil(folder)
    with pytest.raises(ValueError, match=said):
        prepare(options(folder, tmp_path))
    assert not (tmp_path / "work" / "index.json").exists()


def test_moods_of_what_is_no_bundle_are_refused_before_anything_is_read(folder, tmp_path):
    with pytest.raises(ValueError, match="is no bundle"):
        prepare(options(folder, tmp_path, moods_of=tmp_path / "nowhere"))
    assert not (tmp_path / "work" / "photographs.npy").exists()


def test_grey_photographs_of_sixteen_bits_keep_their_light():
    levels = np.array([[0, 257, 32_896, 65_535]], np.uint16).repeat(2, 0)
    assert np.asarray(rgb_of(Image.fromarray(levels)))[0].tolist() == [[0] * 3, [1] * 3, [128] * 3, [255] * 3]


def test_what_cannot_be_used_is_left_out_if_one_says_so(folder, tmp_path):
    for spoil in (not_a_picture, cut_short, other_shape):
        spoil(folder)
    prepared = prepare(options(folder, tmp_path, skip=True))
    assert prepared.index["photographs"] == 10 and len(prepared.index["left_out"]) == 3
    assert prepared.squares.origins.max() == 9


def test_a_prepared_folder_is_not_prepared_again(folder, tmp_path):
    prepare(options(folder, tmp_path))
    with pytest.raises(ValueError, match="prepared already"):
        prepare(options(folder, tmp_path))


def test_a_folder_that_was_not_prepared_to_the_end_is_not_opened(folder, tmp_path):
    prepare(options(folder, tmp_path))
    (tmp_path / "work" / "index.json").unlink()
    with pytest.raises(ValueError, match="not to the end"):
        open_dataset(tmp_path / "work")


def test_the_command_ends_with_a_sentence(tmp_path):
    with pytest.raises(SystemExit, match="is not a folder"):
        main([str(tmp_path / "nowhere"), "--out", str(tmp_path / "work")])


def test_without_classes_label_values_are_class_ids():
    assert read_classes(None) == {n: n for n in range(12)}
