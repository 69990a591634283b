"""What may leave the house: the gate that every published form passes, and the copy without article text."""
