"""Print the page of reference of ``commune.toml``: what its documentation holds."""

from communes.policy.domain.reference import reference
from communes.policy.solutions import TABLES
import sys


def main() -> int:
    """Write the page to the standard output; return the status of the process."""
    sys.stdout.write(reference(TABLES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
