"""Fields that choose one or several values of a vocabulary."""

from zope import schema


def one_of(vocabulary: str, title: str, description: str = "") -> schema.Choice:
    """Return a field for one value of a vocabulary, or none."""
    return schema.Choice(
        title=title,
        description=description,
        vocabulary=f"communes.pst.{vocabulary}",
        required=False,
        default="",
        missing_value="",
    )


def some_of(vocabulary: str, title: str, description: str = "") -> schema.Tuple:
    """Return a field for several values of a vocabulary."""
    return schema.Tuple(
        title=title,
        description=description,
        value_type=schema.Choice(vocabulary=f"communes.pst.{vocabulary}"),
        required=False,
        default=(),
        missing_value=(),
    )


def day(title: str, description: str = "") -> schema.Date:
    """Return a field for a day."""
    return schema.Date(title=title, description=description, required=False)
