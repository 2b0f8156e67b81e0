"""What a bundle says of itself: the manifest's entry `about`, and the same as a page of Markdown, card.md."""

Measured = list[tuple[str, str]]  # name and value of each number

TRAINED_ON = (
    "13,304 landscape photographs of 150 pixels (the landscape classes of the Intel Image Classification set and the sunrise "
    "class of the Multi-class Weather set). The transformer went on with them, with 3,716 landscapes of monet2photo (256 pixels) "
    "and 330 larger photographs of stated licences, as squares of the whole, of halves and of thirds, and as wide pictures. What "
    "is finer than they are, the decoder learned from 726 pictures that Real-ESRGAN "
    "x4plus (BSD-3-Clause, xinntao/Real-ESRGAN) made of tokens: of these photographs', of those of landscapes of monet2photo (256 "
    "pixels), and of sampled ones: more exactly, a decoder half again as slow did, and this one from that. The first weights had "
    "learned from 41 desktop wallpapers of elementary OS, Budgie and Pop!_OS, and from photographs that EDSR x2 "
    "(Apache-2.0, mlcommons/mobile_models) had enlarged. Layouts are machine-made: a DeepLabV3+ (MobileNetV2, "
    "32 ADE20K classes, Apache-2.0, mlcommons/mobile_models) and colour rules. 135 photographs were held out; every number below "
    "is measured on them."
)
LICENCE = (
    "The sets of photographs state no licence. They were used for training only and are not redistributed, here or "
    "elsewhere. Weights trained on them carry this note: whoever uses the weights should "
    "know that the photographs' authors were not asked."
)
SUMMARY = "A VQGAN and a lattice transformer that turn a painted layout into a landscape of up to 2048 x 1024 pixels, in the page."
LIMITS = [
    "Small data: 17,350 photographs of few kinds of landscape. What is rare in them (cities, people, nights) it cannot paint.",
    "Most photographs are 150 pixels wide. What is finer is guessed, as the decoder's teacher did: plausible, of no real place.",
    "Labels are machine-made and sometimes wrong: on the photographs themselves the segmenter differs from them in 1 cell of 11.",
    "Trained on lattices of 16 x 16 cells and, one batch in four, of 24 x 16 and 32 x 16. Larger ones are computed exactly, but "
    "whether they hold together is not assured.",
    "The transformer learned from a former one, which takes two passes and sees more: it is not as sure as that one yet. More of "
    "the same training would bring it nearer.",
]

SEGMENTER = "Segmenter"  # how the names of what is measured of it begin
SEGMENTER_SAID = {
    "licence": "Apache-2.0",
    "licenceFile": "segmenter-licence.md",
    "source": "DeepLabV3+ (MobileNetV2, 32 ADE20K classes), mlcommons/mobile_models; weights stored anew, not trained further.",
}

TINY_ABOUT = {
    "summary": "Random weights in the shape of the real models, for tests: it paints coloured noise.",
    "trainedOn": "Nothing: the weights are drawn from a seed.",
    "licence": "The project's own.",
    "measured": [],
    "limits": ["Its pictures mean nothing."],
}


DEFAULT = {"summary": SUMMARY, "trainedOn": TRAINED_ON, "licence": LICENCE, "measured": [], "limits": LIMITS}


def own(photographs: int, squares: int, side: int) -> dict:
    """`about` of a model that a person trained on photographs of their own."""
    return {
        "summary": "A VQGAN and a lattice transformer that turn a painted layout into a landscape, trained on a folder of "
        "one's own.",
        "trainedOn": f"{photographs:,} photographs of the maker's own, as {squares:,} squares of {side} pixels. Every hundredth "
        "photograph was held out; every number below is measured on those.",
        "licence": "Not stated yet. Whoever shares this bundle has to say what its photographs allow: edit `about` in "
        "manifest.json.",
        "measured": [],
        "limits": ["What is rare in the photographs it cannot paint.", LIMITS[3]],
    }


STEPS = {"transformer": "Transformer, steps of training", "decoder": "Picture, steps of training the decoder"}


def steps_row(part: str, steps: int) -> tuple[str, str]:
    """part: one of STEPS. Its row says how long it was trained, those steps included that its first weights had."""
    return STEPS[part], f"{steps:,}"


def steps_of(manifest: dict, part: str) -> int:
    """How long a part of a bundle was trained; 0 if it does not say."""
    values = {entry["name"]: entry["value"] for entry in manifest["about"]["measured"]}
    return int(values.get(STEPS[part], "0").replace(",", ""))


GENERATED = "generated, default settings"  # how the names of what is measured of generated pictures end


def replaced(noted: list[dict], measured: Measured, part: str) -> list[dict]:
    """The manifest's entries `measured` with those of a part, whose names begin with it, in place of the old ones. Pictures that
    were generated before are none of the new part's: what was measured of them goes."""
    noted = [entry for entry in noted if not entry["name"].endswith(GENERATED)]
    first = next((n for n, entry in enumerate(noted) if entry["name"].startswith(part)), len(noted))
    others = [(n, entry) for n, entry in enumerate(noted) if not entry["name"].startswith(part)]
    before, after = ([entry for n, entry in others if (n < first) == early] for early in (True, False))
    return [*before, *entries(measured), *after]


def entries(measured: Measured) -> list[dict]:
    return [{"name": name, "value": value} for name, value in measured]


def segmenter_lines(manifest: dict) -> list[str]:
    segmenter = manifest["graphs"].get("segmenter")
    if segmenter is None:
        return []
    text = f", its text is {segmenter['licenceFile']}" if "licenceFile" in segmenter else ""
    return ["## Segmenter", "", f"{segmenter['source']} Licence: {segmenter['licence']}{text}.", ""]


def card(manifest: dict) -> str:
    """The page of Markdown."""
    said = manifest["about"]
    files = [*manifest["graphs"].values(), *(part for part in manifest["decoder"].values() if isinstance(part, dict))]
    measured = [f"| {entry['name']} | {entry['value']} |" for entry in said["measured"]]
    lines = [
        f"# {manifest['title']}",
        "",
        said["summary"],
        "",
        "## Trained on",
        "",
        said["trainedOn"],
        "",
        "## Licence",
        "",
        said["licence"],
        "",
        *(["## Measured", "", "| what | value |", "|---|---|", *measured, ""] if measured else []),
        *segmenter_lines(manifest),
        "## Limits",
        "",
        *(f"- {limit}" for limit in said["limits"]),
        "",
        "## Files",
        "",
        "| file | bytes |",
        "|---|---|",
        *(f"| {file['file']} | {file['bytes']:,} |" for file in files),
        f"| together | {sum(file['bytes'] for file in files):,} |",
        "",
        f"Codebook `{manifest['codebook']['id']}`, decoder `{manifest['decoder']['id']}`.",
        "",
    ]
    return "\n".join(lines)
