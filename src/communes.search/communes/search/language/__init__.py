"""What a commune's words mean: synonyms, best bets and languages, per site."""
