import onnx
import pytest

from plein_air.data.photographs import held_out_of
from plein_air.evaluation.measure import encode, narrowed, store_decoder, store_encoder, store_transformer
from plein_air.models.sessions import Graph


@pytest.fixture(scope="module")
def photos(dataset):
    return held_out_of(dataset)


def test_every_graph_is_stored_and_its_cost_is_measured(exact_graphs, photos):
    tokens = encode(Graph(exact_graphs["encoder"]), photos.photographs)
    assert tokens.shape == (1, 18, 18)
    stores = (
        store_transformer(exact_graphs, tokens, photos),
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
