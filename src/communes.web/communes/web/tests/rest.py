"""A program that talks to the services of the website, as one of its people."""

from communes.core.testing.program import Program as AnyProgram
import re


class Program(AnyProgram):
    """Its examples are those of the website."""

    solution = "web"
    changing = (
        # The mark of pixels is another with each version of what wrote them.
        (re.compile(r"\?v=[0-9a-f]+"), "?v=1a2b3c4d5e6f7a8b"),
        (re.compile(r'"modified": "[^"]+"'), '"modified": "2026-11-23T09:00:00+00:00"'),
    )
