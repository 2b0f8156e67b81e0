"""The models against vectors that were written with the checkpoints, by the code that trained them."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from plein_air.models.checkpoints import load_decoder, load_models, load_transformer, load_vqgan
from plein_air.models.sampling import Variety, generate
from plein_air.models.vqgan import look_up, nearest_codes

MOOD = 4  # of every vector
NARROW = Variety(temperature=0.9, top_k=50, top_p=0.95)


@pytest.fixture(scope="module")
def models(checkpoints):
    return load_models(checkpoints)


@pytest.fixture(scope="module")
def vectors(checkpoints):
    if not (checkpoints / "parity.safetensors").exists():
        pytest.skip(f"{checkpoints} has no parity.safetensors")
    return load_file(checkpoints / "parity.safetensors")


def part(vectors: dict, name: str) -> dict:
    return {key.removeprefix(f"{name}."): tensor for key, tensor in vectors.items() if key.startswith(f"{name}.")}


def test_the_encoder_gives_its_vector(models, vectors):
    encoder = part(vectors, "encoder")
    assert torch.equal(nearest_codes(models.encoder(encoder["rgb"]), models.codebook).int(), encoder["tokens"])


def test_the_decoder_gives_its_vectors(checkpoints):
    """Of the prototype that it was handed over from: tokens with empty cells, features and RGB of its float16 weights."""
    if not (checkpoints / "fine-parity.npz").exists():
        pytest.skip(f"{checkpoints} has no fine-parity.npz")
    vector, decoder = np.load(checkpoints / "fine-parity.npz"), load_decoder(checkpoints / "fine.safetensors")
    _, codebook = load_vqgan(checkpoints)
    assert (vector["tokens"] == -1).any()
    features = decoder.features(look_up(torch.from_numpy(vector["tokens"].astype(np.int64))[None], codebook))
    assert torch.allclose(features[0], torch.from_numpy(vector["features"]), atol=1e-5)
    assert torch.allclose(decoder.upsample(features)[0], torch.from_numpy(vector["rgb"]), atol=1e-5)


def test_step_gives_its_vector(models, vectors):
    step = part(vectors, "step")
    inputs = {name: step[name] for name in ("left", "up", "upright", "i", "j", "cache", "slots", "bias")}
    logits, new = models.transformer.step(step["ctx"], **inputs)
    assert torch.allclose(logits, step["logits"], atol=2e-5)
    assert torch.allclose(new, step["new"], atol=2e-5)


@pytest.mark.parametrize("size", ["16x16", "8x24", "20x8"])
def test_context_and_full_forward_pass_give_their_vectors(models, vectors, size):
    vector = part(vectors, size)
    layout, known, mood = vector["layout"][None], vector["known"][None], torch.tensor([MOOD])
    assert torch.allclose(models.transformer.context(layout, known, mood), vector["context"], atol=1e-5)
    logits = models.transformer(vector["tokens"][None], layout, known, mood)
    assert torch.allclose(logits, vector["logits"], atol=5e-5)


@pytest.mark.parametrize(
    ("size", "name", "variety", "guidance"),
    [("20x8", "tokens", Variety(), 1.0), ("20x8", "tokens_guided", NARROW, 1.5)],
)
def test_a_lattice_is_sampled_token_for_token(models, vectors, size, name, variety, guidance):
    vector = {key: tensor.numpy() for key, tensor in part(vectors, size).items()}
    sample = generate(models.transformer, vector["layout"], vector["known"], MOOD, vector["noise"], variety, guidance)
    assert (sample.tokens == vector[name]).all()


def test_what_is_no_file_of_weights_is_said_so(tmp_path, checkpoints):
    path = tmp_path / "transformer.safetensors"
    with pytest.raises(ValueError, match="is not there"):
        load_transformer(path)
    path.write_bytes(b"no weights at all")
    with pytest.raises(ValueError, match="cannot be read as weights"):
        load_transformer(path)
    with pytest.raises(ValueError, match="has not the weights of this model"):
        load_transformer(checkpoints / "vqgan.safetensors")


def test_weights_of_another_size_are_refused(tmp_path, tiny):
    save_file(tiny.decoder.state_dict(), tmp_path / "decoder.safetensors")  # without a note: they are to be the default ones
    with pytest.raises(ValueError, match="size mismatch"):
        load_decoder(tmp_path / "decoder.safetensors")
