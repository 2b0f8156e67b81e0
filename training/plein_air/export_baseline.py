"""Writes the graph that a bundle's speed is compared with, made of the bundle's own weights. It is not shipped.

python -m plein_air.export_baseline --bundle ../public/models/landscapes --out DIR
"""

from plein_air.bundles.baseline import baseline_graph
from plein_air.bundles.read_back import read_weights_back
from plein_air.training.options import folders


def main() -> None:
    arguments = folders(__doc__, bundle="the bundle's folder", out="the folder to write baseline.onnx to")
    arguments.out.mkdir(parents=True, exist_ok=True)
    graph = baseline_graph(read_weights_back(arguments.bundle).transformer)
    path = arguments.out / "baseline.onnx"
    path.write_bytes(graph.SerializeToString(deterministic=True))
    print(f"{path}: {path.stat().st_size:,} bytes, {len(graph.graph.node)} nodes")


if __name__ == "__main__":
    main()
