"""Reads a folder of checkpoints: vqgan.safetensors, decoder.safetensors, transformer.safetensors, moods.npz.

Weights are stored in float16 and widened: the widened ones are the model. Every load is strict: a tensor that is missing,
unknown or of another shape is an error.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from safetensors import SafetensorError, safe_open

from plein_air.models.decoder import Decoder, DecoderConfig
from plein_air.models.transformer import LatticeTransformer, TransformerConfig
from plein_air.models.vqgan import CoreDecoder, Encoder, VqganConfig

CODEBOOK_ID = "codebook_id"  # metadata of a file of weights: the codebook it was trained for
CONFIG_NOTE = "config"  # metadata of a file of weights: the sizes of its model, as JSON
VQGAN = "vqgan.safetensors"
Config, Network = TypeVar("Config"), TypeVar("Network", bound=torch.nn.Module)


@dataclass(frozen=True)
class Models:
    """The two stages, in evaluation mode, float32."""

    encoder: Encoder
    codebook: torch.Tensor  # [codes, code_dimension], unit length
    decoder: Decoder
    transformer: LatticeTransformer
    mood_swatches: np.ndarray  # uint8 [moods, 3, 3]: RGB of the top, middle and bottom third


def codebook_id(codebook: torch.Tensor) -> str:
    """The sha256 of the codebook's float32 bytes (little endian, row by row): what makes tokens mean the same picture."""
    return hashlib.sha256(codebook.detach().contiguous().numpy().astype("<f4").tobytes()).hexdigest()


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """Raises ValueError if the file is missing or damaged."""
    with open_weights(path) as file:
        return {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118


def open_weights(path: Path) -> safe_open:
    """A file of weights, for a `with`. Raises ValueError, with what to do, if it is missing or damaged."""
    if not path.exists():
        raise ValueError(f"{path} is not there: a run writes its weights with its first checkpoint (--save-every), or at its end")
    try:
        return safe_open(path, "pt")
    except SafetensorError as problem:
        raise ValueError(f"{path} cannot be read as weights: {problem}") from problem


def part(tensors: dict[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}


def halved(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """As a file of weights has them: in float16."""
    return {name: tensor.detach().cpu().half().contiguous() for name, tensor in state.items()}


def config_note(config) -> dict[str, str]:
    """What a file of weights says in its metadata of the sizes of its model."""
    return {CONFIG_NOTE: json.dumps(asdict(config), sort_keys=True)}


def noted_config(path: Path, kind: type[Config]) -> Config:
    """The sizes that a file of weights notes; without a note, those of the default model. Raises ValueError if it is none."""
    with open_weights(path) as file:
        fields = json.loads((file.metadata() or {}).get(CONFIG_NOTE, "{}"))
    try:
        return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})
    except TypeError:
        raise ValueError(f"{path} has the weights of another kind of model") from None


def loaded(kind: type[Network], config: type, path: Path, prefix: str = "") -> Network:
    """A network of the sizes that a file notes, with those of its weights whose names begin so. Raises ValueError if a tensor is
    missing, unknown or of another shape."""
    network = kind(noted_config(path, config))
    try:
        network.load_state_dict(part(read_tensors(path), prefix))
    except RuntimeError as problem:
        raise ValueError(f"{path} has not the weights of this model. {problem}") from problem
    return network.eval().requires_grad_(False)


def load_decoder(path: Path) -> Decoder:
    return loaded(Decoder, DecoderConfig, path)


def load_transformer(path: Path) -> LatticeTransformer:
    return loaded(LatticeTransformer, TransformerConfig, path)


def load_core_decoder(folder: Path) -> CoreDecoder:
    return loaded(CoreDecoder, VqganConfig, folder / VQGAN, "decoder.")


def load_vqgan(folder: Path) -> tuple[Encoder, torch.Tensor]:
    """Encoder and codebook. The core decoder of the same file is superseded by decoder.safetensors."""
    return loaded(Encoder, VqganConfig, folder / VQGAN, "encoder."), read_tensors(folder / VQGAN)["codebook"]


def load_models(folder: Path) -> Models:
    """Raises ValueError if the parts were not trained on the same codebook."""
    encoder, codebook = load_vqgan(folder)
    transformer = load_transformer(folder / "transformer.safetensors")
    if not torch.equal(transformer.codebook, codebook.half().float()):
        raise ValueError(f"{folder}: transformer.safetensors was trained on another codebook than vqgan.safetensors")
    return Models(
        encoder=encoder,
        codebook=codebook,
        decoder=load_decoder(folder / "decoder.safetensors"),
        transformer=transformer,
        mood_swatches=np.load(folder / "moods.npz")["swatches"],
    )


def steps_beside(weights: Path) -> int:
    """How long weights were trained: `step` of the JSON that trainers write beside them; 0 if there is none."""
    path = weights.with_suffix(".json")
    return json.loads(path.read_text())["step"] if path.exists() else 0


def codebook_of(weights: Path) -> str:
    """The id of the codebook that a file of weights was trained for: its own word, else the vqgan.safetensors beside it."""
    with open_weights(weights) as file:
        noted = (file.metadata() or {}).get(CODEBOOK_ID)
    if noted:
        return noted
    if not (weights.parent / VQGAN).exists():
        raise ValueError(f"{weights} does not say for which codebook it was trained, and no vqgan.safetensors is beside it")
    return codebook_id(load_vqgan(weights.parent)[1])
