"""A program that talks to the services of the town, as one of its people."""

from communes.core.testing.program import Program as AnyProgram


class Program(AnyProgram):
    """Its examples are those of the deliberations."""

    solution = "deliberations"
