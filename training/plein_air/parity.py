"""Writes the parity vectors: inputs, and what the models give for them, that the page's engine is held to.

python -m plein_air.parity --models ../public/models --out parity

The models are read back from the bundles' graphs, so the weights are those that the page has. training/README.md lists the files.
"""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.numpy import save_file

from plein_air.bundles.parity_sampler import Sampler
from plein_air.bundles.parity_segmenter import segmenter_vectors
from plein_air.bundles.read_back import read_weights_back
from plein_air.data.moods import mood_space_of
from plein_air.models.checkpoints import Models
from plein_air.models.context import ANY, SUB_CELLS
from plein_air.models.moods import MoodSpace, mood_features, nearest_moods
from plein_air.models.noise import noise, noise_lattice
from plein_air.models.region import region_crop
from plein_air.models.sampling import NONE, Variety
from plein_air.models.vqgan import CELL_PIXELS, CORE_CELL_PIXELS, look_up, nearest_codes
from plein_air.models.zooms import HALF
from plein_air.training.options import folders

Arrays = dict[str, np.ndarray]

# (rows, columns) of the lattices of `tiny`; 9 columns are no multiple of 4, so its features are noise.
TINY_LATTICES = ((16, 16), (8, 4), (8, 8), (8, 64), (64, 32))
ODD_LATTICE = (12, 9)
FEATURES_SEED = 77
MOOD_PICTURE = (12, 10)  # rows and columns of pixels
MOOD_PICTURES = ((1, 0, 60), (2, 0, 256), (3, 90, 140), (4, 160, 256), (5, 20, 25), (6, 230, 256))  # seed, least, most
REPAINTED_LATTICE = (24, 40)
ORIGIN = (-8, -12)  # of the picture's first cell in the coordinates of the noise: it was extended to the left and the top
VARIETY = Variety(temperature=0.9, top_k=50, top_p=0.95)


