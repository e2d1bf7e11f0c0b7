"""Graphs of the portal against the shapes of their standards."""

from pathlib import Path
from pyshacl import validate
from rdflib import Graph


STANDARDS = Path(__file__).with_name("standards")


def follows(graph: Graph, shapes: str) -> tuple[bool, str]:
    """Return whether a graph follows the shapes of a standard, and what is wrong."""
    kept = Graph().parse(STANDARDS / shapes)
    good, _report, text = validate(graph, shacl_graph=kept, advanced=True)
    return good, text
