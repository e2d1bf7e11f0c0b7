"""Steps of a content, now or at a moment, and who may take them."""