def painted_layout(rows: int, columns: int) -> np.ndarray:
    """int32 [4H, 4W]: sky, mountains, water, a shore, and a corner left to the model."""
    height, width = SUB_CELLS * rows, SUB_CELLS * columns
    layout = np.full((height, width), 1, np.int32)
    layout[height // 3 :] = 3
    layout[height // 2 :] = 9
    layout[4 * height // 5 :, : width // 2] = 7
    layout[: height // 8, -width // 4 :] = ANY
    return layout


def some_known(rows: int, columns: int, codes: int, seed: int) -> np.ndarray:
    """int32 [H, W]: a block in a corner is known, its tokens are noise."""
    known = np.full((rows, columns), NONE, np.int32)
    tokens = np.floor(noise_lattice(seed, rows // 4, columns // 3, first_row=5000) * codes)
    known[: rows // 4, : columns // 3] = tokens
    return known


def write(out: Path, name: str, arrays: Arrays, said: dict) -> None:
    """Writes a file; its header's metadata is `json`, one JSON object."""
    contiguous = {key: np.ascontiguousarray(array) for key, array in arrays.items()}
    save_file(contiguous, out / f"{name}.safetensors", {"json": json.dumps(said)})
    print(f"{name}: {json.dumps(said)}", flush=True)


@torch.no_grad()
def write_graph_vectors(out: Path, models: Models) -> None:
    """Each graph of `landscapes` alone: context, step with a cache, decoder, encoder."""
    config = models.transformer.config
    rows, columns, mood = 8, 12, 4
    layout, known = painted_layout(rows, columns), some_known(rows, columns, config.codes, 1)
    arrays = {"layout": layout[None], "known": known[None], "mood": np.array([mood], np.int32)}
    if config.distilled:
        arrays["guidance"] = np.array([2.5], np.float32)
    if config.zooms:
        arrays["zoom"] = np.array([HALF], np.int32)
    context = models.transformer.context(**{name: torch.from_numpy(array) for name, array in arrays.items()})[0]
    write(out, "landscapes-context", arrays | {"features": context.numpy()}, {"rows": rows, "columns": columns})

    lanes, slots = 3, 60
    bias = np.where(noise_lattice(2, lanes, config.window.slots + 1, first_row=300) < 0.3, -1e9, 0).astype(np.float32)
    bias[:, -1] = 0
    inputs = {
        "features": (noise_lattice(2, lanes, config.width) - 0.5).astype(np.float32),
        "left": np.array([1, 2, config.codes], np.int32),
        "up": np.array([5, config.codes, 7], np.int32),
        "upright": np.array([9, 10, config.codes], np.int32),
        "i": np.array([3, 30, 0], np.int32),
        "j": np.array([5, 60, 0], np.int32),
        "cache": (2 * noise_lattice(2, slots, config.cache_width, first_row=100) - 1).astype(np.float32),
        "slots": np.floor(noise_lattice(2, lanes, config.window.slots, first_row=200) * slots).astype(np.int32),
        "bias": bias,
    }
    logits, new = models.transformer.step(**{name: torch.from_numpy(array) for name, array in inputs.items()})
    write(out, "landscapes-step", inputs | {"logits": logits.numpy(), "new": new.numpy()}, {})

    side = 6
    tokens = np.floor(noise_lattice(3, side, side) * config.codes).astype(np.int32)
    tokens[:2, :2] = NONE
    features = models.decoder.features(look_up(torch.from_numpy(tokens)[None], models.codebook))
    rgb = models.decoder.upsample(features)
    arrays = {"tokens": tokens[None], "features": features.numpy(), "rgb": rgb.numpy().astype(np.float16)}
    write(out, "landscapes-decoder", arrays, {})

    # A smooth picture of noise, in bytes as a photograph is: rgb = bytes / 127.5 - 1.
    coarse = torch.from_numpy(np.stack([noise_lattice(seed, side, side) for seed in (4, 5, 6)])).float()[None]
    smooth = F.interpolate(coarse, scale_factor=CELL_PIXELS, mode="bicubic").clamp(0, 1)
    pixels = (smooth * 255).round().byte()
    halved = F.avg_pool2d(pixels / 127.5 - 1, CELL_PIXELS // CORE_CELL_PIXELS)
    found = nearest_codes(models.encoder(halved), models.codebook)
    write(out, "landscapes-encoder", {"bytes": pixels.numpy(), "tokens": found.int().numpy()}, {})


def write_lattice(out: Path, name: str, models: Models, size: tuple[int, int], guidance: float, mood: int) -> None:
    """One whole sampled lattice, some of it known."""
    rows, columns = size
    sampler = Sampler(models)
    layout, known = painted_layout(rows, columns), some_known(rows, columns, sampler.config.codes, 1)
    features = sampler.features(layout, known, mood, guidance)
    sample, said = sampler.vector(features, known, VARIETY, guidance)
    arrays = {"layout": layout, "known": known, "tokens": sample.tokens}
    write(out, name, arrays, {"rows": rows, "columns": columns, "mood": mood, "zoom": sampler.zoom} | said)


def write_odd_lattice(out: Path, models: Models) -> None:
    """A lattice whose features are noise: features[i, j, k] = noise(featuresSeed, i * W + j, k) - 0.5."""
    rows, columns = ODD_LATTICE
    sampler = Sampler(models)
    width = sampler.config.width
    features = (noise_lattice(FEATURES_SEED, rows * columns, width) - 0.5).astype(np.float32)
    known = np.full(ODD_LATTICE, NONE, np.int32)
    sample, said = sampler.vector(features.reshape(1, rows, columns, width), known, VARIETY)
    said = {"rows": rows, "columns": columns, "featuresSeed": FEATURES_SEED} | said
    write(out, f"tiny-{rows}x{columns}", {"tokens": sample.tokens}, said)


def write_resumed_lattice(out: Path, models: Models) -> None:
    """A run stopped after half of its steps and resumed: with the tokens so far forced it gives what it would have given."""
    rows = columns = 16
    sampler = Sampler(models)
    layout, known = painted_layout(rows, columns), some_known(rows, columns, sampler.config.codes, 1)
    features = sampler.features(layout, known, 2, 1.0)
    sample, said = sampler.vector(features, known, VARIETY)
    i, j = np.mgrid[:rows, :columns]
    lag = sampler.config.window.lag(columns)
    steps = (columns + lag * (rows - 1)) // 2
    forced = np.where(j + lag * i < steps, sample.tokens, NONE).astype(np.int32)
    resumed = sampler.sample(features, known, said["seed"], VARIETY, forced=forced)
    if not np.array_equal(resumed.tokens, sample.tokens):
        raise AssertionError("a resumed run differs from one that was not interrupted")
    arrays = {"layout": layout, "known": known, "forced": forced, "tokens": sample.tokens}
    write(out, "tiny-resumed", arrays, {"rows": rows, "columns": columns, "mood": 2, "zoom": sampler.zoom, "steps": steps} | said)


def write_repaint(out: Path, name: str, models: Models, guidance: float, mood: int) -> None:
    """A region in the middle of a picture, no rectangle, sampled anew on its crop with the noise of the picture's own places."""
    rows, columns = REPAINTED_LATTICE
    sampler = Sampler(models)
    layout = painted_layout(rows, columns)
    picture = np.floor(noise_lattice(9, rows, columns) * sampler.config.codes).astype(np.int32)
    region = np.zeros(REPAINTED_LATTICE, bool)
    region[10:15, 18:23] = True
    region[12, 23:25] = True
    region[10, 18] = False
    crop = region_crop(region, sampler.config.window)
    known = np.where(crop.of(region), NONE, crop.of(picture))
    features = sampler.features(crop.of(layout, SUB_CELLS), known, mood, guidance)
    origin = (ORIGIN[0] + crop.row, ORIGIN[1] + crop.column)
    sample, said = sampler.vector(features, known, VARIETY, guidance, origin)
    tokens = picture.copy()
    crop.of(tokens)[:] = sample.tokens
    if not np.array_equal(tokens[~region], picture[~region]):
        raise AssertionError("a token outside the region has changed")
    arrays = {"layout": layout, "picture": picture, "region": region.astype(np.int32), "tokens": tokens}
    place = {"rows": rows, "columns": columns, "originRow": ORIGIN[0], "originColumn": ORIGIN[1]}
    said = place | {"mood": mood, "zoom": sampler.zoom} | said
    write(out, name, arrays, said | {f"crop{key.title()}": value for key, value in crop._asdict().items()})


def write_json(path: Path, vectors: list[list]) -> None:
    """A vector a line."""
    lines = ",\n".join(json.dumps(vector) for vector in vectors)
    path.write_text(f"[\n{lines}\n]\n")


def write_noise(out: Path) -> None:
    """noise.json: [seed, row, column, noise] of corners and of the ordinary."""
    seeds = (0, 1, 2, 12345, 2**31 - 1, 2**31, 2**32 - 1, 3_141_592_653)
    places = ((0, 0), (0, 1), (1, 0), (-1, -1), (-64, 31), (63, -1), (-(2**31), 2**31 - 1), (1000, 7))
    vectors = [[seed, row, column, float(noise(seed, row, column))] for seed in seeds for row, column in places]
    write_json(out / "noise.json", vectors)


def noise_picture(seed: int, least: int, most: int) -> np.ndarray:
    """uint8 [12, 10, 3]: pixel[y, x, c] = least + floor(noise(seed, y, 3 x + c) (most - least))."""
    rows, columns = MOOD_PICTURE
    return (least + np.floor(noise_lattice(seed, rows, 3 * columns) * (most - least))).reshape(rows, columns, 3)


def write_moods(out: Path, space: MoodSpace) -> None:
    """mood.json: [seed, least, most, the features of the picture of noise, its mood in `landscapes`]."""
    vectors = []
    for seed, least, most in MOOD_PICTURES:
        features = mood_features(noise_picture(seed, least, most)[None])
        vectors.append([seed, least, most, features[0].tolist(), int(nearest_moods(features, space)[0])])
    write_json(out / "mood.json", vectors)


def main() -> None:
    arguments = folders(__doc__, models="the folder with the bundles `landscapes` and `tiny`", out="the folder to write to")
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_noise(arguments.out)
    write_moods(arguments.out, mood_space_of(arguments.models / "landscapes"))
    for name, tensors in segmenter_vectors(arguments.models).items():
        write(arguments.out, name, tensors, {})
    tiny = read_weights_back(arguments.models / "tiny")
    for rows, columns in TINY_LATTICES:
        write_lattice(arguments.out, f"tiny-{rows}x{columns}", tiny, (rows, columns), 1.0, mood=3)
    write_lattice(arguments.out, "tiny-16x16-guided", tiny, (16, 16), 1.5, mood=3)
    write_odd_lattice(arguments.out, tiny)
    write_resumed_lattice(arguments.out, tiny)
    write_repaint(arguments.out, "tiny-repaint", tiny, 1.0, mood=3)
    landscapes = read_weights_back(arguments.models / "landscapes")
    write_graph_vectors(arguments.out, landscapes)
    write_repaint(arguments.out, "landscapes-repaint", landscapes, 1.0, mood=6)
    write_repaint(arguments.out, "landscapes-repaint-guided", landscapes, 2.0, mood=6)
    write_lattice(arguments.out, "landscapes-16x16", landscapes, (16, 16), 1.0, mood=6)
    write_lattice(arguments.out, "landscapes-16x16-guided", landscapes, (16, 16), 1.5, mood=6)


if __name__ == "__main__":
    main()
