"""Check the walls of the house (``make walls``): who may import whom.

``.importlinter`` names the contracts. This adds the paths of the developed
distributions, which share one native namespace, so that no build is needed.
"""

from importlinter.cli import lint_imports
from pathlib import Path
import sys


ROOT = Path(__file__).resolve().parent.parent


def main(root: Path = ROOT) -> int:
    sys.path[:0] = [str(path.parent) for path in sorted(root.glob("src/*/setup.py"))]
    sys.path.insert(0, str(root / "policy"))
    return lint_imports(config_filename=str(root / ".importlinter"), no_cache=True)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
