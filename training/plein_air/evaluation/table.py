"""The measurements as rows of a table: names and values, as the model card has them.

What begins with "Picture" depends on the decoder, what ends with "generated ..." on every part: plein_air.export drops it with the
part that it was measured of.
"""

from plein_air.bundles.model_card import GENERATED, Measured
from plein_air.decoding.examples import TeacherPictures
from plein_air.evaluation.measurements import Measurements
from plein_air.evaluation.own_size import OwnSize, Photographs
from plein_air.models.generate import GUIDANCE

BEFORE = ", former decoder"  # how the names of what is measured of it end
TO_TEACHER = {"l1": ("L1", ".4f"), "features": ("features", ".2f"), "spectra": ("local spectra", ".4f")}
NAMES = {
    "generated": GENERATED,
    "reconstructions": "reconstruction",
    "photographs": "the photographs themselves",
    "other photographs": "as many photographs that were trained on",
}
FROM_TEACHER = f"Transformer, nats a token from the teacher of its guidance, at {GUIDANCE:g}"


def rows(found: Measurements) -> Measured:
    quality = found.reconstruction
    return [
        *((f"Transformer, held-out nats a token, with {given}", f"{nats:.3f}") for given, nats in found.nats.items()),
        *([] if found.from_teacher is None else [(FROM_TEACHER, f"{found.from_teacher:.3f}")]),
        *(
            (
                f"Transformer, tokens in common with the photograph trained on that has most, mean and most, {NAMES[name]}",
                f"{mean:.1%}, {most:.1%}",
            )
            for name, (mean, most) in found.in_common.items()
        ),
        ("Encoder, codes that the held-out photographs use", f"{found.codes}, perplexity {found.perplexity:.0f}"),
        ("Picture, reconstruction, mean absolute difference of RGB in [-1, 1]", f"{quality['l1']:.3f}"),
        ("Picture, reconstruction, peak signal to noise ratio", f"{quality['psnr']:.2f} dB"),
        ("Picture, reconstruction, structural similarity", f"{quality['ssim']:.3f}"),
        ("Picture, reconstruction, feature distance (SqueezeNet)", f"{quality['features']:.2f}"),
        *(
            (f"Picture, Fréchet distance from {found.count} held-out photographs (SqueezeNet), {NAMES[name]}", f"{distance:.1f}")
            for name, distance in found.frechet.items()
        ),
        *(
            (f"Picture, cells where the segmenter sees the painted class, {NAMES[name]}", f"{share:.1%}")
            for name, share in found.accuracy.items()
        ),
    ]


def own_size_rows(found: dict[str, OwnSize], teacher: TeacherPictures | None, photographs: Photographs | None) -> Measured:
    """found: by whose decoder it is: "" for that of the bundle, or BEFORE."""
    table = []
    for whose, own in found.items():
        if teacher:
            distances = ", ".join(f"{name} {own.to_teacher[key]:{form}}" for key, (name, form) in TO_TEACHER.items())
            table.append((f"Picture, distance from {len(teacher.held_out)} held-out pictures of the teacher{whose}", distances))
        if own.frechet is not None and photographs:
            name = f"Fréchet distance from {len(photographs.features)} photographs (segmenter's backbone)"
            table.append((f"Picture, at its own size, {name}{whose}", f"{own.frechet:.1f}"))
        table.append((f"Picture, at its own size, slope of the power spectrum{whose}", f"{own.slope:.2f}"))
        if own.accuracy is not None:
            name = f"Picture, at its own size, cells where the segmenter sees the painted class{whose}"
            table.append((name, f"{own.accuracy:.1%}"))
    if photographs:
        table.append(("Picture, at its own size, slope of the power spectrum, of photographs", f"{photographs.slope:.2f}"))
    return table


def merged(noted: list[dict], found: Measured) -> list[dict]:
    """The manifest's entries `measured` with new values: those of the same name in their places, others after them."""
    values = dict(found)
    kept = [entry | {"value": values.pop(entry["name"], entry["value"])} for entry in noted]
    return kept + [{"name": name, "value": value} for name, value in values.items()]


def as_text(found: Measured) -> str:
    width = max(len(name) for name, _ in found)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in found)
