"""Typesets newspaper clippings that no newspaper printed: the bank's specimens, and test input with known text.

``make`` sets one report as a clipping (masthead, date strip, headline, justified columns, perhaps a picture) and
treats it as a scan is treated: tinted, noisy, a little askew, compressed as JPEG.  The same report, seed, fonts
and version of Pillow give the same bytes.  ``python -m tests.specimens`` renews the bank's specimens under
``clippings/``; the committed files are the truth, no test compares them with a new rendering.
"""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml
from babel.dates import format_date
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps, features

from tests.ocr.specimen_drawings import halftone
from tests.ocr.specimen_texts import SPECIMENS, Specimen

INK = (38, 35, 33)
STRIP = (28, 28, 30)
MARGIN = 34
GUTTER = 30
MAX_BYTES = 250_000
PROVENANCE = "Typeset by tests/specimens.py as a specimen; no real newspaper"
EDITORS = "The bank's editors, who typeset it"
ADDED = "2026-11-20"

_FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
_SERVICE = {"en": "Specimen News Service", "hi": "नमूना समाचार सेवा"}
_STRIP = {"en": ("Page", "Specimen, not a real newspaper"), "hi": ("पृष्ठ", "नमूना, असली अखबार नहीं")}
_COLOURS = {"THE SPECIMEN HERALD": (24, 58, 110), "नमूना समाचार": (168, 30, 32)}
_FACES = {
    "en": {
        "masthead": "NotoSerifDisplay-Bold",
        "headline": "NotoSerif-Bold",
        "strap": "NotoSans-Regular",
        "body": "NotoSerif-Regular",
        "bold": "NotoSans-Bold",
        "caption": "NotoSerif-Italic",
    },
    "hi": {
        "masthead": "NotoSansDevanagari-Bold",
        "headline": "NotoSerifDevanagari-Bold",
        "strap": "NotoSansDevanagari-Regular",
        "body": "NotoSerifDevanagari-Regular",
        "bold": "NotoSansDevanagari-Bold",
        "caption": "NotoSansDevanagari-Regular",
    },
}
_HYPHENATION = """
ac-cord-ing ado-les-cents an-oth-er as-sess-ments au-dit author-ised cam-paign cap-tion cer-tif-i-cate
com-mit-tee com-mit-tees com-mu-ni-ty com-pa-nies com-pen-sa-tion com-plaints com-put-ers con-di-tions
con-vict-ed con-vic-tions cost-ly coun-cil coun-sel-lor coun-sel-ling cur-ric-u-lum dan-ger-ous de-part-ment
de-part-ments de-vel-op-ing dif-fer-ence dig-i-tal di-rec-tions di-rec-to-ry dis-cus-sion dis-cus-sions
dis-tricts doc-u-ment doc-u-ments ed-u-ca-tion ef-fi-cien-cy elec-tron-ic em-ployed em-ploy-ers
en-force-ment en-rol-ment en-ter-prise ev-i-dence ex-am-ined ex-cep-tions ex-ist-ing fac-to-ries fam-i-lies
fol-lowed gar-ment gath-er gen-u-ine gov-ern-ment hand-book haz-ard-ous hos-pi-tals in-for-ma-tion
in-spec-tors in-stru-ment in-sur-ance in-ter-na-tion-al jour-ney knowl-edge lead-ers mag-is-trate
man-age-ment man-agers ma-te-ri-al mes-sage mid-dle-men mi-gra-tion min-istries min-istry mon-i-tor-ing
mon-i-tors na-tion-al neigh-bour-hoods or-gan-i-sa-tion or-gan-i-sa-tions or-gan-is-ers pan-dem-ic
par-tic-i-pants part-ners peo-ple pe-ri-od-i-cal plan-ners po-lice post-ers prac-ti-cal pro-ce-dures
pro-duc-er pro-duc-tion pro-gramme proj-ect proj-ects pros-e-cu-tors pro-tec-tion re-ceived re-fer-ral
reg-is-ter reg-u-lar-ly re-ha-bil-i-ta-tion rep-re-sen-ta-tives res-cue re-source sep-a-rate serv-ices
sex-u-al shel-ter spe-cial-ists state-ment sta-tions sub-ject sur-vey sur-viv-ors sys-tem sys-tems
town-ships traf-fick-ing trained train-ing trans-la-tions tu-ition un-der ver-i-fied vic-tim vil-lage
vil-lages vol-un-teers vul-ner-a-ble web-site wel-fare work-ers work-places work-shop work-shops
"""
_BREAKS = {word.replace("-", ""): word.split("-") for word in _HYPHENATION.split()}


