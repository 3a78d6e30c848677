"""The reader's ways in: needs, help near you, the map, what is missing, and links to the forge."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.pages import words
from build_tools.pages.tiles import Tile, svg
from build_tools.pipeline import Outcome
from build_tools.settings import read_settings
from tests.conftest import TODAY, add, case

pytestmark = pytest.mark.slow
Build = Callable[..., Outcome]

NEEDS = """- id: save-water
  labels: {en: save water}
  hints: {en: Before the rain}
  leads: [save-rain-water, /types/guide, /themes/water, nobody-wrote-it]
- id: find-help
  labels: {en: find help}
  leads: [/help]
- id: lost
  labels: {en: get lost}
  leads: [nobody-wrote-it]
"""
ORGANISATIONS = """id,title,level,kind,regions,services,phone,verified_on,sources,added
org-far,State office,state,government,IN-RJ,shelter,,2026-01-05,A notice,2026-01-05
org-near,Ward group,grassroots,community-body,IN-RJ/jaipur,shelter|quilting,141 000,,A notice,2026-01-05
org-other,Weavers,district,ngo,IN-RJ/jaipur,quilting,,2026-02-01,A notice,2026-01-05
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from build_tools import scaffold

    root = tmp_path_factory.mktemp("ways") / "bank"
    assert not isinstance(scaffold.new_bank(root), str)
    places = "content/vocabulary/places"
    add(root, f"{places}/states.csv", "id,name_en\nIN-RJ,Rajasthan\nIN-GA,Goa\n")
    add(root, f"{places}/districts.csv", "id,name_en\nIN-RJ/jaipur,Jaipur\nIN-RJ/ajmer,Ajmer\n")
    add(root, f"{places}/tiles.csv", "id,column,row\nIN-RJ,0,0\nIN-GA,1,1\n")
    add(root, "content/vocabulary/needs.yml", NEEDS)
    add(root, "content/vocabulary/services.yml", "- {id: shelter, labels: {en: A roof}}\n")
    add(root, "content/directory/organisations.csv", ORGANISATIONS)
    add(root, "content/case-studies/well.md", case("A well").replace("[IN]", "[IN-RJ]"))
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("site_name:", "repo_url: https://forge.example/bank\nsite_name:", 1)
    text = text.replace("  bank:\n", '  bank:\n    helplines: [{number: "11 2", name: Emergency}]\n')
    settings.write_text("site_url: https://bank.example/\n" + text)
    made, found = read_settings(root)
    assert made, found
    outcome = pipeline.build(root, made, pipeline.Options(root / "site"), TODAY)
    assert outcome.site, outcome
    return outcome.site


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_a_need_leads_to_its_records_in_order_or_at_once(site: Path) -> None:
    home = read(site, "index.html")
    assert 'href="want/save-water.html"' in home
    assert 'href="help/index.html"><strong>find help' in home
    assert "get lost" not in home, "a need that leads nowhere is not offered"
    page = read(site, "want/save-water.html")
    leads = re.findall(r'<li><a href="\.\./([^"]+)"', page[page.index("kb-list") :])
    assert leads[:3] == ["guides/save-rain-water.html", "guides/index.html", "themes/water.html"]


def test_help_is_found_by_service_the_nearest_first(site: Path) -> None:
    assert 'href="../help/in-rj.html"' in read(site, "help/index.html")
    state = read(site, "help/in-rj.html")
    assert 'href="../help/in-rj/jaipur.html"' in state
    assert "Ajmer" in state
    assert "help/in-rj/ajmer" not in state
    assert not (site / "help/in-rj/ajmer.html").exists()
    district = read(site, "help/in-rj/jaipur.html")
    roof = district[district.index("A roof") : district.index("Also at work here")]
    assert roof.index("Ward group") < roof.index("State office")
    assert "not verified yet" in roof
    assert "verified 5 January 2026" in roof
    assert 'href="tel:141000"' in roof
    assert "Weavers" in district[district.index("Also at work here") :]
    assert "The directory knows nobody here yet" in read(site, "help/in-ga.html")


def test_helplines_are_on_every_page(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert '<a href="tel:112"><b>11 2</b> Emergency</a>' in page.read_text("utf-8"), page


def test_the_map_links_counts_and_says(site: Path) -> None:
    page = read(site, "map/index.html")
    assert re.search(r'<a href="\.\./places/in-rj\.html" class="s[1-4]"><title>Rajasthan: 4</title>', page)
    assert 'class="s0"><title>Goa: 0</title>' in page
    assert len(re.findall(r"<td class=\"kb-number\">", page)) == 2


def test_tiles_are_escaped() -> None:
    drawn = svg([Tile((0, 0), "<b>", '"><script>', 'x"y', 1)], "<map>")
    assert "<script>" not in drawn
    assert "<b>" not in drawn
    assert svg([], "empty") == ""


def test_gaps_lead_to_a_form_that_is_filled_in(site: Path) -> None:
    page = read(site, "coverage/water.html")
    assert "https://forge.example/bank/issues/new?template=record.yml&amp;theme=water&amp;place=IN-GA" in page
    assert "place=IN-RJ" not in page


def test_a_record_is_shared_corrected_and_edited(site: Path) -> None:
    page = read(site, "case-studies/well.html")
    assert "https://wa.me/?text=A%20well%0Ahttps%3A%2F%2Fbank.example%2Fcase-studies%2Fwell.html" in page
    assert "issues/new?template=correction.yml&amp;record=case-study%3A+well" in page
    assert "https://forge.example/bank/edit/main/content/case-studies/well.md" in page
    assert 'rel="next"' in page or 'rel="prev"' in page
    assert "https://bank.example/case-studies/well.html · " in page


def test_a_third_language_is_a_catalogue_and_a_setting(
    small_bank: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even one that Material knows nothing of, written from right to left."""
    folder = tmp_path / "locale"
    shutil.copytree(words.LOCALE, folder)
    catalogue = folder / "sd" / "LC_MESSAGES" / "kb.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Home"\nmsgstr "گهر"\n'
    )
    monkeypatch.setattr(words, "LOCALE", folder)
    words.translations.cache_clear()
    settings = small_bank / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [en]", "languages: [en, sd]"))
    assert build(small_bank).site
    words.translations.cache_clear()
    page = read(small_bank / "site", "sd/index.html")
    assert '<html lang="sd"' in page
    assert 'dir="rtl"' in page
    assert "گهر" in page
    assert 'hreflang="sd"' in read(small_bank / "site", "index.html")
