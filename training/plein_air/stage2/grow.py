"""Gives a trained transformer another window and other inputs: where a training begins that changes them."""

import torch
import torch.nn as nn

from plein_air.models.transformer import LatticeTransformer, TransformerConfig


@torch.no_grad()
def grown(transformer: LatticeTransformer, config: TransformerConfig) -> LatticeTransformer:
    """The same weights in a transformer of `config`, which differs in window, distilled and zooms alone.

    With the old window it gives what the old one gives: what is new in the context network adds nothing at first. A strength of
    guidance that is left out stays at 1. Raises ValueError if zooms would be lost or get another meaning.
    """
    old, state = transformer.config, dict(transformer.state_dict())
    if old.zooms not in (0, config.zooms):
        raise ValueError(f"the transformer tells {old.zooms} zooms apart, and {config.zooms} are wanted")
    new = LatticeTransformer(config)
    strength, zoom = new.context.strength, new.context.zoom
    if old.distilled and not config.distilled:
        state["context.mood.weight"] = state["context.mood.weight"] + transformer.context.strength(torch.zeros(1, 1))
        state = {name: tensor for name, tensor in state.items() if not name.startswith("context.strength.")}
    if config.distilled and not old.distilled:
        nn.init.zeros_(strength[-1].weight)
        nn.init.zeros_(strength[-1].bias)
        state |= {f"context.strength.{name}": tensor for name, tensor in strength.state_dict().items()}
    if config.zooms and not old.zooms:
        state["context.zoom.weight"] = torch.zeros_like(zoom.weight)
    new.load_state_dict(state)
    return new
