"""Losses and steps of stage 1."""

import copy

import pytest
import torch

from plein_air.models.decoder import Decoder, enlarged
from plein_air.models.tiny import DECODER, VQGAN
from plein_air.models.vqgan import Block, Shuffle, look_up
from plein_air.pretrained.squeezenet import squeezenet
from plein_air.stage1.autoencoder import Autoencoder
from plein_air.stage1.discriminator import Discriminator
from plein_air.stage1.initialize import initialize
from plein_air.stage1.losses import adversarial, hinge, l1, ramp
from plein_air.stage1.steps import discriminator_step, generator_step


@pytest.fixture
def sides():
    """Generator and discriminator, their optimisers, and photographs."""
    torch.manual_seed(1)
    generator, discriminator = Autoencoder(VQGAN), Discriminator(4)
    optimizers = [torch.optim.SGD(module.parameters(), 0.1) for module in (generator, discriminator)]
    return generator, discriminator, *optimizers, torch.rand(2, 3, 64, 64) * 2 - 1


def states(*modules):
    return [copy.deepcopy(module.state_dict()) for module in modules]


def same(one: dict, other: dict) -> list[bool]:
    assert one.keys() == other.keys() and one
    return [torch.equal(one[name], other[name]) for name in one]


def test_a_generator_step_touches_the_generators_weights_alone(sides):
    generator, discriminator, optimizer, _, photographs = sides
    before = states(generator, discriminator)
    pictures, quantized = generator(photographs)
    losses = generator_step(
        generator, optimizer, discriminator, squeezenet(), pictures, photographs, quantized.commitment, 0.5, 0.1
    )
    assert losses.keys() == {"l1", "features", "commitment", "adversarial"}
    after = states(generator, discriminator)
    assert all(same(before[1], after[1]))
    buffers = {name for name, _ in generator.named_buffers()}
    changed = {name for name in before[0] if not torch.equal(before[0][name], after[0][name])}
    assert changed == before[0].keys() - buffers
    assert all(weight.grad is None and weight.requires_grad for weight in discriminator.parameters())


def test_a_discriminator_step_touches_the_discriminators_weights_alone(sides):
    generator, discriminator, _, optimizer, photographs = sides
    before = states(generator, discriminator)
    pictures, _ = generator(photographs)
    discriminator_step(discriminator, optimizer, pictures, photographs)
    after = states(generator, discriminator)
    assert all(same(before[0], after[0]))
    # The last bias is pulled up by the photographs as much as down by the pictures, while none is beyond the hinge.
    assert not any(same(before[1], after[1])[:-1])
    assert all(weight.grad is None for weight in generator.parameters())


def test_without_weight_the_discriminator_is_not_asked(sides):
    generator, _, optimizer, _, photographs = sides
    pictures, quantized = generator(photographs)
    losses = generator_step(
        generator, optimizer, torch.nn.Identity(), squeezenet(), pictures, photographs, quantized.commitment, 0.5, 0.0
    )
    assert losses.keys() == {"l1", "features", "commitment"} and quantized.commitment > 0


def test_a_discriminator_learns_to_tell_two_kinds_of_pictures_apart(sides):
    _, discriminator, _, _, photographs = sides
    optimizer = torch.optim.Adam(discriminator.parameters(), 1e-2)
    flat = photographs.mean((2, 3), keepdim=True).expand_as(photographs)
    losses = [discriminator_step(discriminator, optimizer, flat, photographs)["discriminator"].item() for _ in range(20)]
    assert losses[-1] < 0.5 * losses[0]
    assert discriminator(photographs).shape == (2, 1, 8, 8)


def test_the_hinge_is_zero_once_both_kinds_are_beyond_it():
    high, low = torch.full((3,), 1.5), torch.full((3,), -1.5)
    assert hinge(high, low) == 0 and hinge(low, high) == 5
    assert adversarial(high) == -1.5


def test_l1_of_shifted_pictures_is_the_shift():
    assert l1(torch.ones(1, 3, 4, 4), torch.full((1, 3, 4, 4), 0.75)) == 0.25


def test_the_adversarial_loss_waits_and_rises():
    assert [ramp(step, 10, 4) for step in (0, 10, 11, 12, 14, 99)] == [0, 0, 0.25, 0.5, 1, 1]


def test_networks_begin_as_they_should():
    torch.manual_seed(1)
    decoder = Decoder(DECODER)
    initialize(decoder)
    assert any(isinstance(part, Block) for part in decoder.modules())
    shuffles = [part for part in decoder.modules() if isinstance(part, Shuffle)]
    assert len(shuffles) == 4
    for shuffle in shuffles:
        x = torch.rand(1, shuffle.c.in_channels, 3, 3)
        up = shuffle(x)
        assert torch.allclose(up[..., ::2, ::2], up[..., 1::2, 1::2], atol=1e-6)  # nearest upsampling
    codebook = torch.nn.functional.normalize(torch.randn(VQGAN.codes, VQGAN.code_dimension), dim=1)
    vectors = look_up(torch.randint(VQGAN.codes, (1, 4, 4)), codebook)
    assert torch.allclose(decoder(vectors), enlarged(decoder.rgb(decoder.coarse(vectors))), atol=1e-6)  # no detail yet
