"""What can be wrong with a template, said with its name and its field."""

from communes.core.errors.domain import InvalidInput


class TemplateRefused(InvalidInput):
    """The template can not be used. Cure: open it in the office suite, correct it."""

    code = "template_refused"
    template = "Modèle « ${template} » : ${problem}."


class FieldUnknown(TemplateRefused):
    """A field of the template names nothing that this document offers."""

    code = "template_field_unknown"
    template = (
        "Modèle « ${template} » : le champ « ${mark} » n'existe pas. "
        "Champs possibles ici : ${known}."
    )


class FieldMisused(TemplateRefused):
    """A list written as a word, a text inside a line, a block never closed."""

    code = "template_field_misused"
    template = "Modèle « ${template} », champ « ${mark} » : ${problem}."
