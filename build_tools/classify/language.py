"""What the classifier knows of English and Hindi as languages: months, weekdays, small words around place names.

Nothing here speaks of a bank's subject.  All words are written as :func:`build_tools.classify.words.normalise`
leaves them (small letters, no nukta, anusvara for every nasal), so that they compare with tokens directly.
Month and weekday names follow CLDR; the other spellings are those of the daily press.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.classify.words import normalise


def _numbered(*rows: str) -> Mapping[str, int]:
    """``rows`` of spellings separated by spaces -> spelling to the row's number from 1."""
    return {normalise(word): number for number, row in enumerate(rows, 1) for word in row.split()}


def _words(row: str) -> frozenset[str]:
    return frozenset(map(normalise, row.split()))


MONTHS = _numbered(
    "january jan janvari जनवरी जन",
    "february feb farvari फरवरी फरबरी फर",
    "march mar मार्च",
    "april apr अप्रैल अप्रेल एप्रिल अप्रै",
    "may मई",
    "june jun जून",
    "july jul julai जुलाई जुलाइ जुल जुला",
    "august aug agast अगस्त अग",
    "september sept sep sitambar सितंबर सितम्बर सितंम्बर सित सितं",
    "october oct aktubar अक्टूबर अक्तूबर अक्टुबर अक्टू अक्तू",
    "november nov navambar नवंबर नवम्बर नव नवं",
    "december dec disambar दिसंबर दिसम्बर दिस दिसं",
)

WEEKDAYS = _numbered(
    "monday mon somvar सोमवार सोम चंद्रवार",
    "tuesday tue tues mangalvar मंगलवार मंगल",
    "wednesday wed budhvar बुधवार बुध",
    "thursday thu thur thurs guruvar गुरुवार बिफे बृह गुरूवार बृहस्पतिवार वीरवार गुरु",
    "friday fri shukravar शुक्रवार शुक्र जुमा",
    "saturday sat shanivar शनिवार शनीचर शनि शनिश्चर",
    "sunday sun ravivar रविवार रवि इतवार एतवार",
)

ORDINALS = frozenset(("st", "nd", "rd", "th"))
"""What may stand between a day and its month: 27th July."""

BEFORE_DAYS = _words("from on till until by before since after around about of to and")
"""A day behind one of these is one of the story, not the day of print."""

AFTER_DAYS = _words("को की के का से तक में पर is was will")
"""So is a day before one of these."""

YEAR_WORDS = _words("of सन सन्")
"""A small word before the month or the year: 27th of July, 27 जुलाई सन् 2018."""

STRIP_WORDS = _words(
    "page edition city daily price rs pages vol no epaper www com पृष्ठ पेज संस्करण मूल्य नगर वर्ष अंक दैनिक दिनांक"
)
"""What stands in a masthead or date strip beside the name, the place and the date."""

DISTRICT_AFTER = _words("district dist distt zila jila जिला जिले जनपद")
DISTRICT_BEFORE = _words("district distt zila jila जिला जनपद")
"""A word beside a name that makes it a place: "Mandi district", "जिला मंडी"."""

OF = _words("in के की का में")
"""Words that tie a town to its state: "Mandi in Himachal", "हिमाचल के मंडी"."""

AND = _words("and और व एवं तथा")

ON_RAILS = _words("express mail superfast एक्सप्रेस मेल सुपरफास्ट")
"""A place name one or two words before one of these is part of a train's name."""

ON_ROADS = _words("road marg highway रोड मार्ग हाईवे हाइवे राजमार्ग sadak सड़क")
"""A place name right before one of these is where a road leads, not where it is."""

SEATED = _words("based")
"""A place name before one of these says where somebody has an office, not where things happened."""

HIGH_COURTS = tuple(
    tuple(map(normalise, words)) for words in (("high", "court"), ("हाईकोर्ट",), ("हाई", "कोर्ट"), ("उच्च", "न्यायालय"))
)
"""A place name before one of these names a court, whose reach is the state."""

CREDITS = _words("संवाददाता संवाद प्रतिनिधि ब्यूरो जासं एजेंसी correspondent reporter bureau")
"""The last word of a news credit; a place name may follow it: "हमारे संवाददाता, गया:"."""

ROMAN_HINDI = _words(
    "hai hain ka ki ke ko se mein ne aur nahi nahin tha thi gayi gaye kiya karne karke liye bhi yeh woh unke hua hui"
)
"""Small words that make Latin letters likely to be Hindi.  None of them is an English word."""

