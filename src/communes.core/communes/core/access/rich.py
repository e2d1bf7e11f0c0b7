"""Fields of long text, plain and formatted, that every solution has."""

from plone.app.textfield import RichText
from zope import schema


def rich(title: str, description: str = "", required: bool = False) -> RichText:
    """Return a field of formatted text, cleaned of active content when shown."""
    return RichText(
        title=title,
        description=description,
        required=required,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )


def words(title: str, description: str = "", most: int | None = None) -> schema.Text:
    """Return a field of some lines of plain text; nothing typed is the empty text."""
    return schema.Text(
        title=title,
        description=description,
        required=False,
        default="",
        missing_value="",
        max_length=most,
    )
