"""What the accounts have in common and where they part: copies, wording changes, facets."""
