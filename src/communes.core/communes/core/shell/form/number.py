"""Whole numbers in forms: a year is written 2026, however the language groups."""

from communes.core.interfaces import ICoreLayer
from plone.app.z3cform.interfaces import ITextWidget
from z3c.form.converter import IntegerDataConverter
from zope.component import adapter
from zope.schema.interfaces import IInt


@adapter(IInt, ITextWidget)
class NumberConverter(IntegerDataConverter):
    """Between a number and its text; read as z3c.form does, grouped or not."""

    def toWidgetValue(self, value):  # noqa: N802
        """Return « 2026 »: a field is for typing, without grouping."""
        if value is None or not ICoreLayer.providedBy(self.widget.request):
            return super().toWidgetValue(value)
        return str(value)
