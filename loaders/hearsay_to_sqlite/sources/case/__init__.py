"""The case file: what people decided about a case, in YAML, to the rows of its tables.

``loading.load_case`` reads one; ``loading.anchor_counts`` says how many of its statements were found in their texts. Nothing is
imported here: recognising a case file must not wait for what reads one.
"""
