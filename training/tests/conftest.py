import os
from pathlib import Path

import onnx
import pytest

from plein_air.checkpoints import Models
from plein_air.export_graphs import export_graphs, stored
from plein_air.read_back import models_of, read_graphs, read_weights_back
from plein_air.tiny import tiny_models

TRAINING = Path(__file__).parent.parent
BUNDLES = TRAINING.parent / "public" / "models"
PARITY = TRAINING / "parity"
NAMES = ("tiny", "landscapes")


@pytest.fixture(scope="session")
def checkpoints() -> Path:
    """The folder of the checkpoints that `landscapes` was exported from. They are not part of the repository."""
    folder = os.environ.get("PLEIN_AIR_CHECKPOINTS")
    if not folder:
        pytest.skip("PLEIN_AIR_CHECKPOINTS does not name a folder of checkpoints")
    return Path(folder)


@pytest.fixture(scope="session")
def exact() -> Models:
    """The tiny models as they are drawn, before they are stored in 8 bits."""
    return tiny_models()


@pytest.fixture(scope="session")
def exact_graphs(exact) -> dict[str, onnx.ModelProto]:
    return export_graphs(exact)


@pytest.fixture(scope="session")
def tiny_graphs(exact_graphs) -> dict[str, onnx.ModelProto]:
    return {name: stored(graph, "int8") for name, graph in exact_graphs.items()}


@pytest.fixture(scope="session")
def tiny(tiny_graphs, exact) -> Models:
    return models_of(tiny_graphs, exact.mood_swatches)


@pytest.fixture(scope="session", params=NAMES)
def bundle(request) -> Path:
    return BUNDLES / request.param


@pytest.fixture(scope="session")
def bundle_graphs(bundle) -> dict[str, onnx.ModelProto]:
    return read_graphs(bundle)


@pytest.fixture(scope="session")
def bundle_models(bundle) -> Models:
    return read_weights_back(bundle)
