"""Pure functions from text to text: quotes and spaces, names, dates, URLs. No input, no output, no state."""
