"""Checkpoints of taming-transformers: the project's networks, graphs and window against the authors' own package."""

import copy
import hashlib
import itertools
import json
import sys
import types
from unittest import mock

import numpy as np
import onnx
import pytest
import torch
import yaml
from authors import drawn, load_authors, their_loop
from conftest import PARITY
from safetensors import safe_open

from plein_air import import_compvis
from plein_air.bundles.model_card import card
from plein_air.bundles.parity_sampler import LEAST
from plein_air.compvis import checkpoint as checkpoints
from plein_air.compvis.config import LABELS, SIDE, sliding_config
from plein_air.compvis.export_graphs import sliding_graphs
from plein_air.compvis.labels import LABEL_OF_CLASS, label_table
from plein_air.compvis.self_test import causal_bias, self_test
from plein_air.compvis.tiny import CONFIG, tiny_sliding
from plein_air.compvis.window import runs, sequence, window_start
from plein_air.export_tiny_sliding import BUNDLE, LATTICES, SAMPLED, VECTORS, one_hot
from plein_air.import_compvis import import_checkpoint
from plein_air.models.names import CLASSES
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import Variety
from plein_air.models.sessions import Graph
from plein_air.parity import painted_layout

FOLDER = PARITY / BUNDLE
SIZES = {"double_z": False, "resolution": 256, "attn_resolutions": [16], "dropout": 0.0, "ch": 32, "z_channels": 32}
GRAPH_ERROR = 1e-4  # of pixels about [-1, 1] and of logits


def stage(labels: int, multipliers: list[int], blocks: int, target: str = "VQModel") -> dict:
    sizes = SIZES | {"in_channels": labels, "out_ch": labels, "ch_mult": multipliers, "num_res_blocks": blocks}
    params = {"embed_dim": 16, "n_embed": 64, "ddconfig": sizes, "lossconfig": {"target": "taming.modules.losses.DummyLoss"}}
    more = {"n_labels": labels, "image_key": "segmentation"} if target == "VQSegmentationModel" else {}
    return {"target": f"taming.models.vqgan.{target}", "params": params | more}


def project() -> dict:
    """A config as configs/sflckr_transformer.yaml of CompVis/taming-transformers, at small width."""
    gpt = {"vocab_size": 64, "block_size": 512, "n_layer": 3, "n_head": 4, "n_embd": 32}
    params = {
        "first_stage_key": "image",
        "cond_stage_key": "segmentation",
        "transformer_config": {"target": "taming.modules.transformer.mingpt.GPT", "params": gpt},
        "first_stage_config": stage(3, [1, 1, 2, 2, 2], 1),
        "cond_stage_config": stage(LABELS, [1, 1, 1, 2, 2], 1, "VQSegmentationModel"),
    }
    return {"model": {"target": "taming.models.cond_transformer.Net2NetTransformer", "params": params}}


def author_model(of: dict):
    params = copy.deepcopy(of["model"]["params"])
    return load_authors()(**params).eval().requires_grad_(False)


@pytest.fixture(scope="module")
def authors():
    """Their model with random weights. Theirs are about 0.02 at first, so that all would look alike: these are larger."""
    torch.manual_seed(7)
    model = author_model(project())
    for parameter in model.transformer.parameters():
        parameter.add_(0.15 * torch.randn(parameter.shape))
    for quantize in (model.first_stage_model.quantize, model.cond_stage_model.quantize):
        quantize.embedding.weight.normal_()
    return model


@pytest.fixture(scope="module")
def saved(authors, tmp_path_factory):
    """Their checkpoint as pytorch-lightning 1.0 writes it, with the class of a callback and numbers of numpy inside; its config."""
    folder = tmp_path_factory.mktemp("authors")
    place = "pytorch_lightning.callbacks.model_checkpoint"
    callback = type("ModelCheckpoint", (), {"__module__": place})
    modules = {name: types.ModuleType(name) for name in ("pytorch_lightning", "pytorch_lightning.callbacks", place)}
    modules[place].ModelCheckpoint = callback
    state = {"best": np.float64(2.5), "callback": callback()}
    content = {"epoch": 3, "state_dict": authors.state_dict(), "callbacks": {callback: state}}
    with mock.patch.dict(sys.modules, modules):
        torch.save(content, folder / "last.ckpt")
    (folder / "project.yaml").write_text(yaml.safe_dump(project()))
    return folder


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


@pytest.mark.parametrize("size", [(16, 16), (20, 24), (32, 16)])
def test_runs_are_all_cells_in_raster_order(size):
    found = list(runs(*size))
    assert [cell for run in found for cell in run.cells] == list(np.ndindex(size))
    assert all((a.top, a.left) != (b.top, b.left) for a, b in itertools.pairwise(found))
    assert len(found) == 1 if size == (16, 16) else len(found) > 16


def test_the_class_any_and_every_other_one_have_a_label():
    assert len(label_table()) == 13 and label_table()[0] == label_table()[12]
    assert all(0 <= label < LABELS for label in label_table())
    text = (PARITY.parent.parent / "src" / "core" / "conventions" / "cocoStuff.ts").read_text()
    for id_, (label, name) in LABEL_OF_CLASS.items():
        (line,) = [line for line in text.splitlines() if line.startswith(f"{label} ")]
        assert line.endswith(f" {name}"), f"label {label} is no {name}: {line}"
        name_of_class = dict((number, word) for number, word, _ in CLASSES)[id_]
        assert id_ == 12 or line.split()[2] == name_of_class


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


