import hashlib
import os
import sys
import types
from pathlib import Path
from unittest import mock

import numpy as np
import onnx
import pytest
import torch
import yaml
from authors import author_model, project

from plein_air.bundles import export_graphs as exporting
from plein_air.bundles.export_graphs import export_graphs
from plein_air.bundles.read_back import read_graphs, read_weights_back
from plein_air.compvis import export_graphs as exporting_sliding
from plein_air.data.dataset import Dataset
from plein_air.models.checkpoints import Models
from plein_air.models.tiny import tiny_models
from plein_air.prepare import PrepareOptions, prepare

TRAINING = Path(__file__).parent.parent
BUNDLES = TRAINING.parent / "public" / "models"
PARITY = TRAINING / "parity"
NAMES = ("tiny", "landscapes")

torch.set_num_threads(1)  # the models are small, and threads that wait for each other are slower on a busy machine


@pytest.fixture(scope="session", autouse=True)
def exported_once():
    """Torch's exporter takes many seconds a graph: that of one network with the same weights is made once for all tests."""
    export, made = exporting.export, {}

    def once(module, config, inputs, *rest) -> onnx.ModelProto:
        state = hashlib.sha256(repr((module, config, [(name, tensor.shape) for name, tensor in inputs.items()])).encode())
        for name, tensor in module.state_dict().items():
            state.update(name.encode())
            state.update(tensor.contiguous().numpy().tobytes())
        key = state.hexdigest()
        if key not in made:
            made[key] = export(module, config, inputs, *rest).SerializeToString()
        return onnx.load_from_string(made[key])

    with pytest.MonkeyPatch.context() as patch:
        for place in (exporting, exporting_sliding):
            patch.setattr(place, "export", once)
        yield


@pytest.fixture(scope="session")
def checkpoints() -> Path:
    """The folder of the checkpoints that `landscapes` was exported from. They are not part of the repository."""
    folder = os.environ.get("PLEIN_AIR_CHECKPOINTS")
    if not folder:
        pytest.skip("PLEIN_AIR_CHECKPOINTS does not name a folder of checkpoints")
    return Path(folder)


@pytest.fixture(scope="session")
def tiny() -> Models:
    """The models of the committed bundle `tiny`, weights as stored."""
    return read_weights_back(BUNDLES / "tiny")


@pytest.fixture(scope="session")
def exact() -> Models:
    """The same as they were drawn, before they were stored in 8 bits."""
    return tiny_models()


@pytest.fixture(scope="session")
def exact_graphs(exact) -> dict[str, onnx.ModelProto]:
    return export_graphs(exact)


@pytest.fixture(scope="session", params=NAMES)
def bundle(request) -> Path:
    return BUNDLES / request.param


@pytest.fixture(scope="session")
def bundle_graphs(bundle) -> dict[str, onnx.ModelProto]:
    return read_graphs(bundle)


@pytest.fixture(scope="session")
def bundle_models(bundle) -> Models:
    return read_weights_back(bundle)


@pytest.fixture(scope="session")
def dataset(tmp_path_factory) -> Dataset:
    """Landscapes made by code, prepared with the moods of the bundle `tiny`: what every trainer is tested with."""
    return prepare(
        PrepareOptions(out=tmp_path_factory.mktemp("dataset"), smoke=True, threads=1, zooms=3, moods_of=BUNDLES / "tiny")
    )


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
