"""Sets field-like clippings with known text: logo, date strip, headline, columns, a pull quote, a photograph.

The texts are the bank's own specimens (``tests/ocr/specimen_texts.py``), paragraphs mixed by the seed; every
newspaper is one that does not exist, and nobody is named.  Type is set large and reduced afterwards, as an e-paper
does with its pages.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from babel.dates import format_date
from PIL import Image, ImageDraw, ImageFont, ImageOps

from tests.ocr.specimen_drawings import halftone
from tests.ocr.specimen_texts import ENGLISH, HINDI, Specimen
from tests.specimens import Line, font_file, wrap

BODY = 36
"""Height of the body's type in pixels as it is set; about 9 points at 300 dpi."""
INK = (30, 28, 28)
_PAPER = (252, 251, 248)
_FACES = {
    "en": (
        ("NotoSerif-Regular", "NotoSerif-Bold"),
        ("DejaVuSerifCondensed", "DejaVuSerifCondensed-Bold"),
        ("NotoSans-Regular", "NotoSerifDisplay-Bold"),
        ("DejaVuSans", "DejaVuSans-Bold"),
    ),
    "hi": (
        ("NotoSerifDevanagari-Regular", "NotoSerifDevanagari-Bold"),
        ("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"),
        ("NotoSerifDevanagari-Regular", "NotoSansDevanagari-Bold"),
    ),
}
_LATIN = "NotoSans-Regular"
_STRIP_FACE = {"en": "NotoSans-Bold", "hi": "NotoSansDevanagari-Bold"}
_ADDED = {
    "en": (
        "A total of Rs. 4,50,000 was set aside in 2019-20; 38% of it had been spent by March 31, the note adds.",
        "The helpline (1098) took 612 calls in the quarter, against 547 a year before, and passed on 203 of them.",
        "Officials of the District Task Force said a well-kept register of out-of-school children comes first.",
    ),
    "hi": (
        "वर्ष 2019-20 में 4,50,000 रुपये रखे गए थे, जिनमें से 31 मार्च तक 38 प्रतिशत खर्च हुए। बाकी राशि अगले वर्ष में जोड़ी जाएगी।",
        "हेल्पलाइन 1098 पर तिमाही में 612 फोन आए, पिछले वर्ष 547 थे। इनमें से 203 मामले विभागों को भेजे गए।",
        "District Task Force की बैठक में कहा गया कि हर गांव में child register रखा जाए और उसे हर महीने जांचा जाए।",
    ),
}
_SHADES = ((20, 20, 24), (120, 20, 26), (20, 48, 100))


@dataclass(frozen=True)
class Plan:
    """How a clipping is set.  ``measure``: width of a column in letters of the body, about."""

    language: str
    columns: int
    measure: int = 30
    paragraphs: int = 4
    logo: bool = True
    strip: bool = True
    pull: bool = False
    picture: bool = False
    neighbour: bool = False
    box: bool = False


@lru_cache(maxsize=256)
def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(name), size, layout_engine=ImageFont.Layout.RAQM)


@dataclass
class Setting:
    """The sheet while it is set; ``y`` is where the next piece goes, ``text`` what is printed so far."""

    plan: Plan
    random: Random
    image: Image.Image
    text: list[str]
    body: str
    bold: str
    left: int
    width: int
    y: int = 30

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def put(self, x: float, y: float, text: str, font: ImageFont.FreeTypeFont, fill: tuple[int, ...] = INK) -> None:
        self.draw.text((x, y), text, fill, font, anchor="ls", language=self.plan.language)


def _specimens(language: str) -> tuple[Specimen, ...]:
    return ENGLISH if language == "en" else HINDI


def _paragraphs(plan: Plan, random: Random) -> list[str]:
    pool = [p for spec in _specimens(plan.language) for p in spec.paragraphs] + list(_ADDED[plan.language])
    return random.sample(pool, plan.paragraphs)


