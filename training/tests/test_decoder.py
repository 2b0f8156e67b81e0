"""The decoder: how far it sees, and how it grows out of another one."""

from dataclasses import replace

import pytest
import torch

from plein_air.models.decoder import Decoder, DecoderConfig, enlarged
from plein_air.models.grow_decoder import grow
from plein_air.models.tiny import DECODER, VQGAN
from plein_air.models.vqgan import CoreDecoder
from plein_air.stage1.initialize import initialize

VECTORS = torch.randn(1, 16, 5, 6, generator=torch.Generator().manual_seed(3))


def random_decoder(config: DecoderConfig = DECODER, seed: int = 1) -> Decoder:
    torch.manual_seed(seed)
    decoder = Decoder(config).requires_grad_(False)
    initialize(decoder)
    decoder.detail[-2].weight.normal_(std=0.1)
    return decoder


@pytest.mark.parametrize("changes", [{}, {"shuffle_kernel": 1}, {"blocks": (4, 2, 3, 2, 1)}, {"blocks": (3, 1, 2, 12, 3)}])
def test_the_halo_is_how_far_a_cell_reaches_and_no_farther(changes):
    decoder = random_decoder(replace(DECODER, **changes)).double()  # far cells have very little weight
    halo = decoder.upsampler_halo
    side = 2 * halo + 1
    features = torch.randn(1, DECODER.channels[0], side, side).double()
    changed = features.clone()
    changed[..., halo, halo] += 100
    pixels = DECODER.cell_pixels
    differs = (decoder.upsample(features) != decoder.upsample(changed))[0].any(0)
    rows = differs.reshape(side, pixels, side, pixels).any((1, 3)).any(1)
    assert rows.all(), "each cell within the halo sees the one in the middle"
    # One cell more around it: those at the border do not.
    wide = torch.nn.functional.pad(features, (1, 1, 1, 1))
    wide_changed = torch.nn.functional.pad(changed, (1, 1, 1, 1))
    differs = (decoder.upsample(wide) != decoder.upsample(wide_changed))[0].any(0)
    assert not differs[:pixels].any() and not differs[:, :pixels].any() and differs.any()


def test_the_halo_of_the_real_one_is_three_cells_and_was_four_with_eight_blocks_and_a_kernel_of_three():
    assert (Decoder(DecoderConfig()).features_halo, Decoder(DecoderConfig()).upsampler_halo) == (5, 3)
    assert Decoder(DecoderConfig(blocks=(4, 2, 3, 8, 1), shuffle_kernel=3)).upsampler_halo == 4


def test_a_larger_decoder_begins_with_the_pictures_of_the_smaller_one():
    old = random_decoder()
    new = random_decoder(replace(DECODER, channels=(16, 12, 8, 14, 9), blocks=(4, 2, 4, 10, 3)), seed=2)
    grow(new, old)
    assert torch.allclose(new(VECTORS), old(VECTORS), atol=1e-5)


def test_a_decoder_begins_with_the_pictures_of_the_core_decoder_enlarged():
    torch.manual_seed(4)
    core = CoreDecoder(VQGAN).requires_grad_(False)
    initialize(core)
    decoder = Decoder(replace(DECODER, channels=(*VQGAN.decoder_channels[:3], 11, 4))).requires_grad_(False)
    initialize(decoder)
    grow(decoder, core)
    assert torch.allclose(decoder(VECTORS), enlarged(core(VECTORS)), atol=1e-5)


def test_a_smaller_decoder_keeps_the_channels_that_are_read():
    old = random_decoder()
    unread = [1, 4]  # at an eighth of a cell: nothing reads these two
    for reader in (old.rgb, old.detail[0].c, *(block.a for block in old.coarse[14:])):
        reader.weight[:, unread] = 0
    new = random_decoder(replace(DECODER, channels=(16, 12, 8, 6, 4)), seed=2)
    for block, own in zip(old.coarse[14:], new.coarse[14:], strict=True):
        block.b.weight[:, [0, 7]] = 0  # two of the eight channels inside of a block
        assert own.a.out_channels == 6
    grow(new, old)
    assert torch.allclose(new(VECTORS), old(VECTORS), atol=1e-5)


def test_a_kernel_of_one_gives_the_same_where_places_are_alike():
    old = random_decoder()
    new = random_decoder(replace(DECODER, shuffle_kernel=1), seed=2)
    grow(new, old)
    flat = VECTORS[..., :1, :1].expand(1, 16, 13, 13)
    middle = (slice(None), slice(None), slice(200, 216), slice(200, 216))
    assert torch.allclose(new(flat)[middle], old(flat)[middle], atol=1e-5)
