"""Items no service brings: of a councillor, an oral question, a citizen."""
