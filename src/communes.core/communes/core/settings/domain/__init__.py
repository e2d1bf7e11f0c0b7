"""Typed settings as plain values: read, flattened, and merged three ways."""

from communes.core.settings.domain.flat import flatten
from communes.core.settings.domain.flat import unflatten
from communes.core.settings.domain.problem import InvalidSettings
from communes.core.settings.domain.problem import Problem
from communes.core.settings.domain.reader import read
from communes.core.settings.domain.three_way import Kept
from communes.core.settings.domain.three_way import Merge
from communes.core.settings.domain.three_way import merge


__all__ = [
    "InvalidSettings",
    "Kept",
    "Merge",
    "Problem",
    "flatten",
    "merge",
    "read",
    "unflatten",
]
