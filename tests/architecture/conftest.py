"""The tools are scripts of the standard library, imported from their folder."""

from pathlib import Path
import sys


sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