def _logo(s: Setting, spec: Specimen) -> None:
    font = face(s.bold, BODY * 2)
    wide = int(font.getlength(spec.masthead))
    if s.random.random() < 0.5:
        s.draw.rectangle((s.left, s.y, s.left + wide + 40, s.y + 100), fill=s.random.choice(_SHADES))
        s.put(s.left + 20, s.y + 72, spec.masthead, font, (250, 248, 244))
    else:
        s.put(s.left, s.y + 72, spec.masthead, font)
    s.text.append(spec.masthead)
    s.y += 108


def _strip(s: Setting, spec: Specimen) -> None:
    day = date(2004, 1, 1) + timedelta(days=s.random.randrange(8000))
    printed = format_date(day, s.random.choice(["EEEE, d MMMM y", "d MMMM y"]), locale=s.plan.language)
    page = "Page" if s.plan.language == "en" else "पृष्ठ"
    parts = [spec.place or ("Delhi" if s.plan.language == "en" else "दिल्ली"), printed]
    parts.append(f"{page} {s.random.randint(1, 16)}")
    font = face(_STRIP_FACE[s.plan.language], int(BODY * 0.85))
    s.draw.rectangle((s.left, s.y, s.left + s.width, s.y + int(BODY * 1.3)), fill=s.random.choice(_SHADES))
    s.put(s.left + 20, s.y + int(BODY * 0.97), "  |  ".join(parts), font, (248, 248, 246))
    s.text.append(" ".join(parts))
    s.y += int(BODY * 1.3) + 14


def _heading(s: Setting, spec: Specimen) -> None:
    size = next((z for z in range(96, 48, -4) if len(wrap(spec.title, face(s.bold, z), s.width)) <= 3), 48)
    font = face(s.bold, size)
    for line in wrap(spec.title, font, s.width):
        s.y += int(size * (1.32 if s.plan.language == "hi" else 1.16))
        s.put(s.left, s.y, " ".join(line.words), font)
    s.y += 14
    strap = face(s.body, int(BODY * 1.2))
    for wrapped in wrap(spec.strap, strap, s.width):
        s.y += int(BODY * 1.7)
        s.put(s.left, s.y, " ".join(wrapped.words), strap, (80, 76, 76))
    s.text += [spec.title, spec.strap]
    s.y += 40


