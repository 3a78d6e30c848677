"""Writes what the tool is made of: every package of the lock as CycloneDX JSON, with version, hashes and licence.

``python -m build_tools.setup.sbom LOCK FILE``.  The same lock and the same installed packages give the same bytes.
Licences are those that installed packages declare; others are left out rather than guessed.
"""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from build_tools import __version__

NAME = "knowledge-bank-tools"
_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)(.*?)(?=^\S|\Z)", re.M | re.S)
_WANTED_BY = re.compile(r"^    #(?: via)? +([A-Za-z0-9][A-Za-z0-9._-]*)", re.M)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> Iterator[Component]:
    """A component for each package that the text of a lock pins, in its order."""
    for name, version, rest in _PINNED.findall(lock):
        yield Component(
            type=ComponentType.LIBRARY,
            name=name,
            version=version,
            bom_ref=f"{name}=={version}",
            purl=PackageURL("pypi", None, name.lower(), version),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in _HASH.findall(rest)],
            licenses=list(_licences(name, version)),
        )


def _licences(name: str, version: str) -> Iterator[License]:
    """What the installed package of this version says of its licence, in one line."""
    try:
        said = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    if said.version != version:
        return
    fields = said.metadata.json
    groups = [c.rpartition(" :: ")[2] for c in fields.get("classifier", []) if c.startswith("License ::")]
    text = str(fields.get("license_expression") or ", ".join(groups) or fields.get("license") or "")
    if text and "\n" not in text:
        yield LicenseFactory().make_from_string(text)


def sbom(lock: str) -> str:
    """The whole list as JSON; it has no time, and its number is made from the lock."""
    made = list(components(lock))
    whole = Component(type=ComponentType.APPLICATION, name=NAME, version=__version__, bom_ref=NAME)
    bom = Bom(components=made, serial_number=uuid.uuid5(uuid.NAMESPACE_OID, lock))
    bom.metadata.component = whole
    bom.metadata.timestamp = None  # type: ignore[assignment]
    users = {component.name: component for component in (*made, whole)}
    for component, (_name, _version, rest) in zip(made, _PINNED.findall(lock), strict=True):
        for user in filter(None, map(users.get, _WANTED_BY.findall(rest))):
            bom.register_dependency(user, [component])
    return str(JsonV1Dot6(bom).output_as_string(indent=1)) + "\n"


def main(arguments: Sequence[str]) -> int:
    lock, file = map(Path, arguments)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(sbom(lock.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
