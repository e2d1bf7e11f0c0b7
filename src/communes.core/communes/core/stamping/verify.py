"""Command for anyone: what does this proof of publication prove?

``python -m communes.core.stamping.verify <file.asics> [--roots <authorities.pem>]``
"""

import argparse
from communes.core.stamping.api import read_roots
from communes.core.stamping.api import verify
from communes.core.stamping.domain.errors import ContainerUnreadable
from communes.core.stamping.domain.verdict import sentences
from pathlib import Path
import sys


def main(arguments: list[str] | None = None) -> int:
    """Print what is proven; return 0 when it is, 1 when not, 2 without a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="preuve de publication (.asics)")
    parser.add_argument("--roots", type=Path, help="autorités reconnues (PEM)")
    options = parser.parse_args(arguments)
    for file in filter(None, (options.file, options.roots)):
        if not file.is_file():
            print(f"{file} : ce fichier n'existe pas", file=sys.stderr)
            return 2
    roots = read_roots(options.roots) if options.roots else None
    try:
        verdict = verify(options.file.read_bytes(), roots)
    except ContainerUnreadable as error:
        print(error)
        return 1
    print("\n".join(sentences(verdict)))
    return 0 if verdict.proven else 1


if __name__ == "__main__":
    sys.exit(main())
