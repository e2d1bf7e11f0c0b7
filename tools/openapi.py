"""Write docs/reference/openapi.json and the pages of the messages (tools/openapi.py).

The components of Plone stand only in a process that is set up, so the tests that hold
them against the code write them, as it is done for the examples.
"""

import os
from pathlib import Path
import subprocess
import sys


ROOT = Path(__file__).resolve().parents[1]
MESSAGES = "tests/docs/test_messages.py"
TEST = "test_the_document_of_the_repository_is_that_of_the_code"


def main() -> int:
    """Return the exit status: 0 when the document is written."""
    written = {**os.environ, "COMMUNES_WRITE_EXAMPLES": "1"}
    done = subprocess.run(
        [ROOT / "bin/pytest", f"tests/docs/test_openapi.py::{TEST}", MESSAGES],
        cwd=ROOT,
        env=written,
        check=False,
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
