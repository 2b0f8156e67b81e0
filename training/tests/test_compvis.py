"""Checkpoints of taming-transformers: the project's networks, graphs and window against the authors' own package."""

import hashlib
import json

import numpy as np
import onnx
import pytest
import torch
from authors import author_model, drawn, project, stage, their_loop
from conftest import PARITY
from safetensors import safe_open

from plein_air.bundles.model_card import card
from plein_air.bundles.parity_sampler import LEAST
from plein_air.compvis import checkpoint as checkpoints
from plein_air.compvis.config import LABELS, SIDE, sliding_config
from plein_air.compvis.export_graphs import sliding_graphs
from plein_air.compvis.labels import LABEL_OF_CLASS, label_table
from plein_air.compvis.self_test import causal_bias, self_test
from plein_air.compvis.tiny import CONFIG, tiny_sliding
from plein_air.compvis.window import sequence, window_start
from plein_air.export_tiny_sliding import BUNDLE, LATTICES, SAMPLED, VECTORS, one_hot
from plein_air.models.names import CLASSES
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import Variety
from plein_air.models.sessions import Graph
from plein_air.parity import painted_layout

FOLDER = PARITY / BUNDLE
GRAPH_ERROR = 1e-4  # of pixels about [-1, 1] and of logits


@pytest.fixture(scope="module")
def models(saved):
    return checkpoints.models_of(sliding_config(project()), checkpoints.read_state(saved / "last.ckpt"))


@pytest.fixture(scope="module")
def graphs(models):
    return {name: Graph(graph) for name, graph in sliding_graphs(models).items()}


def test_logits_are_those_of_the_authors(authors, models):
    codes = torch.randint(0, 64, (2, 511))
    expected, _ = authors.transformer(codes)
    assert expected.std() > 0.5
    assert (models.gpt(codes) - expected).abs().max() < 1e-4


def test_pixels_are_those_of_the_authors(authors, models, graphs):
    codes = torch.randint(0, 64, (1, 17, 20))
    expected = authors.decode_to_img(codes.flatten(1), (1, 16, 17, 20))
    assert expected.std() > 0.05
    assert (models.first(codes) - expected).abs().max() < GRAPH_ERROR
    (rgb,) = graphs["decoder"](tokens=codes.numpy())
    assert np.abs(rgb - expected.numpy()).max() < GRAPH_ERROR


def test_a_layout_has_the_codes_that_the_authors_give_it(authors, models, graphs):
    layout = painted_layout(18, 20)
    labels = one_hot(layout)
    _, expected = authors.encode_to_c(labels)
    distances = models.cond.distances(labels)
    assert torch.equal(distances.argmin(1).flatten(), expected)
    assert len(expected.unique()) > 3
    nearest = distances.topk(2, 1, largest=False).values
    sure = (nearest[:, 1] - nearest[:, 0] > 1e-3).numpy()
    (codes,) = graphs["condition"](layout=layout[None])
    assert sure.mean() > 0.9 and np.array_equal(codes[sure], expected.view(1, 18, 20).numpy()[sure])


def in_pieces(graph: Graph, codes: np.ndarray, cache_width: int, counts: list[int]) -> list[np.ndarray]:
    """The logits after each piece of a sequence that is run piece by piece with a cache."""
    cache, logits, begin = np.zeros((1, cache_width), np.float32), [], 0
    for count in counts:
        past = len(cache)
        bias = causal_bias(count, past)
        if begin == 0:  # there is nothing yet: the row of the cache is masked
            bias[:, 0] = -1e9
        positions = np.arange(begin, begin + count)
        after, new = graph(codes=codes[begin : begin + count], positions=positions, cache=cache, bias=bias)
        cache = np.concatenate([cache[: begin or 0], new])
        logits.append(after[0])
        begin += count
    return logits


def test_a_cache_gives_the_logits_of_the_whole_sequence(authors, models, graphs):
    counts = [32] * 8 + [40, 1, 1, 1, 60, 1]
    codes = np.random.default_rng(1).integers(0, 64, sum(counts))
    expected = authors.transformer(torch.from_numpy(codes)[None])[0][0].numpy()
    found = in_pieces(graphs["step"], codes, models.config.cache_width, counts)
    assert np.abs(np.stack(found) - expected[np.cumsum(counts) - 1]).max() < GRAPH_ERROR


def test_the_window_is_that_of_the_authors():
    for length in range(SIDE, 70):
        for at in range(length):
            local = at if at <= 8 else 16 - (length - at) if length - at < 8 else 8  # as scripts/sample_conditional.py has it
            assert window_start(at, length) == at - local


def test_the_class_any_and_every_other_one_have_a_label():
    assert len(label_table()) == 13 and label_table()[0] == label_table()[12]
    assert all(0 <= label < LABELS for label in label_table())
    text = (PARITY.parent.parent / "src" / "core" / "conventions" / "cocoStuff.ts").read_text()
    for id_, (label, name) in LABEL_OF_CLASS.items():
        (line,) = [line for line in text.splitlines() if line.startswith(f"{label} ")]
        *_, name_of_class, name_of_label = line.split(maxsplit=5)  # after the label and its colours in three conventions
        assert name_of_label == name, f"label {label} is no {name}: {line}"
        assert id_ == 12 or name_of_class == dict((number, word) for number, word, _ in CLASSES)[id_]


