"""From documents to coded posting lists: which records hold a word, how much it says about them, and where it stands.

Field weights and saturation follow BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with
a fixed pivot instead of the mean length, and with few levels of impact (Anh and Moffat, SIGIR 2002), so that a change
in one record changes nothing in the lists of words that it does not touch.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, pairwise, repeat

import numpy as np
import numpy.typing as npt

from build_tools.alphabet import sentences, sound
from build_tools.search import bits
from build_tools.search.bits import Ints
from build_tools.search.documents import WEIGHTS, Document
from build_tools.search.forms import function_words, group_key

PIVOT = 300  # words of a text of ordinary length
SLOPE = 0.6  # how much a longer text thins its words
SATURATION = 2.5
LEVEL_EDGES = (0.8, 1.5, 2.6, 4.5, 8.0)  # weighted count at which the next level of impact begins
LEVEL_COUNTS = (0.6, 1.1, 2.0, 3.4, 6.0, 11.0)  # what stands for a level when records are ranked
IMPACTS = tuple(round(100 * x / (x + SATURATION)) for x in LEVEL_COUNTS)
USUAL = 1  # the level of a word that stands once in a text of ordinary length

LONG, LEVEL_BITS = 8, 3  # records from which on a list says which level is its usual one, in so many bits

# A long list is cut into tiers, the records first that the word says most about; each tier is twice the one before.
TIER = 1000

# A position is a sentence and a place in it.  The sentence is named by a hash of its words, so that a changed
# sentence leaves the positions of all others as they are.
SENTENCE_BITS, PLACE_BITS = 10, 7
REPEATS = 60  # places of one word in one record that are told
PART = 500  # records of one part of a word's positions, roughly
WHOLE = 40  # the shift of a word whose positions are in one part
BATCH = 150_000  # tokens that are coded at once
_UNPLACED = {"label", "synonym"}  # fields that no reader sees in that order
_THINNED = {"body", "machine"}


@dataclass(frozen=True, slots=True)
class Group:
    """The forms of one word, ordered by sound, and the records that hold any of them.

    ``code`` lists the records of the first tier (ascending), then their levels; ``more`` does so for each later tier.
    ``positions`` follows the order of all records of the group.  Where there are many, they come in parts, by number of
    the part: part ``n`` is of the records from ``n << shift`` on; otherwise all is part 0.
    """

    forms: tuple[str, ...]
    count: int
    code: str
    more: tuple[str, ...]
    shift: int
    positions: Mapping[int, str]


@dataclass
class _Tokens:
    """All words in order, and the fields that they stand in.

    ``form`` and ``place`` have one number a word; ``doc``, ``weight`` and ``length`` one a field.  ``forms`` are all
    forms in order of their number, ``languages`` those of the fields in which they were met first.
    """

    form: array[int]
    place: array[int]
    doc: array[int]
    weight: array[float]
    length: array[int]
    forms: list[str]
    languages: list[str]


def groups(documents: Sequence[Document], numbers: Sequence[int], universe: int) -> list[Group]:
    """The groups of all words of ``documents``; document ``i`` has the number ``numbers[i]``, below ``universe``."""
    tokens = _collected(documents, numbers)
    group_of_form, members = _grouped(tokens.forms, tokens.languages)
    return list(_listed(tokens, group_of_form, members, universe))


def _collected(documents: Sequence[Document], numbers: Sequence[int]) -> _Tokens:
    ids: defaultdict[str, int] = defaultdict(count().__next__)
    tokens = _Tokens(array("I"), array("i"), array("I"), array("f"), array("I"), [], [])
    for document, number in zip(documents, numbers, strict=True):
        read = [(field, sentences(field.text)) for field in document.fields if field.text]
        thinning = _thinning(sum(len(s) for field, found in read for s in found if field.kind in _THINNED))
        for field, found in read:
            before = len(tokens.form)
            for sentence in found:
                tokens.form.extend([ids[word] for word in sentence])
                tokens.place.extend(_places(sentence, field.kind not in _UNPLACED))
            tokens.doc.append(number)
            tokens.weight.append(WEIGHTS[field.kind] / (thinning if field.kind in _THINNED else 1))
            tokens.length.append(len(tokens.form) - before)
            tokens.languages += [field.language] * (len(ids) - len(tokens.languages))
    tokens.forms = list(ids)
    return tokens


def _thinning(length: int) -> float:
    """How much a text of ``length`` words thins each of them, in coarse steps that small changes do not cross."""
    ratio = 2 ** (round(2 * math.log2(max(length, 1) / PIVOT)) / 2)
    return 1 - SLOPE + SLOPE * ratio


def _places(sentence: Sequence[str], told: bool) -> Iterable[int]:
    """The place of each word; -1 where it is not told, and beyond the last that can be."""
    if not told:
        return repeat(-1, len(sentence))
    name = zlib.crc32(" ".join(sentence).encode()) & ((1 << SENTENCE_BITS) - 1)
    first, known = name << PLACE_BITS, min(len(sentence), 1 << PLACE_BITS)
    return chain(range(first, first + known), repeat(-1, len(sentence) - known))


def _grouped(forms: Sequence[str], languages: Sequence[str]) -> tuple[Ints, list[list[int]]]:
    """Group of each form (-1: a function word), and the forms of each group in order of sound."""
    passed_over = function_words()
    known: dict[str, int] = {}
    members: list[list[int]] = []
    group_of_form = np.full(len(forms), -1, dtype=np.int64)
    for row, word in enumerate(forms):
        if word in passed_over:
            continue
        group = known.setdefault(group_key(word, languages[row]), len(members))
        if group == len(members):
            members.append([])
        members[group].append(row)
        group_of_form[row] = group
    for rows in members:
        rows.sort(key=lambda row: (sound(forms[row]), forms[row]))
    return group_of_form, members


def _listed(tokens: _Tokens, group_of_form: Ints, members: list[list[int]], universe: int) -> Iterator[Group]:
    """The groups in turn, coded a batch at a time, so that the memory needed does not grow with the bank."""
    form = np.frombuffer(tokens.form, dtype=np.uint32)
    place = np.frombuffer(tokens.place, dtype=np.int32)
    doc = np.repeat(np.frombuffer(tokens.doc, dtype=np.uint32), tokens.length)
    weight = np.repeat(np.frombuffer(tokens.weight, dtype=np.float32), tokens.length)
    forms = tokens.forms
    rank = _rank_in_group(members, len(forms))
    group = group_of_form[form].astype(np.int32)
    order = np.lexsort((doc, group)).astype(np.uint32)
    ends = np.searchsorted(group, np.arange(len(members) + 1), sorter=order)
    first = 0
    while first < len(members):
        last = max(first + 1, int(np.searchsorted(ends, ends[first] + BATCH)) - 1)
        rows = order[ends[first] : ends[last]]
        yield from _batch(
            _Rows(
                group[rows].astype(np.int64) - first,
                doc[rows].astype(np.int64),
                weight[rows],
                place[rows].astype(np.int64),
                rank[form[rows]],
            ),
            [tuple(forms[row] for row in of_group) for of_group in members[first:last]],
            universe,
        )
        first = last


@dataclass(frozen=True)
class _Rows:
    """Tokens in order of group, record and place: ``form`` is the place of the form among those of its group."""

    group: Ints
    doc: Ints
    weight: npt.NDArray[np.float32]
    place: Ints
    form: Ints


def _batch(rows: _Rows, forms: Sequence[tuple[str, ...]], universe: int) -> Iterator[Group]:
    first = np.flatnonzero(np.diff(rows.group * universe + rows.doc, prepend=-1))
    weight = np.add.reduceat(rows.weight, first)
    group, doc = rows.group[first], rows.doc[first]
    levels = np.searchsorted(np.array(LEVEL_EDGES, dtype=np.float32), weight + 1e-4, side="right").astype(np.int64)
    starts = np.searchsorted(group, np.arange(len(forms) + 1))
    codes = _tiers(group, doc, levels, starts, universe)
    counts = np.diff(starts)
    shifts = np.array([_shift(held, universe) for held in counts.tolist()], dtype=np.int64)
    part = doc >> shifts[group]
    owner = np.cumsum(np.diff(group * (universe + 1) + part, prepend=-1) != 0) - 1
    widths = np.array([(len(of_group) - 1).bit_length() for of_group in forms], dtype=np.int64)
    written = _positions(owner, first, rows.place, rows.form, widths[group])
    positions: list[dict[int, str]] = [{} for _ in forms]
    for index, of_group in np.unique(np.stack((owner, group)), axis=1).T.tolist():
        positions[of_group][int(part[np.searchsorted(owner, index)])] = written[index]
    for of_forms, held, tiers, shift, where in zip(
        forms, counts.tolist(), codes, shifts.tolist(), positions, strict=True
    ):
        yield Group(of_forms, held, tiers[0], tuple(tiers[1:]), shift, where)


def _shift(held: int, universe: int) -> int:
    """How wide the parts of a list are: a power of two, so that a bank that grows seldom changes it."""
    return round(math.log2(PART * universe / held)) if held > 2 * PART else WHOLE


def _tiers(group: Ints, doc: Ints, levels: Ints, starts: Ints, universe: int) -> list[list[str]]:
    """The codes of each group, tier by tier; at least one."""
    order = np.lexsort((-doc, -levels, group))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order)) - starts[group[order]]
    tier = np.floor(np.log2(rank // TIER + 1)).astype(np.int64)
    codes: list[list[str]] = [[] for _ in range(len(starts) - 1)]
    for number in range(int(tier.max(initial=0)) + 1):
        chosen = tier == number
        for index, code in enumerate(_coded(group[chosen], doc[chosen], levels[chosen], len(codes), universe)):
            if code or not number:
                codes[index].append(code)
    return codes


def _coded(group: Ints, doc: Ints, levels: Ints, lists: int, universe: int) -> list[str]:
    """Records, then the level of each.

    A level is told as its distance from the usual one, and a list of eight or more begins its levels with its own.
    """
    starts = np.searchsorted(group, np.arange(lists + 1))
    own = np.array([_commonest(levels[a:b]) for a, b in pairwise(starts.tolist())], dtype=np.int64)
    longer = np.flatnonzero(np.diff(starts) >= LONG)
    three = np.full(len(longer), LEVEL_BITS)
    parts = [
        bits.interpolative(doc, starts, universe),
        bits.Codes(longer, np.full(len(longer), len(doc) + 1), own[longer], three),
        bits.Codes(group, len(doc) + 2 + np.arange(len(doc)), *bits.ones(_folded(levels - own[group]))),
    ]
    return bits.written(bits.joined(parts), lists)


def _commonest(levels: Ints) -> int:
    return int(np.bincount(levels).argmax()) if len(levels) >= LONG else USUAL


def _folded(distance: Ints) -> Ints:
    """0, 1, -1, 2, -2 ... as 0, 1, 2, 3, 4 ..."""
    return np.where(distance > 0, 2 * distance - 1, -2 * distance)


def _rank_in_group(members: Sequence[Sequence[int]], forms: int) -> Ints:
    rank = np.zeros(forms, dtype=np.int64)
    for rows in members:
        for index, row in enumerate(rows):
            rank[row] = index
    return rank


def _positions(owner: Ints, first: Ints, place: Ints, form: Ints, width: Ints) -> list[str]:
    """For each record how often the word stands in it, then sentence, place and form of each.

    ``owner`` is the list to which each pair of group and record belongs, ``first`` its first token, ``width`` the bits
    that tell a form.
    """
    pair = np.zeros(len(place), dtype=np.int64)
    pair[first[1:]] = 1
    pair = np.cumsum(pair)
    known = place >= 0
    pair, place, form = pair[known], place[known], form[known]
    counts = np.bincount(pair, minlength=len(owner)).astype(np.int64)
    before = np.cumsum(counts) - counts
    rows = np.arange(len(pair), dtype=np.int64)
    kept = rows - before[pair] < REPEATS
    pair, rows, place, form = pair[kept], rows[kept], place[kept], form[kept]
    parts = [
        bits.Codes(owner, np.arange(len(owner)) + before, *bits.ones(np.minimum(counts, REPEATS))),
        bits.Codes(
            owner[pair], pair + 1 + rows, (place << width[pair]) + form, SENTENCE_BITS + PLACE_BITS + width[pair]
        ),
    ]
    return bits.written(bits.joined(parts), int(owner[-1]) + 1)
