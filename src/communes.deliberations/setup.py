"""communes.deliberations: Council deliberations, from the draft to the minutes"""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


README = Path(__file__).with_name("README.md")

setup(
    name="communes.deliberations",
    version="1.0.0a1.dev0",
    description="Council deliberations, from the draft to the minutes",
    long_description=README.read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="GPL-2.0-or-later",
    classifiers=[
        "Environment :: Web Environment",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Natural Language :: French",
        "Programming Language :: Python :: 3.11",
    ],
    packages=find_namespace_packages(include=["communes.*"]),
    include_package_data=True,
    package_data={"": ["**/*"]},
    zip_safe=False,
    python_requires=">=3.11",
    install_requires=[
        "communes.core",
        "communes.exchange",
        "pypdf",
        "segno",
    ],
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
        "zopectl.command": [
            "deliberations_register_verify = "
            "communes.deliberations.commands.register_verify:entry_point",
        ],
    },
)
