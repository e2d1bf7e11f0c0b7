"""The umbrella of the suite: every solution in one name, and no code of its own."""

from pathlib import Path
from setuptools import setup


ROOT = Path(__file__).parent
SUITE = sorted(path.parent.name for path in ROOT.glob("src/*/setup.py"))

setup(
    name="communes",
    version="1.0.0a1.dev0",
    description="The software of Walloon communes, as one suite of Plone add-ons",
    long_description=(ROOT / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="GPL-2.0-or-later",
    packages=[],
    python_requires=">=3.11",
    install_requires=[*SUITE, "communes.policy"],
)
