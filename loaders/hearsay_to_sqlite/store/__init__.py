"""The database: its schema, the only code that writes it, and the checks that it must pass."""
