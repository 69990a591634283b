"""Which actor a name means, which claim a statement makes, and what people decided."""
