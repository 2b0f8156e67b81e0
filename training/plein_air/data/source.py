"""A person's photographs and label maps, as they lie in folders or zip files."""

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"}
NAMED = 5  # names that an error lists


@dataclass(frozen=True)
class Pictures:
    """Pictures of one folder or zip file, by name without its ending."""

    path: Path
    files: dict[str, str]  # name -> path inside of the folder or zip file; sorted by name

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        """Opened once: its list of files is long. Threads may read from it at the same time."""
        return zipfile.ZipFile(self.path)

    def open(self, name: str) -> Image.Image:
        """The picture, not yet decoded, its pixels the right way up. Raises ValueError if it is not one."""
        try:
            if self.path.suffix == ".zip":
                return Image.open(io.BytesIO(self.archive.read(self.files[name])))
            return Image.open(self.path / self.files[name])
        except (UnidentifiedImageError, OSError, zipfile.BadZipFile, Image.DecompressionBombError) as problem:
            raise ValueError(f"{self.path / self.files[name]} cannot be read as a picture: {problem}") from problem

    def read(self, name: str) -> Image.Image:
        """The same, decoded. Raises ValueError if the file ends too early or is damaged."""
        try:
            image = self.open(name)
            image.load()
            return ImageOps.exif_transpose(image)
        except (OSError, SyntaxError) as problem:  # Pillow's own, of damaged files
            raise ValueError(f"{self.path / self.files[name]} is damaged: {problem}") from problem

    def size(self, name: str) -> tuple[int, int]:
        """Width and height as they are seen, from the head of the file."""
        image = self.open(name)
        # Of a PNG, its own getexif decodes all of it.
        turned = Image.Image.getexif(image).get(ExifTags.Base.Orientation, 1) >= 5  # those that swap the two
        return image.size[::-1] if turned else image.size


@dataclass(frozen=True)
class Source:
    """Photographs, and label maps of the same names, or none."""

    photographs: Pictures
    labels: Pictures | None
    classes: Path | None  # classes.json


def pictures_of(path: Path) -> Pictures:
    """path: a folder, with what is below it, or a zip file. Raises ValueError if two files have one name."""
    if path.suffix == ".zip":
        try:
            with zipfile.ZipFile(path) as archive:
                found = [name for name in archive.namelist() if not name.endswith("/")]
        except zipfile.BadZipFile as problem:
            raise ValueError(f"{path} cannot be read as a zip file: {problem}") from problem
    else:
        found = [str(file.relative_to(path)) for file in path.rglob("*") if file.is_file()]
    files: dict[str, str] = {}
    for file in sorted(found):
        inside = Path(file)
        if inside.suffix.lower() not in PICTURES or any(part.startswith((".", "__MACOSX")) for part in inside.parts):
            continue
        name = str(inside.with_suffix(""))
        if name in files:
            raise ValueError(f"{path} has two pictures of one name, {files[name]} and {file}: rename one of them")
        files[name] = file
    return Pictures(path, dict(sorted(files.items())))


def below(folder: Path, name: str) -> Path | None:
    """The folder or zip file of that name."""
    return next((path for path in (folder / name, folder / f"{name}.zip") if path.exists()), None)


def find_source(folder: Path, segment: bool) -> Source:
    """folder: with images/ and labels/ (or images.zip and labels.zip) and classes.json; to be segmented: with images/, or itself
    full of pictures, or a zip file of them.

    Raises ValueError, with what to do, if something is missing.
    """
    if segment and folder.suffix == ".zip" and folder.is_file():
        return Source(pictures_of(folder), None, None)
    if not folder.is_dir():
        raise ValueError(f"{folder} is not a folder")
    images = below(folder, "images") or folder
    photographs = pictures_of(images)
    if not photographs.files:
        raise ValueError(f"{images} has no pictures ({', '.join(sorted(PICTURES))})")
    if segment:
        return Source(photographs, None, None)
    labels = below(folder, "labels")
    if images == folder or labels is None:
        raise ValueError(
            f"{folder} has to have images/ and labels/ (or images.zip and labels.zip); to make the labels from the photographs, "
            "pass --segment"
        )
    maps = pictures_of(labels)
    if missing := [name for name in photographs.files if name not in maps.files]:
        raise ValueError(f"{labels} has no label map for {listed(missing)}: names have to be those of the photographs")
    classes = folder / "classes.json"
    return Source(photographs, maps, classes if classes.exists() else None)


def listed(names: list[str]) -> str:
    """The first few, and how many more there are."""
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