def _pull_lines(s: Setting, words: str, width: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    font = face(s.bold, int(BODY * 1.35))
    return [(" ".join(line.words), font) for line in wrap(words, font, width - 24)]


def _has(s: Setting, word: str) -> bool:
    """True when the body's font has the letters of ``word``: those for Devanagari have no Latin ones."""
    return s.plan.language == "en" or not any("a" <= letter.lower() <= "z" for letter in word)


def _line(s: Setting, line: Line, x: int, y: int, width: int) -> None:
    fonts = [face(s.body if _has(s, word) else _LATIN, BODY) for word in line.words]
    widths = [font.getlength(word) for font, word in zip(fonts, line.words, strict=True)]
    gap = fonts[0].getlength(" ")
    if not line.last and len(line.words) > 1:
        gap = max(gap * 0.7, (width - line.indent - sum(widths)) / (len(line.words) - 1))
    at = x + line.indent
    for word, wide, font in zip(line.words, widths, fonts, strict=True):
        s.put(at, y, word, font)
        at += int(wide + gap)


def _pull(s: Setting, spec: Specimen, x: int, y: int, width: int) -> int:
    lines = _pull_lines(s, spec.pull or spec.title, width)
    step = int(BODY * 2)
    tall = len(lines) * step + 50
    white = s.plan.box
    if white:
        s.draw.rectangle((x, y, x + width, y + tall - 24), fill=s.random.choice(_SHADES))
    else:
        s.draw.line((x, y + 4, x + width, y + 4), (160, 30, 30), 5)
    for number, (line, font) in enumerate(lines):
        s.put(x + 12, y + 12 + int((number + 0.75) * step), line, font, (250, 248, 246) if white else (160, 30, 30))
    s.text.append(" ".join(line for line, _ in lines))
    return tall


def _picture(s: Setting, spec: Specimen, x: int, y: int, width: int) -> int:
    small = halftone(spec.picture or "village", width // 2, int(width * 0.34), s.random)
    picture = small.resize((width, int(width * 0.68)), Image.Resampling.BICUBIC)
    s.image.paste(ImageOps.colorize(picture, INK, (242, 238, 228)), (x, y))
    font = face(s.body, int(BODY * 0.8))
    at = y + picture.height + 4
    caption = spec.caption or spec.strap
    for line in wrap(caption, font, width):
        at += int(BODY * 1.25)
        s.put(x, at, " ".join(line.words), font)
    s.text.append(caption)
    return at - y + 34


def _columns(s: Setting, spec: Specimen) -> None:
    count, gutter = s.plan.columns, 44
    width = (s.width - gutter * (count - 1)) // count
    font, step = face(s.body, BODY), int(BODY * (1.6 if s.plan.language == "hi" else 1.32))
    lines: list[Line] = []
    for number, paragraph in enumerate(_paragraphs(s.plan, s.random)):
        opening = f"{spec.place.upper()}: " if spec.place and not number else ""
        lines += wrap(opening + paragraph, font, width, 0 if opening else 40, hyphenate=s.plan.language == "en")
        s.text.append(opening + paragraph)
    tops = [s.y] * count
    if s.plan.picture:
        tops[-1] += _picture(s, spec, s.left + (count - 1) * (width + gutter), s.y, width)
    total = len(lines) * step + sum(tops) - s.y * count + (8 * step if s.plan.pull else 0)
    rows = math.ceil(total / count / step) + 1
    start, bottom, column = s.y, s.y + rows * step, 0
    pull_at = (0 if count == 1 else (count - 1) // 2, start + rows * step // 3)
    pulled = not s.plan.pull
    for line in lines:
        if tops[column] + step > bottom and column < count - 1:
            column += 1
        if not pulled and (column, tops[column]) >= pull_at:
            tops[column] += 20 + _pull(s, spec, s.left + column * (width + gutter), tops[column] + 20, width)
            pulled = True
        tops[column] += step
        _line(s, line, s.left + column * (width + gutter), tops[column], width)
    s.y = max(tops) + 40
    for x in (s.left + n * (width + gutter) - gutter // 2 for n in range(1, count)):
        if s.random.random() < 0.5:
            s.draw.line((x, start, x, s.y), (150, 146, 140), 2)


def _neighbours(s: Setting) -> None:
    """The inner ends of lines of the articles to the left and right; they are no text of this clipping."""
    font, step = face(s.body, BODY), int(BODY * 1.5)
    words = " ".join(_specimens(s.plan.language)[0].paragraphs).split()
    for row in range(2, s.y // step - 1):
        left = " ".join(s.random.sample(words, 3))
        s.put(s.left - 52 - font.getlength(left), row * step, left, font)
        s.put(s.left + s.width + 52, row * step, " ".join(s.random.sample(words, 3)), font)


def typeset(plan: Plan, random: Random) -> tuple[Image.Image, str]:
    """The clipping as an RGB image, and every word that is printed as part of it, in the order of setting."""
    spec = random.choice(_specimens(plan.language))
    body, bold = random.choice(_FACES[plan.language])
    width = int(plan.columns * plan.measure * BODY * 0.5) + 44 * (plan.columns - 1)
    left = 190 if plan.neighbour else 46
    sheet = Image.new("RGB", (width + 2 * left, 12_000), _PAPER)
    s = Setting(plan, random, sheet, [], body, bold, left, width)
    if plan.logo:
        _logo(s, spec)
    if plan.strip:
        _strip(s, spec)
    _heading(s, spec)
    _columns(s, spec)
    if plan.neighbour:
        _neighbours(s)
    return sheet.crop((0, 0, sheet.width, s.y)), "\n".join(s.text)


def plans(language: str, number: int, random: Random, **fixed: bool) -> Plan:
    """The ``number``-th plan of a series: one to four columns in turn."""
    options: dict[str, bool] = {
        "logo": random.random() < 0.7,
        "strip": random.random() < 0.7,
        "pull": random.random() < 0.5,
        "picture": random.random() < 0.5,
        "box": random.random() < 0.3,
        **fixed,
    }
    columns = 1 + number % 4
    return Plan(language, columns, random.randint(26, 36), 3 + columns, **options)
