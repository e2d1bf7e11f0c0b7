"""Formatted text as the fields of the programme keep it."""

from plone.app.textfield import RichText


def rich(title: str, description: str = "") -> RichText:
    """Return a field of formatted text, cleaned of active content when shown."""
    return RichText(
        title=title,
        description=description,
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )
