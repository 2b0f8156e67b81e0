from unittest import mock

import numpy as np
import torch

from plein_air.bundles.baseline import POSITIONS, SIDE, baseline_graph, window_bias
from plein_air.models.sessions import Graph
from plein_air.models.transformer import neighbours


def test_the_baseline_gives_the_logits_of_the_full_forward_pass(tiny):
    model = tiny.transformer
    graph = Graph(baseline_graph(model))
    tokens = torch.randint(0, model.config.codes, (1, SIDE, SIDE))
    features = torch.randn(1, POSITIONS, model.config.width)
    with mock.patch.object(model.context, "forward", lambda *_: features):
        expected = model(tokens, None, None, None)[0].numpy()
    around = [near.flatten() for near in neighbours(tokens, model.config.codes)]
    inputs = dict(zip(("left", "up", "upright"), around, strict=True))
    position = np.arange(POSITIONS)
    for last in (0, 37, POSITIONS - 1):
        (logits,) = graph(
            **inputs, features=features[0], i=position // SIDE, j=position % SIDE, bias=window_bias(model.config), last=[last]
        )
        assert np.abs(logits - expected[last]).max() < 3e-5
