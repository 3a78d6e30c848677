"""Names beside an age, a parent, a school or village; and words that stand there and are none."""

from __future__ import annotations

import pytest

from build_tools.identity import Kind, find, known

AGE, PARENT, PLACE = Kind.NAME_AGE, Kind.NAME_PARENT, Kind.NAME_PLACE


def kinds(text: str) -> set[Kind]:
    return {f.kind for f in find(text, known=known(["Jaipur", "Rajasthan", "जयपुर"]), markup=True)}


@pytest.mark.parametrize(
    "text",
    [
        "Zubaida, 12, works at a kiln.",
        "Zubaida Khatun (12) was found.",
        "ZUBEIDA, 12, RESCUED",
        "Zubaida, aged 12, told us.",
        "12-year-old Zubaida was found.",
        "A 12-year-old boy named Tarikul was rescued.",
        "The girl, Zubaida, is 16 years old",
        "Twelve-year-old Tarikul fell.",
        "Tarikul was only 12 when he left.",
        "Tarikul (name changed), 13, was rescued",
        "Zubaida turned 15 last month.",
        '"I want to study," said Zubaida, 9.',
        "**Zubaida**, 12, works",
        "Zubaida,\n12 years, works",
        "12 वर्षीय रमेश काम करता था।",
        "१२ वर्षीय ज़ुबैदा",
        "रमेश (12) को बचाया गया।",
        "12 साल का छोटू ढाबे पर काम करता है।",
        "बारह वर्षीय बालक मुन्ना मिला।",
        "सीता, उम्र 13 वर्ष, मिली",
        "सीता की उम्र 11 साल है",
        "13 साल की फुलिया",
    ],
)
def test_a_name_with_an_age(text: str) -> None:
    assert AGE in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarikul s/o Mohan Lal",
        "tarikul S/O mohan",
        "Zubaida D/o Shri Ram Prasad",
        "Imran c/o Abdul",
        "Tarikul, son of a mason, was missing",
        "daughter of Suresh Yadav",
        "Mahesh's daughter was missing",
        "राजू पुत्र मोहन लाल",
        "गीता पुत्री श्री रामप्रसाद",
        "मोहन का बेटा लापता है",
    ],
)
def test_a_name_with_a_parent(text: str) -> None:
    assert PARENT in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zubeida, a student of the village school, was found",
        "Sunita of Bhelwa village left home.",
        "राजू निवासी ग्राम रामपुर",
        "सुनीता गाँव रामपुर की रहने वाली",
        "छात्रा पूजा विद्यालय से लौट रही थी",
    ],
)
def test_a_name_with_a_school_or_village(text: str) -> None:
    assert PLACE in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "FIR No. 123/2019 was lodged",
        "F.I.R. number 45 of 2020",
        "Crime No. 12/2019",
        "एफआईआर संख्या १२३/२०१९ दर्ज",
        "प्राथमिकी संख्या 45/2020",
        "मु.अ.सं. 123/19",
    ],
)
def test_the_number_of_a_police_report(text: str) -> None:
    assert kinds(text) == {Kind.FIR}


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old boy was rescued. Children aged 5-14 years work, and children aged 12 in Jaipur.",
        "M.C. Mehta v. State of Tamil Nadu (1996) 6 SCC 756, para 12",
        "Ramesh Kumar, 45, a contractor; Suresh worked for 12 years.",
        "Section 12 of the Act; Article 24 (2); Table 12, Figure 3; Vol. 12, No. 3; July 12, 2019",
        "In Rajasthan (12) and Jaipur (9), 12 children were found.",
        "Justice Verma visited the village school.",
        "The Indira Devi Trust (12) and the Ramesh Foundation, 12, run it.",
        "below the age of 14 years; minimum age of 15 years",
        "The FIR must be lodged at once; see the FIR of 2019.",
        "12 वर्षीय बालक को बचाया गया। एक 12 साल का लड़का।",
        "6 से 14 वर्ष के बच्चों को शिक्षा; 14 वर्ष से कम उम्र के बच्चे; 18 वर्ष तक के किशोर",
        "धारा 12 के तहत; पिछले तीन साल में हर साल, हर जिले में",
        "रामलाल, 45 वर्ष, ठेकेदार; किसान का बेटा; सुरक्षित गाँव की कल्पना",
        "श्रीमती सुनीता सरपंच ने स्कूल देखा",
    ],
)
def test_what_is_no_name_of_a_child(text: str) -> None:
    assert kinds(text) == set()


def test_long_texts_take_little_time() -> None:
    assert find("Aa " * 30_000 + "12, " * 10_000 + "पुत्र " * 5_000 + "village " * 5_000) is not None