IRREGULAR = {"child": "children", "man": "men", "woman": "women", "foot": "feet", "person": "people"}

IRREGULAR_VERBS: Mapping[str, tuple[str, ...]] = {
    row.split()[0]: tuple(row.split()[1:])
    for row in (
        "beat beaten", "become became", "begin began begun", "bind bound", "break broke broken", "bring brought",
        "build built", "burn burnt", "buy bought", "catch caught", "choose chose chosen", "come came", "cut cut",
        "deal dealt", "draw drew drawn", "drive drove driven", "fall fell fallen", "feed fed", "find found",
        "flee fled", "forbid forbade forbidden", "get got", "give gave given", "go went gone goes", "grow grew grown",
        "hear heard", "hold held", "keep kept", "know knew known", "learn learnt", "leave left", "lend lent",
        "lose lost", "make made", "meet met", "pay paid", "run ran", "say said", "see saw seen", "sell sold",
        "send sent", "set set", "sew sewn", "shut shut", "sleep slept", "speak spoke spoken", "spend spent",
        "stand stood", "steal stole stolen", "strike struck", "swear swore sworn", "take took taken", "teach taught",
        "tell told", "throw threw thrown", "weave wove woven", "win won", "withdraw withdrew withdrawn",
        "write wrote written",
    )
}  # fmt: skip
"""Forms of English verbs that no rule gives."""

SMALL_WORDS = _words(
    "of the in is and to was were are for with from by at as who had has that his her their "
    "में को से के का की ने पर है हैं था थे थी और भी तक एक यह वह इस कर गया गए"
)
"""What a bad scan leaves hanging on a longer word."""

EVERYDAY = _words(
    "though seeing previous contact winning details channel wearing appears appeared becomes charles setting changing "
    "knowing chapter revealed properly funding trading sleeping writers experts detailed riding heading parking "
    "contrast sensitive beating raising dutch bother intense walter banking carter reveals literary repeated threats "
    "tribute healing stealing bearing stepped fights battles displayed heating layers reminded sporting appearing "
    "contacts switched precise profession cookies wasting chapters hardest studios prevented charming cooling "
    "switching warming clearing crashed carriers diving insects massage matched spelling praying revealing cheek "
    "manages wishing hooked refuge dangers hacking backyard graves halls analysts crashing repeating switches polling "
    "cheeks electron fellows messing planting relies melting analyses projection packers bankers maternal patents "
    "seating formats insect locking logging resorts settlers waving clearer contention admired markers raining "
    "distract hackers projections bananas coping leaking costing insured banging bending stunned swelling panties "
    "hooks charger hawkins revived carrots scaling stationary detailing earrings shaving trending witches electrons "
    "shines commence choking pissing cleansing tipping topping bothers drifting leasing repeats scaled slang trailing "
    "wording bearings markings skipper professions erection notions spanning scandals clowns growers splits chanel "
    "dripping complains doping grading castles harding looting auctions empress hacks knitting programmers walters "
    "cannons downing strapped booming lesions trough uploading chills seeming sneaking drifted leaned robbers weeping "
    "bedding braking modem chatter contrasts trapping treatise brides carly chained ordnance rollins casing collage "
    "hostess prowess trucking hikes wielding hooking vigilante admiring bellamy debra breaths looming ramifications "
    "needle needles "
    "बारे सकती जिसे भर्ती वादा भारती वर्मा भागने भागते भागना भागता भागती भागकर बीते पीते पीता बीता बीती पूर्णिमा "
    "संरक्षित बाधा विहार सिखा वस्त्र चूना चूका हीरो दरिया लोटा भारतीयों प्रात कर्ता बाली पत्नियों पत्नियां सिंधी सुखी "
    "सुखों पूर्णतया पूरब प्राणों प्रभावों जरिया प्रांगण मुर्दाबाद बसंती प्रकरणों शिला कांटा कांटे मरने मरते भारी बैठी "
    "परिवर्तन स्थितियों श्रोता श्रोताओं दीया माही मेहर चिराग माले तेंदुए बरामदे पोलिश मिलिया गाजा प्लाट निकलने निकलना "
    "निकलते निकलता निकलती निकलकर तीसरी तीसरे तिसरा कोरवा "
    "chhapa chhape chhapna chhapne chhatra chhatron chhatro shamil shaamil shehar sheher shahar itwar etwar haddi "
    "haddiyan bandh bandhe ramganj "
)
"""Common words that look like others in a bad scan; they are read as what they are."""