# The committed bundle.


@pytest.fixture(scope="module")
def tiny_authors():
    """Their model with the weights of the committed bundle; what painting does not need is as they draw it."""
    models = tiny_sliding()
    of = project()
    params = of["model"]["params"]
    params["transformer_config"]["params"] |= {"vocab_size": CONFIG.codes, "n_layer": CONFIG.layers, "n_head": CONFIG.heads}
    for name, config in (("first_stage_config", CONFIG.first), ("cond_stage_config", CONFIG.cond)):
        params[name] = stage(config.inputs, list(config.multipliers), config.blocks)
        params[name]["params"] |= {"n_embed": config.codes, "embed_dim": config.code_dimension}
    assert sliding_config(of) == CONFIG
    model = author_model(of)
    parts = {"first_stage_model": models.first, "cond_stage_model": models.cond, "transformer": models.gpt}
    for name, own in parts.items():
        assert not getattr(model, name).load_state_dict(own.state_dict(), strict=False).unexpected_keys
    return model


@pytest.fixture(scope="module", params=LATTICES, ids=str)
def vector(request):
    rows, columns = request.param
    with safe_open(PARITY / VECTORS / f"{rows}x{columns}.safetensors", "numpy") as file:
        return {key: file.get_tensor(key) for key in file.keys()}, json.loads(file.metadata()["json"])  # noqa: SIM118


def variety_of(said: dict) -> Variety:
    return Variety(said["temperature"], said["topK"], said["topP"])


def test_the_authors_loop_samples_the_vector_token_for_token(tiny_authors, vector):
    tensors, said = vector
    _, cond = tiny_authors.encode_to_c(one_hot(tensors["layout"]))
    assert np.array_equal(cond.view(tensors["cond"].shape).numpy(), tensors["cond"])
    tokens = their_loop(tiny_authors, cond.view(1, *tensors["cond"].shape), tensors["known"], said["seed"], variety_of(said))
    assert np.array_equal(tokens, tensors["tokens"])
    rgb = tiny_authors.decode_to_img(torch.from_numpy(tensors["tokens"]).long().flatten()[None], (1, 8, *tokens.shape))
    assert np.abs(rgb[0].numpy()[SAMPLED] - tensors["rgb"]).max() < GRAPH_ERROR
    assert min(said["margin"], said["gap"]) > LEAST


def test_the_packages_own_sample_gives_the_vector_of_one_window(tiny_authors, monkeypatch):
    """`Net2NetTransformer.sample`, with the noise of the cells in the place of torch.multinomial's."""
    with safe_open(PARITY / VECTORS / "16x16.safetensors", "numpy") as file:
        tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
        said = json.loads(file.metadata()["json"])
    numbers = iter(noise_lattice(said["seed"], SIDE, SIDE).flatten())
    monkeypatch.setattr(torch, "multinomial", lambda probs, num_samples: drawn(probs, next(numbers), variety_of(said)))
    cond = torch.from_numpy(tensors["cond"]).long().flatten()[None]
    tokens = tiny_authors.sample(cond[:, :0], cond, SIDE * SIDE, temperature=said["temperature"], sample=True)
    assert np.array_equal(tokens.view(SIDE, SIDE).numpy(), tensors["tokens"])


def test_the_committed_bundle_is_what_its_manifest_says():
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    decoder = manifest["decoder"]
    files = [*manifest["graphs"].values(), decoder["whole"], decoder["swatches"]]
    for file in files:
        content = (FOLDER / file["file"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
    assert {path.name for path in FOLDER.iterdir()} == {file["file"] for file in files} | {"manifest.json", "card.md"}
    assert manifest["kind"] == "sliding" and manifest["lattice"]["minimum"] == SIDE
    assert (FOLDER / "card.md").read_text() == card(manifest)
    assert decoder["id"] == hashlib.sha256(decoder["whole"]["sha256"].encode()).hexdigest()[:16]
    assert sum(file["bytes"] for file in files) < 800_000


def test_the_committed_graphs_give_the_vector(vector):
    tensors, _ = vector
    running = {name: Graph(onnx.load(FOLDER / f"{name}.onnx")) for name in ("condition", "step", "decoder")}
    assert np.array_equal(running["condition"](layout=tensors["layout"][None])[0][0], tensors["cond"])
    (rgb,) = running["decoder"](tokens=tensors["tokens"][None])
    assert np.abs(rgb[0][SAMPLED] - tensors["rgb"]).max() < GRAPH_ERROR
    manifest = json.loads((FOLDER / "manifest.json").read_text())
    found = self_test(running["step"], running["decoder"], CONFIG.cache_width, CONFIG.codes)
    for part, name in (("step", "logits"), ("step", "new"), ("tile", "rgb")):
        numbers = np.array(manifest["selfTest"][part][name])
        assert numbers.std() > 0.01
        assert np.abs(np.array(found[part][name]) - numbers).max() < manifest["selfTest"]["tolerance"]


def test_sequences_have_the_layout_first():
    cond, tokens = np.arange(400).reshape(20, 20), -np.arange(400).reshape(20, 20)
    found = sequence(cond, tokens, 2, 4, (10, 12))
    assert len(found) == 256 + 8 * 16 + 8
    assert found[0] == cond[2, 4] and found[256] == tokens[2, 4] and found[-1] == tokens[10, 11]
