from io import BytesIO

import pytest
from PIL import Image

from registry_app.exchange.pictures import LONGEST, THUMBNAIL, NotAPicture, cleaned

ORIENTATION, GPS = 0x0112, 0x8825


def photo(width: int = 400, height: int = 200, *, turned: int = 1) -> bytes:
    """A JPEG as a telephone writes it: with the place where it was taken, and perhaps lying on its side."""
    picture = Image.new("RGB", (width, height), "red")
    about = Image.Exif()
    about[ORIENTATION] = turned
    about.get_ifd(GPS)[1] = "N"
    stream = BytesIO()
    picture.save(stream, "JPEG", exif=about)
    return stream.getvalue()


def test_where_a_photo_was_taken_is_not_kept() -> None:
    clean = cleaned(photo(), "image/jpeg", shrink=False)

    assert b"Exif" in photo()
    assert b"Exif" not in clean.content


def test_a_photo_that_lies_on_its_side_is_turned_upright() -> None:
    clean = cleaned(photo(400, 200, turned=6), "image/jpeg", shrink=False)

    assert Image.open(BytesIO(clean.content)).size == (200, 400)


def test_a_large_photo_is_made_smaller_only_on_request() -> None:
    large = photo(3200, 1600)

    assert Image.open(BytesIO(cleaned(large, "image/jpeg", shrink=False).content)).size == (3200, 1600)
    assert Image.open(BytesIO(cleaned(large, "image/jpeg", shrink=True).content)).size == (LONGEST, LONGEST // 2)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1", "LA", "I;16"])
def test_every_kind_of_png_stays_itself_and_has_a_thumbnail(mode: str) -> None:
    stream = BytesIO()
    Image.new(mode, (500, 300)).save(stream, "PNG")

    clean = cleaned(stream.getvalue(), "image/png", shrink=False)

    assert Image.open(BytesIO(clean.content)).mode == mode
    assert max(Image.open(BytesIO(clean.thumbnail)).size) == THUMBNAIL


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0 no picture at all", photo()[:200], b""])
def test_what_is_no_picture_is_told_apart(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        cleaned(content, "image/jpeg", shrink=False)


def test_a_picture_made_to_fill_the_memory_is_refused() -> None:
    stream = BytesIO()
    Image.new("1", (20_000, 20_000)).save(stream, "PNG")

    with pytest.raises(NotAPicture):
        cleaned(stream.getvalue(), "image/png", shrink=False)
