"""How the suite looks: tokens, fonts, scripts and the commune's own colours."""
