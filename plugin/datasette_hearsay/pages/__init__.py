"""Our pages: each module gathers the facts of one page, which are then shown as HTML or as JSON."""
