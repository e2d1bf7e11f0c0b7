"""communes.web: Web"""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


README = Path(__file__).with_name("README.md")

setup(
    name="communes.web",
    version="1.0.0a1.dev0",
    description="Web of a commune",
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
        "communes.search",
    ],
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
        "zopectl.command": [
            "web_take_over = communes.web.commands.take_over:entry_point",
        ],
    },
)
