"""A face drawn from ellipses, which is nobody's, and a scene without people."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFilter


def face(side: int = 260) -> Image.Image:
    """A head on a grey ground: brows, eyes, nose and mouth, softened as a photo is."""
    picture = Image.new("L", (side * 2, side * 2), 120)
    draw = ImageDraw.Draw(picture)
    x, y, s = side // 2, side // 3, side / 100

    def oval(left: float, top: float, right: float, bottom: float, shade: int) -> None:
        draw.ellipse((x + left * s, y + top * s, x + right * s, y + bottom * s), fill=shade)

    oval(4, -12, 96, 100, 40)
    oval(12, 2, 88, 118, 205)
    for left in (24, 56):
        oval(left, 36, left + 20, 42, 70)
        oval(left, 45, left + 20, 57, 235)
        oval(left + 5, 45, left + 15, 57, 45)
    oval(45, 52, 55, 76, 185)
    oval(42, 72, 58, 80, 150)
    oval(33, 88, 67, 98, 95)
    return picture.filter(ImageFilter.GaussianBlur(side / 80)).convert("RGB")


def scene() -> Image.Image:
    """Hills under a sky."""
    picture = Image.linear_gradient("L").resize((640, 640))
    ImageDraw.Draw(picture).polygon([(0, 640), (200, 330), (420, 560), (640, 400), (640, 640)], 60)
    return picture.filter(ImageFilter.GaussianBlur(2)).convert("RGB")


def jpeg(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()
