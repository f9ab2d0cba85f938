"""Pictures from outside: looked at whole, turned upright, made smaller on request, freed of where they were taken."""

import warnings
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST = 1600
"""Pixels of the longer side of a picture that was made smaller."""
THUMBNAIL = 160
MOST_PIXELS = 80_000_000
QUALITY = 85
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}


class NotAPicture(ValueError):
    """What was given cannot be read as a picture of the kind it says it is."""


class Cleaned(Struct, frozen=True, kw_only=True):
    """A picture without anything but its pixels, and a small JPEG of it."""

    content: bytes
    thumbnail: bytes


def cleaned(content: bytes, media: str, *, shrink: bool) -> Cleaned:
    """``content`` upright and without what a camera or telephone has written into it; with ``shrink`` at most LONGEST
    pixels long. Raises NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=[FORMATS[media]]) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise NotAPicture
                upright = ImageOps.exif_transpose(opened)
                upright.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise NotAPicture from problem
    except Image.DecompressionBombWarning as problem:
        raise NotAPicture from problem
    if shrink:
        upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    small = upright.convert("RGBA")
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", small.size, "white")
    ground.paste(small, mask=small.getchannel("A"))
    return Cleaned(content=_written(upright, FORMATS[media]), thumbnail=_written(ground, "JPEG"))


def _written(picture: Image.Image, kind: str) -> bytes:
    """The pixels and nothing else, in ``kind``."""
    if kind == "JPEG" and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    bare = Image.new(picture.mode, picture.size)
    if picture.mode == "P" and (palette := picture.getpalette()):
        bare.putpalette(palette)
    bare.paste(picture)
    stream = BytesIO()
    if kind == "JPEG":
        bare.save(stream, kind, quality=QUALITY, optimize=True)
    else:
        bare.save(stream, kind, optimize=True)
    return stream.getvalue()
