"""What happens to clippings on their way: curled before a phone's camera, marked, turned, shrunk, compressed twice.

Each function takes an RGB image and gives another; all chance comes from the ``Random`` that it is given.
"""

from __future__ import annotations

import io
import math
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Pixels = NDArray[np.uint8]


def _noise(shape: tuple[int, ...], random: Random, sigma: float) -> NDArray[np.float32]:
    generator = np.random.default_rng(random.getrandbits(32))
    return generator.normal(0, sigma, shape).astype(np.float32)


def _clipped(values: NDArray[np.floating[Any]]) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def scaled(page: Image.Image, factor: float) -> Image.Image:
    """``page`` reduced (or enlarged) as viewers do."""
    size = (max(8, round(page.width * factor)), max(8, round(page.height * factor)))
    return page.resize(size, Image.Resampling.LANCZOS)


def grain(page: Image.Image, random: Random, sigma: float) -> Image.Image:
    pixels = np.asarray(page, np.float32)
    return _clipped(pixels + _noise((*pixels.shape[:2], 1), random, sigma))


def newsprint(page: Image.Image, random: Random) -> Image.Image:
    """Tinted paper with its fibres, and a little of the other side shining through."""
    pixels = np.asarray(page, np.float32)
    tint = np.array(random.choice([(246, 240, 226), (238, 232, 218), (232, 228, 220)]), np.float32) / 255
    back = cv2.GaussianBlur(pixels[:, ::-1], (0, 0), 2.0)
    return grain(_clipped(pixels * tint * (0.94 + 0.06 * back / 255)), random, 5)


def jpeg(page: Image.Image, *qualities: int) -> Image.Image:
    """Compressed once for each of the ``qualities``."""
    for quality in qualities:
        buffer = io.BytesIO()
        page.save(buffer, "JPEG", quality=quality)
        page = Image.open(buffer).convert("RGB")
    return page


def turned(page: Image.Image, degrees: float) -> Image.Image:
    """Turned counter-clockwise on a table that is a little darker than the paper."""
    if degrees % 90 == 0:
        return page.rotate(degrees, expand=True)
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=(196, 190, 182))


def shaded(page: Image.Image, random: Random) -> Image.Image:
    """Light from one side, and the soft shadow of a hand or phone."""
    height, width = page.height, page.width
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = random.uniform(0, 2 * math.pi)
    across = (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle)
    light = 0.80 + 0.30 * across
    cx, cy = random.random() * width, random.random() * height
    radius = 0.35 * max(width, height)
    light *= 1 - 0.35 * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / radius**2)
    return _clipped(np.asarray(page, np.float32) * light[..., None])


def curled(page: Image.Image, random: Random) -> Image.Image:
    """A page that does not lie flat before a camera that is not held straight; all of it is in the picture."""
    height, width = page.height, page.width
    bow = random.uniform(0.010, 0.028) * random.choice([-1, 1]) * width
    bend, start = random.uniform(0.8, 1.4), random.uniform(0, 0.3)
    lean = random.uniform(-0.03, 0.03)
    narrow = random.uniform(-0.06, 0.06)
    pad = int(abs(bow) * 1.6 + abs(lean) * max(width, height) / 2 + abs(narrow) * width / 4) + 6
    y, x = np.mgrid[-pad : height + pad, -pad : width + pad].astype(np.float32)
    u, v = x / width, y / height
    lift = bow * np.sin(math.pi * (u * bend + start)) * (0.5 + v)
    map_x = (x - width / 2) * (1 + narrow * (v - 0.5)) + width / 2 + lean * (y - height / 2)
    map_y = y + lift - lean * (x - width / 2)
    table = (178, 172, 166)
    moved = cv2.remap(np.asarray(page), map_x, map_y, cv2.INTER_CUBIC, borderValue=table)
    return Image.fromarray(moved)


def strokes(page: Image.Image, random: Random) -> Image.Image:
    """A few lines of a red, blue or yellow marker over and beside the text, translucent as ink is."""
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    for _ in range(random.randint(3, 6)):
        colour = random.choice([(225, 40, 50), (60, 80, 200), (250, 225, 70), (250, 150, 60)])
        wide = max(3, int(page.width * random.uniform(0.004, 0.016)))
        x, y = random.uniform(0.05, 0.6) * page.width, random.uniform(0.1, 0.9) * page.height
        points = [(x, y)]
        for _ in range(random.randint(3, 8)):
            x += page.width * random.uniform(0.03, 0.1)
            y += page.width * random.uniform(-0.02, 0.02)
            points.append((x, y))
        draw.line(points, colour, wide, joint="curve")
    x, y = random.uniform(0.1, 0.4) * page.width, random.uniform(0.2, 0.6) * page.height
    box = (x, y, x + 0.45 * page.width, y + 0.2 * page.height)
    draw.ellipse(box, outline=(220, 40, 50), width=max(3, page.width // 220))
    soft = np.asarray(ink.filter(ImageFilter.GaussianBlur(0.8)), np.float32) / 255
    return _clipped(np.asarray(page, np.float32) * soft)


def letterpress(page: Image.Image, random: Random) -> Image.Image:
    """Old presses: ink that spread here and left gaps there, pale, on brown paper."""
    grey = np.asarray(page.convert("L"), np.float32)
    wobble = cv2.GaussianBlur(_noise(grey.shape, random, 1.0), (0, 0), 6) * 9
    spread = cv2.GaussianBlur(grey, (0, 0), 1.4) + 22 * wobble + _noise(grey.shape, random, 24)
    inked = 1 / (1 + np.exp(-(cv2.GaussianBlur(spread, (0, 0), 1.0) - 168) / 18))
    stain = cv2.GaussianBlur(_noise((grey.shape[0] // 16 + 1, grey.shape[1] // 16 + 1), random, 1.0), (0, 0), 3)
    paper = 206 + 60 * cv2.resize(stain, (grey.shape[1], grey.shape[0]))
    ink = 66 + 40 * np.clip(wobble, -1, 1)
    values = ink + (paper - ink) * inked
    tone = np.array((1.0, 0.965, 0.88), np.float32)
    return _clipped((values[..., None] * tone).astype(np.float32))
