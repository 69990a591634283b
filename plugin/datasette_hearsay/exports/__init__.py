"""Our pages in other shapes than HTML."""
