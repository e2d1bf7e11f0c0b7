"""The rich text of our forms: one format and a short bar of tools."""

from communes.core.i18n import _
from communes.core.interfaces import ICoreLayer
from communes.core.privacy.domain.passages import MARK
from plone.app.textfield.interfaces import IRichText
from plone.app.z3cform.widgets.richtext import RichTextWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


#: How a marked passage is seen while it is written; the page has the same in its CSS.
MARKED_STYLE = (
    f".{MARK}{{background:#fff3c4;outline:1px dashed #7a5b00;outline-offset:1px}}"
)


class LegalTextWidget(RichTextWidget):
    """TinyMCE without menus: headings, lists, emphasis and tables are enough."""

    def allowedMimeTypes(self) -> list[str]:  # noqa: N802
        """Return the one format of the field: an agent never chooses a format."""
        return [self.field.default_mime_type]

    def get_pattern_options(self) -> dict:
        """Return Plone's settings of the editor without what our pages leave out."""
        options = super().get_pattern_options()
        title = translate(self.field.title, context=self.request)
        tiny = options.setdefault("tiny", {})
        tiny.update(
            {
                "menubar": False,
                "statusbar": False,
                "iframe_aria_text": title,
                "iframe_attrs": {"title": title},
                "content_style": MARKED_STYLE,
            }
        )
        # First in the menu of styles: it is the one that is looked for in a hurry.
        tiny["style_formats"] = [self._personal(), *tiny.get("style_formats", ())]
        return options

    def _personal(self) -> dict:
        """Return the style that marks words the public must not read."""
        name = _("style_personal_data", default="Donnée personnelle")
        return {
            "title": translate(name, context=self.request),
            "inline": "span",
            "classes": MARK,
        }


@adapter(IRichText, ICoreLayer)
@implementer(IFieldWidget)
def rich_text_field_widget(field, request):
    """Make the widget of a rich text on our pages."""
    return FieldWidget(field, LegalTextWidget(request))
