"""Sentences that give somebody away, and sentences that look as if they did.  All people and numbers are made up.

The same seed gives the same cases.  A case is a sentence, its language, and what it gives away (``None``: nothing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from build_tools.identity import Kind
from build_tools.identity.verhoeff import check_digit

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
NUMBERS = (Kind.AADHAAR, Kind.PAN, Kind.VOTER, Kind.PASSPORT, Kind.MOBILE, Kind.EMAIL)


@dataclass(frozen=True)
class Case:
    text: str
    language: str
    kind: Kind | None


# --- Numbers ---------------------------------------------------------------------------------------------


def digits(random: Random, count: int, first: str = "0123456789") -> str:
    return random.choice(first) + "".join(random.choices("0123456789", k=count - 1))


def aadhaar(random: Random) -> str:
    start = digits(random, 11, "23456789")
    number = start + check_digit(start)
    parts = number[:4], number[4:8], number[8:]
    return random.choice([number, *(sign.join(parts) for sign in " -."), " ".join(parts), f"{number[:6]} {number[6:]}"])


def mobile(random: Random) -> str:
    n = digits(random, 10, "6789")
    split = random.choice(
        [n, f"{n[:5]} {n[5:]}", f"{n[:5]}-{n[5:]}", f"{n[:3]} {n[3:6]} {n[6:]}", f"{n[:4]} {n[4:7]} {n[7:]}"]
    )
    return random.choice(["", "", "+91 ", "+91-", "0"]) + split


def pan(random: Random) -> str:
    letters = random.choices(LETTERS, k=5)
    letters[3] = "P"
    return "".join(letters) + digits(random, 4) + random.choice(LETTERS)


def voter(random: Random) -> str:
    return random.choice("STWXYZ") + "".join(random.choices("ABCDFGHJKNRTVWXYZ", k=2)) + digits(random, 7)


def passport(random: Random) -> str:
    return random.choice("JKLMNPRSTUVWYZ") + digits(random, 7, "123456789")


def email(random: Random) -> str:
    name = "".join(random.choices("abcdefghjkmnprstuvwxyz", k=random.randint(5, 8)))
    host = random.choice(["gmail.com", "yahoo.co.in", "rediffmail.com", "outlook.com", "nagarik-post.in"])
    return f"{name}{random.choice(['', '.k', '77'])}@{host}"


MAKERS: dict[Kind, Callable[[Random], str]] = {
    Kind.AADHAAR: aadhaar,
    Kind.MOBILE: mobile,
    Kind.PAN: pan,
    Kind.VOTER: voter,
    Kind.PASSPORT: passport,
    Kind.EMAIL: email,
}
FRAMES = {
    "en": (
        "The form gave {} as hers.",
        "Write or ring: {} at any hour.",
        "He kept the number {} on a slip of paper.",
        "On the last page stands {} in blue ink.",
        "The office noted {} and closed the file.",
    ),
    "hi": (
        "फार्म में {} लिखा था।",
        "उनका नंबर {} है, ऐसा पिता ने बताया।",
        "आखिरी पन्ने पर {} लिखा मिला।",
        "दफ्तर ने {} दर्ज किया और फाइल बंद कर दी।",
        "संपर्क के लिए {} दिया गया था।",
    ),
}


def numbers(random: Random, each: int) -> Iterator[Case]:
    for kind in NUMBERS:
        for language, frames in FRAMES.items():
            for at in range(each):
                number = MAKERS[kind](random)
                if language == "hi" and kind in (Kind.AADHAAR, Kind.MOBILE) and at % 2:
                    number = number.translate(DEVANAGARI)
                yield Case(frames[at % len(frames)].format(number), language, kind)


# --- Names -----------------------------------------------------------------------------------------------

# Of the lists of given names, and some that no list has.
GIVEN = {
    "en": """Ramesh Sunita Imran Zubeida Pinki Mohan Kajal Birju Salma Devraj Tarikul Phoolan Jhumki Nandlal Rehmatun
        Subodhini Chhutki Lakhiram Basanti Hasmukh""".split(),
    "hi": """रमेश सुनीता इमरान जुबेदा पिंकी मोहन काजल बिरजू सलमा देवराज तारिकुल फूलन झुमकी नंदलाल रहमतुन सुबोधिनी छुटकी
        लखीराम बसंती हंसमुख""".split(),
}
FAMILY = {"en": "Hembram Yadav Khatun Lohar Mahato Sahni".split(), "hi": "हेम्ब्रम यादव खातून लोहार महतो सहनी".split()}
PLACES = {
    "en": "Rampurwa Sonbarsa Chakdaha Bhelwa Tilkamanjhi".split(),
    "hi": "रामपुरवा सोनबरसा चकदाहा भेलवा तिलकामांझी".split(),
}
WITH_AGE = {
    "en": (
        "{name}, {age}, worked at a kiln.",
        "{name} ({age}) was found at the station.",
        "{name}, aged {age}, told the team.",
        "{age}-year-old {name} stitched footballs.",
        "The {age}-year-old girl, {name}, went home.",
        "A {age}-year-old boy named {name} was rescued.",
        "{name} {family}, {age}, and others were freed.",
        "{name} was only {age} when the work began.",
    ),
    "hi": (
        "{age} वर्षीय {name} भट्ठे पर काम करता था।",
        "{name} ({age}) स्टेशन पर मिला।",
        "{age} साल की {name} घर लौट आई।",
        "{name}, उम्र {age} वर्ष, को छुड़ाया गया।",
        "{age} वर्षीय बालिका {name} को बचाया गया।",
        "{name} की उम्र {age} साल है।",
        "{age} साल का {name} {family} ढाबे पर मिला।",
        "{name}, {age}, ने टीम को बताया।",
    ),
}
WITH_PARENT = {
    "en": (
        "{name} s/o {other} came first.",
        "{name} D/o {other} {family} was found.",
        "{name}, son of {other}, is missing.",
        "The form says: {name} C/o {other}.",
    ),
    "hi": (
        "{name} पुत्र {other} वहां मिला।",
        "{name} पुत्री श्री {other} {family} लापता है।",
        "{other} की बेटी {name} घर लौटी।",
        "{name} पुत्र {other} का नाम दर्ज है।",
    ),
}
WITH_PLACE = {
    "en": (
        "{name} of {place} village was found.",
        "{name} {family}, a student of the government school, fell ill.",
        "{name} from village {place} came home.",
    ),
    "hi": (
        "{name} {family} निवासी ग्राम {place} मिला।",
        "गांव {place} की छात्रा {name} घर लौटी।",
        "स्कूल की छात्रा {name} {family} बीमार पड़ी।",
    ),
}
REPORTS = {
    "en": (
        "FIR No. {a}/{year} was lodged.",
        "The police wrote F.I.R. number {a} of {year}.",
        "See FIR {a}/{year} of the station.",
    ),
    "hi": ("एफआईआर संख्या {a}/{year} दर्ज हुई।", "प्राथमिकी संख्या {a}/{year} देखें।", "मु.अ.सं. {a}/{year} दर्ज है।"),
}


def names(random: Random, each: int) -> Iterator[Case]:
    groups = (
        (WITH_AGE, Kind.NAME_AGE, 2),
        (WITH_PARENT, Kind.NAME_PARENT, 1),
        (WITH_PLACE, Kind.NAME_PLACE, 1),
        (REPORTS, Kind.FIR, 1),
    )
    for frames, kind, weight in groups:
        for language in ("en", "hi"):
            for at in range(each * weight):
                yield Case(_filled(random, frames[language][at % len(frames[language])], language), language, kind)


def _filled(random: Random, frame: str, language: str) -> str:
    name, other = random.sample(GIVEN[language], 2)
    age = str(random.randint(6, 17))
    return frame.format(
        name=name,
        other=other,
        family=random.choice(FAMILY[language]),
        place=random.choice(PLACES[language]),
        age=age.translate(DEVANAGARI) if language == "hi" and random.random() < 0.5 else age,
        a=random.randint(1, 900),
        year=random.randint(2005, 2025),
    )


# --- What looks like it ----------------------------------------------------------------------------------

LISTED = ("+91-98000 00001", "help@nagarik-seva.in")
"""A number and an address that the directory of this benchmark lists."""
HARMLESS = {
    "en": (
        "Call the helpline 1098 or 112 at once.",
        "See ISBN 978-81-250-{d4}-{d1} in the library.",
        "The study (doi:10.{d4}/{d10}) is free.",
        "The office answers at 98000 00001 and help@nagarik-seva.in.",
        "Between {y1} and {y2} the share fell to {d2} per cent.",
        "In 1971 1981 1991 2001 2011 the census counted.",
        "A {age}-year-old boy was rescued from the mill.",
        "Children aged {age} to 17 are adolescents.",
        "{adult}, {old}, a contractor, was arrested.",
        "M.C. Mehta v. State of Tamil Nadu, (1996) 6 SCC {d3}.",
        "Bandhua Mukti Morcha v. Union of India, AIR 1984 SC {d3}.",
        "In Jaipur, {age} children went to school.",
        "Section {age} of the Act sets the fine.",
        "The Sunita Devi Foundation ({age} staff) runs it.",
        "LGD code {d3}, PIN {pin}, census code {d6}.",
        "Rs {d10} was set aside in the budget.",
        "The state office has 0141-222{d4}, the capital 011-2338{d4}.",
        "A girl of about {age} from another state came.",
        "G.S.R. {d3}(E) of {y1}-{y2s}, table {age}.",
        "Of 1,2{d1},08,54,977 people, 3{d1}.2 million work.",
    ),
    "hi": (
        "तुरंत 1098 या 112 पर फोन करें।",
        "पुस्तकालय में ISBN 978-81-250-{d4}-{d1} देखें।",
        "कार्यालय 98000 00001 पर मिलता है।",
        "{y1} से {y2} के बीच हिस्सा {d2} प्रतिशत रह गया।",
        "एक {age} साल का लड़का मिल से छुड़ाया गया।",
        "{age} वर्षीय बालक को बचाया गया।",
        "6 से 14 वर्ष के बच्चों को शिक्षा का हक है।",
        "14 वर्ष से कम उम्र के बच्चे काम नहीं कर सकते।",
        "धारा {age} में जुर्माना लिखा है।",
        "{adult}, {old} वर्ष, ठेकेदार को पकड़ा गया।",
        "जयपुर में {age} बच्चे स्कूल गए।",
        "1971 1981 1991 2001 2011 की जनगणना देखें।",
        "एल जी डी कोड {d3}, पिन {pin} है।",
        "बजट में {d6} रुपये रखे गए।",
        "करीब {age} साल की एक लड़की दूसरे राज्य से आई।",
        "गांव के स्कूल में {d2} बच्चे पढ़ते हैं।",
        "दफ्तर का फोन 0141-222{d4} है।",
        "किसान का बेटा भी स्कूल जाता है।",
    ),
}
ADULTS = {"en": ("Ramesh Kumar", "Sunita Sahni", "Imran Khan"), "hi": ("रमेश कुमार", "सुनीता सहनी", "इमरान खान")}


def harmless(random: Random, each: int) -> Iterator[Case]:
    for language, frames in HARMLESS.items():
        for at in range(each):
            year = random.randint(1990, 2015)
            text = frames[at % len(frames)].format(
                **{f"d{n}": digits(random, n, "123456789") for n in (1, 2, 3, 4, 6, 10)},
                pin=digits(random, 6, "12345678"),
                y1=year,
                y2=year + 8,
                y2s=f"{(year + 1) % 100:02}",
                age=random.randint(6, 16),
                old=random.randint(25, 70),
                adult=random.choice(ADULTS[language]),
            )
            yield Case(text, language, None)


def cases(seed: int = 1) -> list[Case]:
    """240 numbers, 200 names and reports, 220 sentences that give nobody away."""
    random = Random(seed)
    return [*numbers(random, 20), *names(random, 20), *harmless(random, 110)]
