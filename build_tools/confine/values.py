"""How a confined job can end other than with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What ended a job."""

    TIME = "time"
    MEMORY = "memory"
    KILLED = "killed"
    """By the system, by a fault in a library, or because it gave an answer that is none."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """That a job gave no answer."""

    why: Why
