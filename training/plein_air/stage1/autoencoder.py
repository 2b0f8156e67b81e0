"""The generator of stage 1: encoder, quantizer and core decoder as one module, so that workers share it as one."""

import torch
import torch.nn as nn

from plein_air.models.checkpoints import Models, halved
from plein_air.models.grow_decoder import grow
from plein_air.models.vqgan import CoreDecoder, Encoder, VqganConfig
from plein_air.stage1.initialize import initialize
from plein_air.stage1.quantizer import Quantized, Quantizer


class Autoencoder(nn.Module):
    """RGB [N, 3, 8h, 8w] in [-1, 1] -> RGB of the same size by way of tokens, and what was quantized."""

    def __init__(self, config: VqganConfig, decay: float = 0.99):
        """decay: of the codebook's moving averages."""
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.quantizer = Quantizer(config.codes, config.code_dimension, decay)
        self.decoder = CoreDecoder(config)
        initialize(self)

    def forward(self, rgb: torch.Tensor) -> tuple[torch.Tensor, Quantized]:
        quantized = self.quantizer(self.encoder(rgb))
        return self.decoder(quantized.vectors), quantized

    def begin_with(self, models: Models) -> None:
        """The weights of a bundle. Its core decoder is what is left of the bundle's if channels and detail are taken away."""
        self.encoder.load_state_dict(models.encoder.state_dict())
        grow(self.decoder, models.decoder)
        self.quantizer.set_codebook(models.codebook)

    def weights(self) -> dict[str, torch.Tensor]:
        """As a vqgan.safetensors has them: the networks in float16, the codebook in float32, since its bytes are its id."""
        networks = {name: tensor for name, tensor in self.state_dict().items() if not name.startswith("quantizer.")}
        return halved(networks) | {"codebook": self.quantizer.codebook.detach().cpu().float().contiguous()}
