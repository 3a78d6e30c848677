"""The vocabulary that librarians keep in ``content/vocabulary/``: themes, occupations, materials, places, newspapers.

What is wrong with one entry never hides another: a faulty part is left out and said with its file and line, and
a file that is not there is an empty part.  Faults of a file as such (not UTF-8, no YAML, a row with too few
cells) have the codes of the readers of text, YAML and tables; the codes below are about what the files say.
"""

from __future__ import annotations

from pathlib import Path

from build_tools.diagnostics import Diagnostic
from build_tools.model import Vocabulary
from build_tools.sources.vocabulary_concepts import ConceptFiles
from build_tools.sources.vocabulary_findings import Findings
from build_tools.sources.vocabulary_needs import read_needs
from build_tools.sources.vocabulary_tables import TableFiles
from build_tools.sources.vocabulary_weights import read_weights

CODES = {
    "vocabulary-shape": "An entry is not written in the form that content/vocabulary/README.md describes.",
    "vocabulary-id": "An id is missing or has the wrong form.",
    "vocabulary-duplicate": "Two entries have the same id or name; only the first counts.",
    "vocabulary-unknown-key": "A field or column that no entry has; often a spelling mistake.",
    "vocabulary-label": "A name that people see is missing or empty.",
    "vocabulary-parent": "A state or district lies in a place that the vocabulary does not have.",
    "vocabulary-place": "A place id that the vocabulary does not have.",
    "vocabulary-point": "A point is not in degrees, has no source, or is of a town that is not the seat of its place.",
    "vocabulary-group": "A phrase names a group that groups.yml does not have, as in {people}; or a group joins words.",
    "vocabulary-weights": "The weights that were learned from labelled texts are not as the program writes them.",
    "vocabulary-kind": "A kind of ambiguous name or of change that nobody knows.",
}


def read_vocabulary(root: Path) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary of the bank at ``root``, and all that is wrong with it."""
    findings = Findings(root)
    tables, concepts = TableFiles(findings), ConceptFiles(findings)
    places, former = tables.former(tables.tiles(tables.points(tables.places())))
    occupations = concepts.concepts("occupations.yml")
    concepts.share("occupations", occupations)
    vocabulary = Vocabulary(
        themes=concepts.concepts("themes.yml"),
        occupations=occupations,
        materials=concepts.concepts("materials.yml"),
        services=concepts.concepts("services.yml"),
        needs=read_needs(concepts),
        subject=concepts.concepts("subject.yml"),
        elsewhere=concepts.concepts("elsewhere.yml"),
        places=places,
        newspapers=tables.newspapers(places),
        ambiguous=(*former, *tables.ambiguous(places)),
        learned=read_weights(findings),
    )
    return vocabulary, findings.found
