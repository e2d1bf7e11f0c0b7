"""What is wrong with a value, in words for whoever must mend it."""

from jsonschema.exceptions import ValidationError


_TYPES = {
    "string": "un texte",
    "integer": "un nombre entier",
    "number": "un nombre",
    "boolean": "vrai ou faux",
    "object": "un objet",
    "array": "une liste",
    "null": "rien (null)",
}
_SENTENCES = {
    "pattern": "« {given} » n'a pas la forme attendue ({limit})",
    "format": "« {given} » n'est pas de la forme « {limit} »",
    "minLength": "au moins {limit} signes sont attendus",
    "maxLength": "au plus {limit} signes sont attendus",
    "minItems": "au moins {limit} éléments sont attendus",
    "maxItems": "au plus {limit} éléments sont attendus",
    "minimum": "au moins {limit} est attendu",
    "maximum": "au plus {limit} est attendu",
    "const": "« {limit} » est attendu",
}


def said(error: ValidationError) -> str:
    """Return in French what a value breaks of its schema, short enough for a list."""
    limit, given = error.validator_value, error.instance
    if error.validator == "type":
        wanted = [limit] if isinstance(limit, str) else limit
        return f"{' ou '.join(_TYPES.get(one, one) for one in wanted)} est attendu"
    if error.validator == "required":
        missing = [name for name in limit if name not in given]
        return f"il manque {', '.join(f'« {name} »' for name in missing)}"[:300]
    if error.validator == "enum":
        return f"l'un de ces mots est attendu : {', '.join(map(str, limit))}"[:300]
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        extra = [name for name in given if name not in known]
        return f"{', '.join(f'« {name} »' for name in extra)} n'y est pas prévu"[:300]
    words = _SENTENCES.get(str(error.validator), "la règle « {rule} » n'est pas suivie")
    shown = str(given)[:60]
    return words.format(given=shown, limit=limit, rule=error.validator)[:300]
