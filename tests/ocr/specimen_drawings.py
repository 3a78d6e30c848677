"""The pictures in the specimen clippings: simple scenes without people, printed as grey dots."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Draw = ImageDraw.ImageDraw


def _ground(draw: Draw, width: int, height: int, level: float = 0.82) -> None:
    draw.rectangle((0, int(height * level), width, height), fill=120)


def _court(draw: Draw, width: int, height: int, random: Random) -> None:
    _ground(draw, width, height)
    left, right, base = int(width * 0.14), int(width * 0.86), int(height * 0.82)
    draw.polygon(
        [(left - 14, int(height * 0.36)), (width // 2, int(height * 0.12)), (right + 14, int(height * 0.36))], 90
    )
    draw.rectangle((left, int(height * 0.36), right, base), fill=170)
    for column in range(7):
        x = left + 8 + column * (right - left - 30) // 6
        draw.rectangle((x, int(height * 0.42), x + 14, base), fill=235)
    for step in range(3):
        draw.rectangle(
            (left - 10 * step, base + step * 7, right + 10 * step, base + step * 7 + 5), fill=200 - 30 * step
        )


def _books(draw: Draw, width: int, height: int, random: Random) -> None:
    for shelf in range(2):
        bottom = int(height * (0.46 + 0.46 * shelf))
        x = 12
        while x < width - 30:
            thick, tall = random.randint(12, 30), random.randint(int(height * 0.24), int(height * 0.38))
            shade = random.randint(50, 190)
            draw.rectangle((x, bottom - tall, x + thick, bottom), fill=shade, outline=30)
            draw.line((x + 4, bottom - tall + 16, x + thick - 4, bottom - tall + 16), fill=230, width=3)
            x += thick + 2
        draw.rectangle((0, bottom, width, bottom + 9), fill=70)


def _map(draw: Draw, width: int, height: int, random: Random) -> None:
    centre = (width // 2, int(height * 0.22))
    for number in range(5):
        x, y = int(width * (0.1 + 0.2 * number)), int(height * (0.72 + 0.09 * (number % 2)))
        draw.line((*centre, x, y), fill=90, width=3)
        draw.ellipse((x - 22, y - 22, x + 22, y + 22), fill=150, outline=40, width=3)
    draw.ellipse((centre[0] - 42, centre[1] - 34, centre[0] + 42, centre[1] + 34), fill=60, outline=20, width=3)


def _village(draw: Draw, width: int, height: int, random: Random) -> None:
    _ground(draw, width, height, 0.74)
    for number in range(3):
        x, base = int(width * (0.07 + 0.32 * number)), int(height * (0.78 + 0.05 * (number % 2)))
        wide, tall = int(width * 0.2), int(height * 0.2)
        draw.rectangle((x, base - tall, x + wide, base), fill=190)
        draw.polygon([(x - 12, base - tall), (x + wide // 2, base - 2 * tall), (x + wide + 12, base - tall)], 80)
        draw.rectangle((x + wide // 2 - 9, base - tall // 2 - 6, x + wide // 2 + 9, base), fill=50)
    x = int(width * 0.86)
    draw.rectangle((x, int(height * 0.45), x + 10, int(height * 0.8)), fill=70)
    draw.ellipse((x - 42, int(height * 0.16), x + 50, int(height * 0.54)), fill=100)


def _rickshaw(draw: Draw, width: int, height: int, random: Random) -> None:
    _ground(draw, width, height)
    left, right, base = int(width * 0.2), int(width * 0.8), int(height * 0.76)
    roof = [(left, base), (left, int(height * 0.3)), (left + 40, int(height * 0.2)), (right - 60, int(height * 0.2))]
    front = [(right - 20, int(height * 0.48)), (right, int(height * 0.56)), (right, base)]
    draw.polygon([*roof, *front], 110)
    draw.rectangle((left + 24, int(height * 0.28), left + 110, int(height * 0.5)), fill=225)
    draw.polygon(
        [(left + 130, base), (left + 130, int(height * 0.28)), (right - 70, int(height * 0.28)), (right - 60, base)], 60
    )
    for x in (left + 46, right - 34):
        draw.ellipse((x - 30, base - 26, x + 30, base + 34), fill=30)
        draw.ellipse((x - 12, base - 8, x + 12, base + 16), fill=170)


def _papers(draw: Draw, width: int, height: int, random: Random) -> None:
    for sheet in range(4):
        x, y = int(width * (0.14 + 0.1 * sheet)), int(height * (0.08 + 0.07 * sheet))
        wide, tall = int(width * 0.44), int(height * 0.66)
        draw.rectangle((x, y, x + wide, y + tall), fill=235, outline=20, width=3)
        for row in range(8):
            top = y + 26 + row * (tall - 40) // 8
            draw.line((x + 18, top, x + wide - random.randint(18, 70), top), fill=90, width=5)
    draw.ellipse((int(width * 0.7), int(height * 0.66), int(width * 0.84), int(height * 0.86)), outline=70, width=6)


def _houses(draw: Draw, width: int, height: int, random: Random) -> None:
    x = 0
    while x < width:
        wide, top = random.randint(70, 110), random.randint(int(height * 0.08), int(height * 0.34))
        draw.rectangle((x, top, x + wide, height), fill=random.randint(120, 190), outline=60, width=2)
        for y in range(top + 18, height - 40, 46):
            for window in range(x + 14, x + wide - 22, 30):
                draw.rectangle((window, y, window + 14, y + 22), fill=60)
        x += wide


def _bangles(draw: Draw, width: int, height: int, random: Random) -> None:
    for _ in range(16):
        x, y, r = random.randint(30, width - 30), random.randint(30, height - 30), random.randint(34, 62)
        draw.ellipse((x - r, y - r // 2, x + r, y + r // 2), outline=random.randint(30, 120), width=7)
        draw.arc((x - r, y - r // 2, x + r, y + r // 2), 200, 300, fill=230, width=3)


_SCENES: dict[str, Callable[[Draw, int, int, Random], None]] = {
    "court": _court,
    "books": _books,
    "map": _map,
    "village": _village,
    "rickshaw": _rickshaw,
    "papers": _papers,
    "houses": _houses,
    "bangles": _bangles,
}


def _screen(width: int, height: int, pitch: float = 4.6) -> Image.Image:
    """The dots of a newspaper's halftone, at 45 degrees, as thresholds."""
    period = 46  # ten dots: the pattern repeats, so one tile is computed and laid out
    turn = 2 * math.pi / pitch
    tile = bytes(
        int(127.5 + 60 * (math.cos(turn * x) + math.cos(turn * y))) for y in range(period) for x in range(period)
    )
    cell = Image.frombytes("L", (period, period), tile)
    side = int(1.5 * max(width, height)) + period
    sheet = Image.new("L", (side, side))
    for y in range(0, side, period):
        for x in range(0, side, period):
            sheet.paste(cell, (x, y))
    return sheet.rotate(45, Image.Resampling.BILINEAR).crop(
        ((side - width) // 2, (side - height) // 2, (side - width) // 2 + width, (side - height) // 2 + height)
    )


def halftone(name: str, width: int, height: int, random: Random) -> Image.Image:
    """The scene ``name`` as an L image of dots on white, of the given size in pixels."""
    sky = Image.linear_gradient("L").resize((width, height)).point(lambda v: 175 + v // 4)
    _SCENES[name](ImageDraw.Draw(sky), width, height, random)
    soft = sky.filter(ImageFilter.GaussianBlur(1.6))
    return ImageChops.subtract(soft, _screen(width, height), scale=1.0, offset=128).point(
        lambda v: max(0, min(255, (v - 128) * 4 + 150))
    )
