"""The checkpoints of CompVis's taming-transformers, of the semantic kind, as a bundle of the page: kind `sliding`.

Esser, Rombach and Ommer, "Taming Transformers for High-Resolution Image Synthesis", CVPR 2021; their code and the names of
their checkpoints' tensors are those of the repository CompVis/taming-transformers. The networks here are the project's own.
"""
