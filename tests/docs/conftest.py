"""What the tests of the documentation share is a module beside them, no package."""

from pathlib import Path
import sys


sys.path.insert(0, str(Path(__file__).resolve().parent))
