"""What others read: a database, redacted and gated, in the formats of fact-checkers, archives and feed readers."""
