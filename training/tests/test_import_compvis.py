"""Importing a checkpoint of taming-transformers: what becomes a bundle, and what is refused with a sentence."""

import json

import pytest
import torch
from authors import project

from plein_air import import_compvis
from plein_air.compvis import checkpoint as checkpoints
from plein_air.compvis.config import sliding_config
from plein_air.import_compvis import import_checkpoint


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
