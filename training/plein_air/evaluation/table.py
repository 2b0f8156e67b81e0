"""The measurements as rows of a table: names and values, as the model card has them.

What begins with "Picture" depends on the decoder, what ends with "generated ..." on every part: plein_air.export drops it with the
part that it was measured of.
"""

from plein_air.evaluation.measurements import Measurements
from plein_air.model_card import GENERATED, Measured

NAMES = {
    "generated": GENERATED,
    "reconstructions": "reconstruction",
    "photographs": "the photographs themselves",
    "other photographs": "as many photographs that were trained on",
}


def rows(found: Measurements) -> Measured:
    quality = found.reconstruction
    return [
        *((f"Transformer, held-out nats a token, with {given}", f"{nats:.3f}") for given, nats in found.nats.items()),
        *(
            (
                f"Transformer, tokens in common with the photograph trained on that has most, mean and most, {NAMES[name]}",
                f"{shares.mean:.1%}, {shares.most:.1%}",
            )
            for name, shares in found.in_common.items()
        ),
        ("Encoder, codes that the held-out photographs use", f"{found.codes}, perplexity {found.perplexity:.0f}"),
        ("Picture, reconstruction, mean absolute difference of RGB in [-1, 1]", f"{quality.l1:.3f}"),
        ("Picture, reconstruction, peak signal to noise ratio", f"{quality.psnr:.2f} dB"),
        ("Picture, reconstruction, structural similarity", f"{quality.ssim:.3f}"),
        ("Picture, reconstruction, feature distance (SqueezeNet)", f"{quality.features:.2f}"),
        *(
            (f"Picture, Fréchet distance from {found.count} held-out photographs (SqueezeNet), {NAMES[name]}", f"{distance:.1f}")
            for name, distance in found.frechet.items()
        ),
        *(
            (f"Picture, cells where the segmenter sees the painted class, {NAMES[name]}", f"{share:.1%}")
            for name, share in found.accuracy.items()
        ),
    ]


def merged(noted: list[dict], found: Measured) -> list[dict]:
    """The manifest's entries `measured` with new values: those of the same name in their places, others after them."""
    values = dict(found)
    kept = [entry | {"value": values.pop(entry["name"], entry["value"])} for entry in noted]
    return kept + [{"name": name, "value": value} for name, value in values.items()]


def as_text(found: Measured) -> str:
    width = max(len(name) for name, _ in found)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in found)
