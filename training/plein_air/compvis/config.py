"""Reads the YAML beside a checkpoint of taming-transformers, and refuses what the page could not run as its authors do."""

from dataclasses import dataclass
from pathlib import Path

import yaml

LABELS = 182  # of COCO-Stuff, which S-FLCKR's layouts are made of
SIDE = 16  # cells along a side of the window
CELLS = SIDE * SIDE  # of the window, and of the layout's codes before it
MOST_CODES = 1024  # a shared link has 10 bits for a token
DOWNSAMPLINGS = 4  # a cell is 16 pixels
NORM_GROUPS = 32

GPT, NET2NET = "taming.modules.transformer.mingpt.GPT", "taming.models.cond_transformer.Net2NetTransformer"
FIRST_STAGES = ("taming.models.vqgan.VQModel",)
COND_STAGES = (*FIRST_STAGES, "taming.models.vqgan.VQSegmentationModel")
IDENTITY = "taming.modules.transformer.permuter.Identity"


# Our names of sizes that are whole numbers, and theirs: in `ddconfig`, and in `transformer_config`.
VQGAN_SIZES = {"inputs": "in_channels", "outputs": "out_ch", "channels": "ch", "blocks": "num_res_blocks"}
VQGAN_SIZES |= {"resolution": "resolution", "latent": "z_channels"}
GPT_SIZES = {"codes": "vocab_size", "positions": "block_size", "layers": "n_layer", "heads": "n_head", "width": "n_embd"}


@dataclass(frozen=True)
class VqganConfig:
    """Sizes of one of the two VQGANs; the names in the YAML are given where no table has them."""

    inputs: int
    outputs: int
    channels: int
    multipliers: tuple[int, ...]  # ch_mult: of `channels`, from pixels to cells
    blocks: int
    resolution: int
    attention: tuple[int, ...]  # attn_resolutions
    latent: int
    codes: int  # n_embed
    code_dimension: int  # embed_dim

    def width(self, level: int) -> int:
        """Channels of a level; 0 is the one of pixels."""
        return self.channels * self.multipliers[level]

    def attends(self, level: int) -> bool:
        """Whether the blocks of a level are followed by attention: said by the resolution that a training crop had there."""
        return self.resolution // 2**level in self.attention


@dataclass(frozen=True)
class SlidingConfig:
    first: VqganConfig
    cond: VqganConfig
    codes: int  # of both VQGANs
    positions: int
    layers: int
    heads: int
    width: int

    @property
    def cache_width(self) -> int:
        """Keys and values of a position: of the first layer the keys, its values, then those of the next."""
        return 2 * self.layers * self.width


def refuse(holds: bool, sentence: str) -> None:
    if not holds:
        raise ValueError(sentence)


def entry(values: dict, name: str, where: str):
    refuse(isinstance(values, dict) and name in values, f"The config has no `{name}` in {where}.")
    return values[name]


def whole(values: dict, name: str, where: str) -> int:
    value = entry(values, name, where)
    refuse(type(value) is int and value > 0, f"`{name}` in {where} of the config is {value!r}, not a whole number above 0.")
    return value


def wholes(values: dict, name: str, where: str) -> tuple[int, ...]:
    value = entry(values, name, where)
    fine = isinstance(value, list) and all(type(number) is int and number > 0 for number in value)
    refuse(fine, f"`{name}` in {where} of the config is {value!r}, not a list of whole numbers above 0.")
    return tuple(value)


def known_only(values: dict, names: set[str], where: str) -> None:
    more = sorted(values.keys() - names)
    refuse(not more, f"The config has `{more[0] if more else ''}` in {where}, which this import does not know.")


def part_of(params: dict, name: str, targets: tuple[str, ...]) -> dict:
    part = entry(params, name, "model.params")
    refuse(isinstance(part, dict), f"`{name}` of the config is {part!r}: only models with a layout as condition can be imported.")
    target = entry(part, "target", name)
    refuse(target in targets, f"`{name}` of the config is a {target}; what can be imported is {' or '.join(targets)}.")
    return entry(part, "params", name)


