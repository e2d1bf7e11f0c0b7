"""Between the workflow engine and the rules: guards, cascades, rights."""
