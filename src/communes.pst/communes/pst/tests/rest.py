"""A program that talks to the services of the town, as one of its people."""

from communes.core.testing.program import Program as AnyProgram
import re


class Program(AnyProgram):
    """Its examples are those of the programme."""

    solution = "pst"
    changing = (
        (re.compile(r'"updated_on": "[\d-]{10}"'), '"updated_on": "2026-11-22"'),
        (re.compile(r'"days_late": \d+'), '"days_late": 0'),
        (re.compile(r'"begins_late": \w+'), '"begins_late": false'),
        (re.compile(r'T\d\d:\d\d:\d\d"'), 'T09:00:00"'),
        (re.compile(r'"[\d-]{10}T09:00:00"'), '"2026-11-22T09:00:00"'),
    )
