import io
import zipfile

import numpy as np
import onnx
import pytest
from PIL import Image

from plein_air.measure import encode, narrowed, store_decoder, store_encoder, store_transformer
from plein_air.noise import noise_lattice
from plein_air.photographs import HELD_OUT_EVERY, held_out
from plein_air.sessions import Graph


def png(pixels: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "png")
    return file.getvalue()


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """Two held-out pictures of noise, among others that must not be read."""
    folder = tmp_path_factory.mktemp("data")
    numbers = (noise_lattice(1, 150, 150) * 255).astype(np.uint8)
    with zipfile.ZipFile(folder / "images.zip", "w") as images, zipfile.ZipFile(folder / "labels.zip", "w") as labels:
        for n in range(HELD_OUT_EVERY + 2):
            read = n % HELD_OUT_EVERY == 0
            images.writestr(f"{n:04}.png", png(np.stack([numbers] * 3, -1)) if read else b"not a picture")
            labels.writestr(f"{n:04}.png", png(numbers // 22) if read else b"not a picture")
    return held_out(folder)


def test_only_the_held_out_photographs_are_read(photos):
    assert photos.photographs.shape == (2, 144, 144, 3)
    assert photos.layouts.shape == (2, 64, 64)
    assert photos.layouts.max() <= 11


def test_every_graph_is_stored_and_its_cost_is_measured(exact_graphs, photos):
    tokens = encode(Graph(exact_graphs["encoder"]), photos.photographs)
    assert tokens.shape == (2, 18, 18)
    stores = (
        store_transformer(exact_graphs, tokens, photos, np.array([1, 2])),
        store_encoder(exact_graphs, tokens, photos),
        store_decoder(exact_graphs, tokens, photos),
    )
    graphs = {name: graph for chosen, _ in stores for name, graph in chosen.items()}
    assert graphs.keys() == exact_graphs.keys()
    narrow = {onnx.TensorProto.INT8, onnx.TensorProto.FLOAT16}
    assert all(narrow & {tensor.data_type for tensor in graph.graph.initializer} for graph in graphs.values())
    measured = [entry for _, entries in stores for entry in entries]
    assert len(measured) == 8 and all(name and value for name, value in measured)


@pytest.mark.parametrize(("loss", "kind"), [(0.009, onnx.TensorProto.INT8), (0.011, onnx.TensorProto.FLOAT16)])
def test_a_graph_that_loses_too_much_is_stored_in_sixteen_bits(exact_graphs, loss, kind):
    graph = narrowed(exact_graphs["features"], "features", loss, 0.01, "dB")
    assert kind in {tensor.data_type for tensor in graph.graph.initializer}
