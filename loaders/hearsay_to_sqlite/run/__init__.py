"""The pipeline that takes locations to rows."""
