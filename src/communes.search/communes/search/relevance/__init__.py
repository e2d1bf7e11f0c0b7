"""How well searches answer: judged questions over written texts, and their measure."""
