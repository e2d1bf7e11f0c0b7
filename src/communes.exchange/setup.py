"""communes.exchange: Interoperability framework"""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


README = Path(__file__).with_name("README.md")

setup(
    name="communes.exchange",
    version="1.0.0a1.dev0",
    description="Interoperability framework of the communes suite",
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
        "jsonschema",
        "requests",
    ],
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
        # bin/instance exchange_replay /demo/agents --peer demo/www --since 2026-11-01
        "zopectl.command": [
            "exchange_key = communes.exchange.commands:exchange_key",
            "exchange_prune = communes.exchange.commands:exchange_prune",
            "exchange_replay = communes.exchange.commands:exchange_replay",
        ],
        "console_scripts": ["exchange_console = communes.exchange.console:main"],
    },
)
