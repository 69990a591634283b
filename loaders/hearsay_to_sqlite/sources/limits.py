"""How much of an input is taken before it is refused. One room, so that whoever runs this can see what is bounded.

Each limit is far above what real material reaches, and low enough that hostile material cannot fill the memory.
"""

from __future__ import annotations

MAX_BYTES = 64 * 1024 * 1024
"""Of a single input that is read whole: a page, a feed, a JSON document, a member of an archive."""

MAX_LINE = 16 * 1024 * 1024
"""Bytes of one line of JSON lines, and code points of one field of a table."""

MAX_COLUMNS = 2_000
"""Columns of a table."""

MAX_LISTED = 40
"""Names of fields that are listed where fields were not used."""

MAX_DEPTH = 100
"""How deep objects may stand in one another in a JSON document in which something is looked for."""

MAX_PAGE = 16 * 1024 * 1024
"""Bytes of a page: looking for the article in one takes time that grows with it."""

MAX_ELEMENT_DEPTH = 250
"""How deep elements may stand in one another in a page; the parser drops without a word what stands deeper than 256."""

MAX_ENTRIES = 100_000
"""Entries of one feed."""

MAX_MEMBERS = 1_000_000
"""Members of one archive."""

MAX_UNPACKED = 64 * 1024 * 1024 * 1024
"""Bytes that come out of one archive, all members together. They are read one by one, never held at once."""

MAX_RATIO = 200
"""How many times larger than packed a member may be; text shrinks to a fifth, a bomb to a thousandth."""

RATIO_FROM = 1024 * 1024
"""Bytes unpacked below which the ratio says nothing: a page of blanks is no bomb."""

MAX_NESTING = 3
"""Archives inside archives."""

MAX_FETCHED = 1024 * 1024 * 1024
"""Bytes of one thing fetched from the network, unpacked. It goes to disk as it comes."""

MAX_REDIRECTS = 5
"""Redirects that are followed from one address: browsers follow twenty, sites need two."""

MAX_ROBOTS = 512 * 1024
"""Bytes of a robots.txt that are read: RFC 9309 asks for at least 500 KiB."""

SILENCE_SECONDS = 20.0
"""How long a server may say nothing, while connecting and between two pieces."""

MAX_FETCH_SECONDS = 300.0
"""How long one answer may take in all, so that a server that sends a byte now and then does not hold a run."""

MAX_WAIT_SECONDS = 60.0
"""How long a server may ask us to wait before it is asked again; who asks for longer is left for ``retry``."""

MAX_ATTEMPTS = 3
"""How often one address is asked where the server says that it is busy."""