def vqgan_config(params: dict, where: str) -> VqganConfig:
    refuse(params.get("remap") is None, f"`remap` in {where}: VQGANs with some of their codes left out cannot be imported.")
    sizes, of = entry(params, "ddconfig", where), f"ddconfig of {where}"
    others = {"double_z", "ch_mult", "attn_resolutions", "dropout", "resamp_with_conv"}
    known_only(sizes, {*VQGAN_SIZES.values(), *others}, of)
    refuse(entry(sizes, "double_z", of) is False, f"`double_z` in {of} must be false: a VQGAN has one vector a cell.")
    refuse(sizes.get("resamp_with_conv", True) is True, f"`resamp_with_conv` in {of} must be true.")
    config = VqganConfig(
        **{ours: whole(sizes, theirs, of) for ours, theirs in VQGAN_SIZES.items()},
        multipliers=wholes(sizes, "ch_mult", of),
        attention=wholes(sizes, "attn_resolutions", of),
        codes=whole(params, "n_embed", where),
        code_dimension=whole(params, "embed_dim", where),
    )
    refuse(
        len(config.multipliers) == DOWNSAMPLINGS + 1,
        f"`ch_mult` in {of} has {len(config.multipliers)} levels: the page's cells are 16 pixels wide, which takes 5.",
    )
    refuse(config.channels % NORM_GROUPS == 0, f"`ch` in {of} is {config.channels}, not a multiple of {NORM_GROUPS}.")
    return config


def sliding_config(project: dict) -> SlidingConfig:
    """The sizes in a config's content. Raises ValueError with one sentence on what is missing or cannot be imported."""
    model = entry(project, "model", "the file")
    refuse(entry(model, "target", "model") == NET2NET, f"The config's model is a {model['target']}, not a {NET2NET}.")
    params = entry(model, "params", "model")
    permuter = params.get("permuter_config")
    refuse(
        permuter is None or entry(permuter, "target", "permuter_config") == IDENTITY,
        "The config has a `permuter_config`: only codes in the order of rows can be imported.",
    )
    refuse(params.get("downsample_cond_size", -1) == -1, "`downsample_cond_size` must be -1: the layout has the picture's size.")
    refuse(not params.get("unconditional", False), "The model is unconditional: only models with a layout can be imported.")
    first = vqgan_config(part_of(params, "first_stage_config", FIRST_STAGES), "first_stage_config")
    cond = vqgan_config(part_of(params, "cond_stage_config", COND_STAGES), "cond_stage_config")
    gpt, where = part_of(params, "transformer_config", (GPT,)), "transformer_config"
    others = {"n_unmasked", "embd_pdrop", "resid_pdrop", "attn_pdrop"}
    known_only(gpt, {*GPT_SIZES.values(), *others}, where)
    refuse(gpt.get("n_unmasked", 0) == 0, "`n_unmasked` must be 0: a position sees what is before it.")
    config = SlidingConfig(first, cond, **{ours: whole(gpt, theirs, where) for ours, theirs in GPT_SIZES.items()})
    refuse(first.inputs == first.outputs == 3, "The first stage's `in_channels` and `out_ch` must be 3: red, green and blue.")
    refuse(cond.inputs == LABELS, f"The layout has {cond.inputs} labels; what can be imported is COCO-Stuff's {LABELS}.")
    refuse(
        config.positions >= 2 * CELLS,
        f"`block_size` is {config.positions}: the window of {SIDE} x {SIDE} cells and its layout take {2 * CELLS}.",
    )
    refuse(config.codes == first.codes, "`vocab_size` must be the first stage's `n_embed`: every code can be drawn.")
    refuse(config.codes >= cond.codes, f"`vocab_size` is {config.codes}, less than the codes of layouts, {cond.codes}.")
    refuse(config.codes <= MOST_CODES, f"The codebook has {config.codes} codes; the page's links take {MOST_CODES} at most.")
    refuse(config.width % config.heads == 0, f"`n_embd` is {config.width}, not a multiple of `n_head`, {config.heads}.")
    return config


def read_config(path: Path) -> SlidingConfig:
    """Raises ValueError with one sentence on what is missing or cannot be imported."""
    try:
        project = yaml.safe_load(path.read_text())
    except yaml.YAMLError as error:
        raise ValueError(f"{path} is not YAML: {' '.join(str(error).split())}") from error
    refuse(isinstance(project, dict), f"{path} is not a config of taming-transformers.")
    return sliding_config(project)
