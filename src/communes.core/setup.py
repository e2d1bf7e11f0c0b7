"""communes.core: Shared kit of the communes suite"""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


README = Path(__file__).with_name("README.md")

setup(
    name="communes.core",
    version="1.0.0a1.dev0",
    description="Shared kit of the communes suite",
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
        "Products.CMFPlone",
        "lxml",
        "pillow",
        "plone.api",
        "plone.app.contenttypes",
        "plone.app.dexterity",
        "plone.restapi",
        "pyhanko",
        "pypdf",
        "pypdfium2",
        "typst",
        "xlsxwriter",
        "zxing-cpp",
    ],
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
    },
)
