"""The three graphs of a bundle of kind `sliding` as modules. docs/bundle.md states the inputs and outputs of each."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.bundles.graphs import silu
from plein_air.compvis.config import SlidingConfig
from plein_air.compvis.gpt import Block, Gpt
from plein_air.compvis.labels import label_table
from plein_air.compvis.vqgan import CondStage, FirstStage
from plein_air.models.context import SUB_CELLS
from plein_air.models.vqgan import CELL_PIXELS


class ConditionGraph(nn.Module):
    """layout int32 [1, 4H, 4W] -> codes int32 [1, H, W].

    The first convolution has the labels of the page's classes alone: the others' inputs would be zeros.
    """

    def __init__(self, cond: CondStage):
        super().__init__()
        self.cond = cond
        first = cond.encoder.conv_in
        labels = label_table()
        self.first = nn.Conv2d(len(labels), first.out_channels, 3, padding=1)
        with torch.no_grad():
            self.first.weight.copy_(first.weight[:, labels])
            self.first.bias.copy_(first.bias)
        self.register_buffer("ids", torch.arange(len(labels), dtype=torch.int32)[:, None, None])
        # Not rounded: layouts are to get the codes that they get in the checkpoint.
        table = cond.quantize.embedding.weight
        self.codebook = nn.Parameter(table.t().contiguous())
        self.register_buffer("squares", table.square().sum(1))

    def forward(self, layout: torch.Tensor) -> torch.Tensor:
        classes = (layout[:, None] == self.ids).float()  # [1, classes, 4H, 4W]
        x = self.first(F.interpolate(classes, scale_factor=float(CELL_PIXELS // SUB_CELLS), mode="nearest"))
        encoder = self.cond.encoder
        for level in encoder.down:
            x = level(x)
        x = encoder.conv_out(silu(encoder.norm_out(encoder.mid(x))))
        vectors = self.cond.quant_conv(x).permute(0, 2, 3, 1)
        return (self.squares - 2 * (vectors @ self.codebook)).argmin(-1).to(torch.int32)


class SlidingDecoderGraph(nn.Module):
    """tokens int32 [1, h, w] -> rgb [1, 3, 16h, 16w], about [-1, 1]. Every pixel depends on every token."""

    def __init__(self, first: FirstStage):
        super().__init__()
        # The codebook's bytes are a name: they are not rounded.
        self.codebook = nn.Parameter(first.quantize.embedding.weight.clone())
        self.post_quant_conv, self.decoder = first.post_quant_conv, first.decoder

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        vectors = F.embedding(tokens, self.codebook).permute(0, 3, 1, 2)
        return self.decoder(self.post_quant_conv(vectors))


class StepLayer(nn.Module):
    """The weights of one layer; matrices are [inputs, outputs]. Attention's 1 / sqrt(head width) is in the queries'."""

    def __init__(self, block: Block):
        super().__init__()
        attn, scale = block.attn, (block.attn.query.out_features // block.attn.heads) ** -0.5
        parts = [(attn.query, scale), (attn.key, 1.0), (attn.value, 1.0)]
        self.qkv = nn.Parameter(torch.cat([linear.weight * factor for linear, factor in parts]).t().contiguous())
        self.qkv_bias = nn.Parameter(torch.cat([linear.bias * factor for linear, factor in parts]))
        self.proj, self.up, self.down = (
            nn.Parameter(linear.weight.t().contiguous()) for linear in (attn.proj, block.mlp[0], block.mlp[2])
        )
        self.proj_bias, self.up_bias, self.down_bias = (
            nn.Parameter(linear.bias.clone()) for linear in (attn.proj, block.mlp[0], block.mlp[2])
        )
        self.ln1, self.ln2 = block.ln1, block.ln2


class SlidingStepGraph(nn.Module):
    """T positions of one window, with those before them in a cache.

    codes int32 [T]; positions int32 [T] 0 .. 510; cache [P, cacheWidth] keys and values of P positions; bias [T, P + T] 0, or
    -1e9 where a position (row) may not see another (column) -> logits [1, codes] of the code after the last position,
    new [T, cacheWidth] keys and values of the T.
    """

    def __init__(self, gpt: Gpt):
        super().__init__()
        self.config = gpt.config
        self.code_table = nn.Parameter(gpt.tok_emb.weight.clone())
        self.position_table = nn.Parameter(gpt.pos_emb[0].clone())
        self.layers = nn.ModuleList(StepLayer(block) for block in gpt.blocks)
        self.ln_f = gpt.ln_f
        self.head = nn.Parameter(gpt.head.weight.t().contiguous())

    def forward(self, codes, positions, cache, bias) -> tuple[torch.Tensor, torch.Tensor]:
        config: SlidingConfig = self.config
        x = (F.embedding(codes, self.code_table) + F.embedding(positions, self.position_table))[None]  # [1, T, width]
        bias = bias[None, None]  # [1, 1, T, P + T]
        new = []
        for n, layer in enumerate(self.layers):
            past_keys, past_values = (cache[None, :, (2 * n + k) * config.width : (2 * n + k + 1) * config.width] for k in (0, 1))
            queries, keys, values = (layer.ln1(x) @ layer.qkv + layer.qkv_bias).split(config.width, -1)
            new += [keys, values]
            keys, values = torch.cat([past_keys, keys], 1), torch.cat([past_values, values], 1)
            # Not onnxruntime's MultiHeadAttention: on WebGPU it gave other numbers for several positions at once.
            split = lambda h: h.unflatten(-1, (config.heads, -1)).transpose(1, 2)  # noqa: E731  [1, heads, ., dh]
            weights = (split(queries) @ split(keys).transpose(2, 3) + bias).softmax(-1)
            mixed = (weights @ split(values)).transpose(1, 2).flatten(2)
            x = x + (mixed @ layer.proj + layer.proj_bias)
            x = x + (F.gelu(layer.ln2(x) @ layer.up + layer.up_bias) @ layer.down + layer.down_bias)
        logits = self.ln_f(x[0, -1:]) @ self.head
        return logits, torch.cat(new, -1)[0]
