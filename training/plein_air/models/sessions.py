"""Runs the graphs of a bundle with onnxruntime, as the page does: on one thread."""

import numpy as np
import onnx
import onnxruntime


class Graph:
    """One graph, ready to run."""

    def __init__(self, model: onnx.ModelProto, optimized_path: str = ""):
        """optimized_path: where onnxruntime shall write what it made of the graph; empty: nowhere."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.optimized_model_filepath = optimized_path
        self.session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def __call__(self, **inputs) -> list[np.ndarray]:
        """Inputs by name, in any integer or float type: integers are passed as int32, others as float32."""
        typed = {name: np.asarray(value) for name, value in inputs.items()}
        kinds = {name: np.int32 if array.dtype.kind in "iu" else np.float32 for name, array in typed.items()}
        return self.session.run(None, {name: array.astype(kinds[name]) for name, array in typed.items()})


def decode(features: Graph, upsampler: Graph, tokens: np.ndarray) -> np.ndarray:
    """tokens [h, w], -1 empty -> RGB float32 [3, ph, pw], about [-1, 1], p the picture pixels of a cell."""
    return upsampler(features=features(tokens=tokens[None])[0])[0][0]
