"""What the page calls the classes and the moods, and the colours of both."""

import numpy as np

# Close to nature, so that a layout already looks like the picture; apart in lightness where they are alike in hue.
CLASSES = (
    (1, "sky", "#78aae6"),
    (2, "clouds", "#c8d2e0"),
    (3, "mountain", "#86786e"),
    (4, "snow", "#fafaff"),
    (5, "rock", "#5a5a5f"),
    (6, "trees", "#1e5a28"),
    (7, "grass", "#78b43c"),
    (8, "plants", "#4c9450"),
    (9, "water", "#2864aa"),
    (10, "sand", "#dcc882"),
    (11, "dirt", "#966e46"),
    (12, "any", "#d8d3c8"),
)

# uint8 [ids, 3]: RGB by class id; 0, unknown, is black.
COLORS = np.array([(0, 0, 0), *(tuple(bytes.fromhex(color[1:])) for _, _, color in CLASSES)], np.uint8)

# After their swatches; from dark to light.
MOODS = (
    "Deep shade",
    "Woodland",
    "Blue dusk",
    "Lush green",
    "Sunset",
    "Clear blue",
    "Warm haze",
    "Dark land",
    "Blue hour",
    "Fresh air",
    "Overcast",
    "Morning mist",
)


def hexadecimal(color) -> str:
    """RGB 0 .. 255 -> #rrggbb."""
    return "#" + bytes(int(channel) for channel in color).hex()


def class_entries() -> list[dict]:
    return [{"id": id_, "name": name, "color": color} for id_, name, color in CLASSES]


def numbered_moods(count: int) -> tuple[str, ...]:
    """Names for moods that nobody has looked at."""
    return tuple(f"Mood {n}" for n in range(1, count + 1))


def mood_entries(swatches: np.ndarray, names: tuple[str, ...] = MOODS) -> list[dict]:
    """swatches uint8 [moods, 3, 3]: RGB of the top, middle and bottom third. Raises ValueError if a mood has no name."""
    pairs = zip(names, swatches, strict=True)
    return [{"id": n, "name": name, "swatches": [hexadecimal(c) for c in rows]} for n, (name, rows) in enumerate(pairs, 1)]