# What is refused.


def test_a_checkpoint_becomes_a_bundle_and_its_objects_are_not_run(saved, tmp_path):
    manifest = import_checkpoint(saved / "last.ckpt", saved / "project.yaml", tmp_path / "mine", "Mine")
    assert json.loads((tmp_path / "mine" / "manifest.json").read_text()) == manifest
    assert "last.ckpt" in manifest["about"]["summary"]


def test_code_in_a_checkpoint_is_not_run(authors, tmp_path):
    class Malicious:
        def __reduce__(self):
            return (open, (str(tmp_path / "was here"), "w"))

    torch.save({"state_dict": authors.state_dict(), "callbacks": {"x": Malicious()}}, tmp_path / "bad.ckpt")
    assert "transformer.head.weight" in checkpoints.read_state(tmp_path / "bad.ckpt")
    assert not (tmp_path / "was here").exists()


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("target", "x.Y", "not a taming"),
        ("params.cond_stage_config", "__is_unconditional__", "only models with a layout"),
        ("params.first_stage_config.target", "taming.models.vqgan.GumbelVQ", "first_stage_config"),
        ("params.first_stage_config.params.ddconfig.ch_mult", [1, 1, 2, 4], "16 pixels wide"),
        ("params.first_stage_config.params.ddconfig.ch", 48, "multiple of 32"),
        ("params.first_stage_config.params.ddconfig.z_channels", None, "z_channels"),
        ("params.first_stage_config.params.ddconfig.attn_type", "linear", "does not know"),
        ("params.first_stage_config.params.remap", "used.npy", "left out"),
        ("params.cond_stage_config.params.ddconfig.in_channels", 150, "182"),
        ("params.transformer_config.params.block_size", 256, "block_size"),
        ("params.transformer_config.params.n_unmasked", 256, "n_unmasked"),
        ("params.transformer_config.params.local_attn", True, "local_attn"),
        ("params.transformer_config.params.n_head", 5, "n_head"),
        ("params.transformer_config.params.vocab_size", 128, "n_embed"),
        ("params.permuter_config", {"target": "taming.modules.transformer.permuter.Subsample"}, "order of rows"),
        ("params.downsample_cond_size", 128, "downsample_cond_size"),
    ],
)
def test_a_config_that_cannot_be_imported_is_refused_with_a_sentence(path, value, sentence):
    of = project()
    *parents, last = path.split(".")
    at = of["model"]
    for name in parents:
        at = at[name]
    at[last] = value
    with pytest.raises(ValueError, match=sentence) as raised:
        sliding_config(of)
    assert "\n" not in str(raised.value) and str(raised.value).endswith(".")


def changed(authors, tmp_path, change):
    state = dict(authors.state_dict())
    change(state)
    torch.save({"state_dict": state}, tmp_path / "changed.ckpt")
    return checkpoints.models_of(sliding_config(project()), checkpoints.read_state(tmp_path / "changed.ckpt"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda state: state.pop("transformer.ln_f.bias"), r"lacks `transformer.ln_f.bias`"),
        (lambda state: state.update({"transformer.blocks.9.ln1.bias": torch.zeros(32)}), "does not ask for"),
        (lambda state: state.update({"transformer.ln_f.bias": torch.zeros(33)}), "shape"),
        (lambda state: state.update({"transformer.blocks.0.attn.mask": torch.ones(1, 1, 512, 512)}), "comes after"),
        (lambda state: state.update({"ema.decay": torch.zeros(1)}), "none of the three"),
        (lambda state: [state.pop(name) for name in list(state) if name.startswith("cond_stage")], "cond_stage_model"),
    ],
)
def test_a_checkpoint_that_does_not_fit_its_config_is_refused_with_a_sentence(authors, tmp_path, change, sentence):
    with pytest.raises(ValueError, match=sentence):
        changed(authors, tmp_path, change)


@pytest.mark.parametrize("content", [b"", b"no checkpoint", b"PK\x03\x04 neither"])
def test_a_file_that_is_no_checkpoint_is_refused_with_a_sentence(tmp_path, content):
    (tmp_path / "some.ckpt").write_bytes(content)
    with pytest.raises(ValueError, match="not a checkpoint"):
        checkpoints.read_state(tmp_path / "some.ckpt")


def test_the_command_ends_with_the_sentence(monkeypatch, saved, tmp_path):
    arguments = [
        "--checkpoint",
        str(tmp_path / "nowhere.ckpt"),
        "--config",
        str(saved / "project.yaml"),
        "--out",
        str(tmp_path / "x"),
    ]
    monkeypatch.setattr("sys.argv", ["import_compvis", *arguments])
    with pytest.raises(SystemExit, match=r"nowhere\.ckpt"):
        import_compvis.main()


def test_sequences_have_the_layout_first():
    cond, tokens = np.arange(400).reshape(20, 20), -np.arange(400).reshape(20, 20)
    found = sequence(cond, tokens, 2, 4, (10, 12))
    assert len(found) == 256 + 8 * 16 + 8
    assert found[0] == cond[2, 4] and found[256] == tokens[2, 4] and found[-1] == tokens[10, 11]
