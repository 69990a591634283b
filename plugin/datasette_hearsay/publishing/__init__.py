"""``datasette hearsay publish``: a folder with everything that a host needs to show a case, and nothing that must stay inside."""