class MissingFont(Exception):  # noqa: N818
    """A font of the specimens is not installed; the message says which package has it."""


@lru_cache(maxsize=1)
def _installed() -> dict[str, Path]:
    return {p.stem: p for folder in _FONT_FOLDERS if folder.is_dir() for p in sorted(folder.rglob("*.ttf"))}


@lru_cache(maxsize=64)
def typeface(language: str, face: str, size: int) -> ImageFont.FreeTypeFont:
    if not features.check("raqm"):
        raise MissingFont("This Pillow has no Raqm, so Devanagari would not be shaped; install Pillow from its wheel.")
    name = _FACES[language][face]
    path = _installed().get(name)
    if not path:
        raise MissingFont(f"The font {name}.ttf is not installed; on Debian: apt install fonts-noto-core")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


def fonts_present() -> bool:
    """True when every font of the specimens can be loaded."""
    try:
        return all(typeface(language, face, 20) for language, faces in _FACES.items() for face in faces)
    except MissingFont:
        return False


# --- Lines -----------------------------------------------------------------------------------------------


@dataclass
class Line:
    words: list[str]
    indent: int = 0
    last: bool = False
    bold: int = 0
    """So many words at the start are bold: the dateline."""


def _width(words: Sequence[str], font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(" ".join(words))


def _split_to_fit(word: str, room: float, font: ImageFont.FreeTypeFont) -> tuple[str, str] | None:
    """``word`` broken at a syllable so that its head and a hyphen fit into ``room`` pixels."""
    core = word.rstrip(".,:;")
    parts = _BREAKS.get(core.lower())
    if not parts:
        return None
    cut = 0
    for length in (sum(map(len, parts[:n])) for n in range(1, len(parts))):
        if length >= 2 and len(core) - length >= 3 and font.getlength(word[:length] + "-") <= room:
            cut = length
    return (word[:cut] + "-", word[cut:]) if cut else None


def wrap(
    text: str, font: ImageFont.FreeTypeFont, width: float, indent: int = 0, *, hyphenate: bool = False
) -> list[Line]:
    """``text`` in lines of at most ``width`` pixels; the first is indented."""
    lines = [Line([], indent)]
    for word in text.split():
        room = width - lines[-1].indent
        if not lines[-1].words or _width([*lines[-1].words, word], font) <= room:
            lines[-1].words.append(word)
            continue
        left = room - _width([*lines[-1].words, ""], font)
        halves = _split_to_fit(word, left, font) if hyphenate else None
        if halves:
            lines[-1].words.append(halves[0])
        lines.append(Line([halves[1] if halves else word]))
    lines[-1].last = True
    return lines


def balanced(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """A headline's lines, about equally long."""
    count = len(wrap(text, font, width))
    narrow = next(w for w in range(width // 3, width + 1, 8) if len(wrap(text, font, w)) <= count)
    return [" ".join(line.words) for line in wrap(text, font, narrow)]


# --- One clipping ----------------------------------------------------------------------------------------


@dataclass
class Sheet:
    """The page while it is being set; ``y`` is where the next piece goes."""

    spec: Specimen
    random: Random
    image: Image.Image
    y: int = 0

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    @property
    def inner(self) -> int:
        return self.image.width - 2 * MARGIN

    def font(self, face: str, size: int) -> ImageFont.FreeTypeFont:
        return typeface(self.spec.language, face, size)

    def text(
        self, x: float, y: float, text: str, font: ImageFont.FreeTypeFont, fill: tuple[int, int, int] = INK
    ) -> None:
        self.draw.text((x, y), text, fill, font, anchor="ls", language=self.spec.language)


def _masthead(sheet: Sheet) -> None:
    spec = sheet.spec
    colour = _COLOURS.get(spec.masthead, INK)
    size = 74 if spec.language == "en" else 68
    while sheet.font("masthead", size).getlength(spec.masthead) > sheet.inner * 0.8:
        size -= 2
    font = sheet.font("masthead", size)
    wide = font.getlength(spec.masthead)
    if colour == INK:
        sheet.draw.line((MARGIN, 24, MARGIN + sheet.inner, 24), INK, 3)
        sheet.text((sheet.image.width - wide) / 2, 100, spec.masthead, font)
    else:
        sheet.draw.rectangle((MARGIN, 22, MARGIN + wide + 48, 124), fill=colour)
        sheet.text(MARGIN + 24, 98, spec.masthead, font, (248, 246, 240))
    sheet.y = 128


def strip_text(spec: Specimen) -> str:
    """The date strip: place, day, page, and that this is a specimen."""
    day = format_date(date.fromisoformat(spec.date), "EEEE, d MMMM y", locale=spec.language)
    page, notice = _STRIP[spec.language]
    return "  |  ".join(part for part in (spec.place, day, f"{page} {spec.page}", notice) if part)


def _strip(sheet: Sheet) -> None:
    font = sheet.font("bold", 19)
    sheet.draw.rectangle((MARGIN, sheet.y, MARGIN + sheet.inner, sheet.y + 36), fill=STRIP)
    sheet.text(MARGIN + 16, sheet.y + 25, strip_text(sheet.spec), font, (245, 245, 242))
    sheet.y += 36


def _stack(
    sheet: Sheet, lines: Sequence[str], font: ImageFont.FreeTypeFont, step: int, fill: tuple[int, int, int]
) -> None:
    for line in lines:
        sheet.y += step
        sheet.text(MARGIN, sheet.y, line, font, fill)


def _sizes(sheet: Sheet, largest: int, smallest: int) -> Iterator[ImageFont.FreeTypeFont]:
    return (sheet.font("headline", size) for size in range(largest, smallest, -2))


def _heading(sheet: Sheet) -> None:
    spec = sheet.spec
    sheet.y += 8
    _stack(sheet, [spec.kicker], sheet.font("bold", 22), 30, (160, 28, 30))
    headline = next(
        f for f in _sizes(sheet, 72 if spec.language == "en" else 62, 36) if len(wrap(spec.title, f, sheet.inner)) <= 2
    )
    leading = 1.3 if spec.language == "hi" else 1.16
    _stack(sheet, balanced(spec.title, headline, sheet.inner), headline, int(headline.size * leading), INK)
    strap = sheet.font("strap", 27)
    sheet.y += 8
    _stack(sheet, balanced(spec.strap, strap, sheet.inner), strap, 38, (70, 66, 64))
    sheet.y += 16
    sheet.draw.line((MARGIN, sheet.y, MARGIN + sheet.inner, sheet.y), INK, 1)
    _stack(sheet, [_SERVICE[spec.language]], sheet.font("bold", 19), 28, INK)
    sheet.y += 16


@dataclass
class Box:
    """Something that stands in a column in place of lines: rows ``top`` to ``bottom`` (exclusive)."""

    column: int
    top: int
    bottom: int

    def holds(self, column: int, row: int) -> bool:
        return column == self.column and self.top <= row < self.bottom


def body_lines(spec: Specimen, font: ImageFont.FreeTypeFont, width: int) -> list[Line]:
    lines: list[Line] = []
    for number, paragraph in enumerate(spec.paragraphs):
        opening = f"{spec.place.upper()}: " if spec.place and not number else ""
        wrapped = wrap(opening + paragraph, font, width, 0 if opening else 24, hyphenate=spec.language == "en")
        wrapped[0].bold = len(opening.split())
        lines += wrapped
    return lines


def _slots(columns: int, rows: int, boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """(column, row) of each place for a line, in reading order."""
    for column in range(columns):
        for row in range(rows):
            if not any(box.holds(column, row) for box in boxes):
                yield column, row


def _justified(sheet: Sheet, line: Line, x: float, y: float, width: float, font: ImageFont.FreeTypeFont) -> None:
    bold = sheet.font("bold", round(font.size) - 2)
    faces = [bold if number < line.bold else font for number in range(len(line.words))]
    widths = [face.getlength(word) for face, word in zip(faces, line.words, strict=True)]
    gap = font.getlength(" ")
    if not line.last and len(line.words) > 1:
        gap = max(gap * 0.6, (width - line.indent - sum(widths)) / (len(line.words) - 1))
    x += line.indent
    for word, face, wide in zip(line.words, faces, widths, strict=True):
        sheet.text(x, y, word, face)
        x += wide + gap


def _pull(sheet: Sheet, box: Box, x: int, y: int, width: int, step: int) -> None:
    font = sheet.font("headline", 30)
    lines = [" ".join(line.words) for line in wrap(sheet.spec.pull, font, width)]
    leading = 46 if sheet.spec.language == "hi" else 40
    top, bottom = y + box.top * step + 8, y + box.bottom * step - 4
    for edge in (top, bottom):
        sheet.draw.line((x, edge, x + width, edge), (160, 28, 30), 4)
    start = (top + bottom) // 2 - leading * len(lines) // 2 + int(leading * 0.75)
    for number, line in enumerate(lines):
        sheet.text(x, start + number * leading, line, font, (160, 28, 30))


def _picture(sheet: Sheet, box: Box, x: int, y: int, width: int, step: int) -> None:
    font = sheet.font("caption", 17)
    lines = [" ".join(line.words) for line in wrap(sheet.spec.caption, font, width)]
    height = (box.bottom - box.top) * step - 24 * len(lines) - 16
    picture = halftone(sheet.spec.picture, width, height, sheet.random)
    top = y + box.top * step
    sheet.image.paste(ImageOps.colorize(picture, INK, (242, 238, 228)), (x, top))
    sheet.draw.rectangle((x, top, x + width - 1, top + height - 1), outline=INK)
    for number, line in enumerate(lines):
        sheet.text(x, top + height + 22 + number * 24, line, font)


def _boxes(spec: Specimen, lines: int) -> tuple[int, Box | None, Box | None]:
    """Rows of the body, and where the picture (top of the last column) and the pull-out (middle) stand."""
    pull_rows = 4 if spec.pull else 0
    share = (0.7 if spec.columns > 2 else 0.45) if spec.picture else 0.0  # of its column that the picture takes
    rows = math.ceil((lines + pull_rows) / (spec.columns - share))
    picture_rows = spec.columns * rows - lines - pull_rows
    picture = Box(spec.columns - 1, 0, picture_rows) if spec.picture else None
    middle = max(2, rows // 2 - 3)
    pull = Box((spec.columns - 1) // 2, middle, middle + pull_rows) if spec.pull else None
    return rows, picture, pull


def _body(sheet: Sheet) -> None:
    spec = sheet.spec
    width = (sheet.inner - GUTTER * (spec.columns - 1)) // spec.columns
    font, step = (sheet.font("body", 21), 29) if spec.language == "en" else (sheet.font("body", 22), 34)
    lines = body_lines(spec, font, width)
    rows, picture, pull = _boxes(spec, len(lines))
    boxes = [box for box in (picture, pull) if box]
    xs = [MARGIN + column * (width + GUTTER) for column in range(spec.columns)]
    top = sheet.y
    for line, (column, row) in zip(lines, _slots(spec.columns, rows, boxes), strict=False):
        _justified(sheet, line, xs[column], top + row * step + round(step * 0.75), width, font)
    if pull:
        _pull(sheet, pull, xs[pull.column], top, width, step)
    if picture:
        _picture(sheet, picture, xs[picture.column], top, width, step)
    sheet.y = top + rows * step
    for x in xs[1:]:
        sheet.draw.line((x - GUTTER // 2, top, x - GUTTER // 2, sheet.y), (150, 146, 140), 1)


def body_text(spec: Specimen) -> list[str]:
    first, *rest = spec.paragraphs
    return [f"{spec.place.upper()}: {first}" if spec.place else first, *rest]


# --- Paper and scanner -----------------------------------------------------------------------------------


def _noise(size: tuple[int, int], random: Random, grain: float) -> Image.Image:
    """Grey noise around 128, the mean of two uniform noises, slightly blurred as a scanner does."""
    first, second = (Image.frombytes("L", size, random.randbytes(size[0] * size[1])) for _ in range(2))
    mixed = Image.blend(first, second, 0.5).filter(ImageFilter.GaussianBlur(0.6))
    return mixed.point(lambda v: round(128 + (v - 128) * grain))


def _aged(page: Image.Image, random: Random) -> Image.Image:
    """``page`` as if printed on newsprint and scanned: show-through, uneven light, a fold, grain, a slight turn."""
    back = ImageOps.mirror(page).filter(ImageFilter.GaussianBlur(2.2))
    page = ImageChops.multiply(page, Image.blend(Image.new("RGB", page.size, "white"), back, 0.04))
    tint = random.choice([(246, 240, 226), (242, 238, 228), (248, 244, 234), (238, 232, 218)])
    page = ImageChops.multiply(page, Image.new("RGB", page.size, tint))
    light = Image.linear_gradient("L").rotate(random.choice([0, 90, 180, 270])).resize(page.size)
    page = ImageChops.multiply(page, light.point(lambda v: 222 + v // 8).convert("RGB"))
    if random.random() < 0.5:
        fold = Image.new("L", page.size, 255)
        y = random.randint(page.height // 3, 2 * page.height // 3)
        ImageDraw.Draw(fold).line((0, y, page.width, y + random.randint(-6, 6)), fill=196, width=3)
        page = ImageChops.multiply(page, fold.filter(ImageFilter.GaussianBlur(2)).convert("RGB"))
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    grain = _noise(page.size, random, 0.22)
    page = ImageChops.add(page, Image.merge("RGB", [grain] * 3), scale=1, offset=-128)
    angle = random.uniform(-0.6, 0.6)
    shade = tuple(v * 224 // 255 for v in tint)
    return page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=shade)


def make(spec: Specimen, seed: int) -> tuple[Image.Image, str]:
    """The report as an RGB scan, and all its printed text: masthead, strip, heading, body, pull-out, caption."""
    random = Random(f"{spec.id}/{seed}")
    sheet = Sheet(spec, random, Image.new("RGB", (spec.width, 2400), "white"))
    for piece in (_masthead, _strip, _heading, _body):
        piece(sheet)
    page = sheet.image.crop((0, 0, spec.width, sheet.y + 26))
    return _aged(page, random), true_text(spec)


def as_jpeg(image: Image.Image) -> bytes:
    """Compressed twice, as a picture that went through a messenger; at most :data:`MAX_BYTES`."""
    first = io.BytesIO()
    image.save(first, "JPEG", quality=84)
    data = b""
    for quality in (72, 62, 52, 42, 32):
        buffer = io.BytesIO()
        with Image.open(first) as again:
            again.save(buffer, "JPEG", quality=quality, optimize=True)
        data = buffer.getvalue()
        if len(data) <= MAX_BYTES:
            break
    return data


# --- The bank's specimens --------------------------------------------------------------------------------


def transcription(spec: Specimen) -> str:
    """What a person types from the clipping: all but masthead and date strip."""
    return "\n\n".join(_printed(spec)) + "\n"


def true_text(spec: Specimen) -> str:
    """All that is printed, in reading order but for pull-out and caption, which come last."""
    return "\n\n".join([spec.masthead, strip_text(spec).replace("  |  ", " "), *_printed(spec)])


def _printed(spec: Specimen) -> list[str]:
    heading = [spec.kicker, spec.title, spec.strap, _SERVICE[spec.language]]
    return [part for part in (*heading, *body_text(spec), spec.pull, spec.caption) if part]


def metadata(spec: Specimen) -> dict[str, object]:
    """The clipping's .yml: what its volunteer would know."""
    known: dict[str, object] = {
        "title": spec.title,
        "titles": {"en": spec.title_en} if spec.title_en else None,
        "date": spec.date,
        "newspaper": spec.masthead if spec.language == "hi" else spec.masthead.title(),
        "page": spec.page,
        "language": spec.language,
        "specimen": True,
        "dateline": spec.place or None,
        "byline": _SERVICE[spec.language],
        "themes": _listed(spec.themes),
        "occupations": _listed(spec.occupations),
        "regions": _listed(spec.regions),
        "sources": [dict(source) for source in spec.sources],
        "licence": "CC-BY-4.0",
        "added": ADDED,
        "transcribed": {"by": EDITORS, "date": ADDED} if spec.transcribed else None,
        "provenance": PROVENANCE,
    }
    return {name: value for name, value in known.items() if value is not None}


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return None if values is None else list(values)


def write(spec: Specimen, clippings: Path) -> Path:
    """Writes the scan, the .yml and perhaps the .txt into the folder of the specimen's year."""
    folder = clippings / spec.date[:4]
    folder.mkdir(parents=True, exist_ok=True)
    scan = folder / f"{spec.id}.jpg"
    scan.write_bytes(as_jpeg(make(spec, seed=1)[0]))
    known = yaml.safe_dump(metadata(spec), allow_unicode=True, sort_keys=False, width=110)
    scan.with_suffix(".yml").write_text(known, encoding="utf-8")
    if spec.transcribed:
        scan.with_suffix(".txt").write_text(transcription(spec), encoding="utf-8")
    return scan


def main() -> int:
    clippings = Path(__file__).resolve().parent.parent / "clippings"
    try:
        for spec in SPECIMENS:
            scan = write(spec, clippings)
            sys.stdout.write(f"{scan.relative_to(clippings.parent)} {scan.stat().st_size // 1000} kB\n")
    except MissingFont as missing:
        sys.stderr.write(f"{missing}\n")
        return 3
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
