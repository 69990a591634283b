"""Bytes to text: which encoding a file is in, and what is refused because it is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.errors import RejectedInput

# UTF-32's mark begins with UTF-16's, so it is tried first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
)

SAVE_AS_TEXT = "Save it as plain text first."

MAX_CONTROL_SHARE = 0.005
"""Text may hold a stray control character; more than one in two hundred is not text."""

MIN_WIDE_SHARE = 0.9
"""Of what bytes without a mark say when read as UTF-16, at least this share must be letters, digits, marks or space."""

MIN_ZEROS = 0.4
"""Of the bytes of plain letters in UTF-16 every second one is zero."""

SAMPLE = 200_000
"""Bytes that the guess between encodings looks at; the whole is decoded afterwards."""

PLAIN_BYTES = b"\x00\t\n\r" + bytes(range(0x20, 0x7F))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
BEYOND_ASCII = r"[^\W\d_a-zA-Z]"
# "³" is a letter in other encodings; no word of this one has such a sign inside or at its end.
SIGN_AFTER_LETTER = r"[^\W\d_][¹³¿¡¥£¢¼½¾¶¯¨¦¸÷×]"
ASCII_BESIDE_OTHER = rf"[a-zA-Z]{BEYOND_ASCII}|{BEYOND_ASCII}[a-zA-Z]"
PLAUSIBLE_WIDE = re.compile(r"[\w\s!-/:-@\[-`{-~“”‘’«»–—…،؛؟。、「」]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, to the character as the file has it (a byte order mark dropped, newlines untouched), and its encoding."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Read bytes as text.

    Raises RejectedInput (without a location, which the caller knows) for what is empty or no text.

    >>> decode("“Sí”, dijo".encode("windows-1252"))
    Decoded(text='“Sí”, dijo', encoding='windows-1252')
    """
    if not data.strip():
        raise RejectedInput("the input is empty.", remedy="Leave it out, or fetch it again.")
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise RejectedInput(f"this is {what}, not text.", remedy=SAVE_AS_TEXT)
    decoded = _marked(data) or _utf8(data) or _wide(data) or _single_byte(data) or _guessed(data)
    # SQLite's functions end a text at a NUL, so that no offset after one could be checked.
    if decoded is None or "\x00" in decoded.text:
        raise RejectedInput("this is binary data, not text.", remedy=SAVE_AS_TEXT)
    if len(CONTROL.findall(decoded.text)) > MAX_CONTROL_SHARE * len(decoded.text):
        raise RejectedInput("this is binary data, not text.", remedy=SAVE_AS_TEXT)
    if not decoded.text.strip():
        raise RejectedInput("the input holds white space only.", remedy="Leave it out, or fetch it again.")
    return decoded


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _read(data[len(mark) :], encoding)
            if text is None:
                raise RejectedInput(
                    f"the byte order mark says {encoding}, but the bytes are not.",
                    remedy="Save it again, as UTF-8.",
                )
            return Decoded(text, encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    text = _read(data, "utf-8")
    # Plain letters in UTF-16 are valid UTF-8 too, with a NUL beside each.
    return None if text is None or "\x00" in text else Decoded(text, "utf-8")


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: recognised by the zero bytes of its spaces, newlines and plain letters."""
    if len(data) % 2 or b"\x00" not in data:
        return None
    # Plain letters have a zero byte each; other scripts have bytes that stand for no plain letter.
    if not data.translate(None, PLAIN_BYTES) and data.count(0) < MIN_ZEROS * len(data):
        return None
    best: tuple[float, Decoded] | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _read(data, encoding)
        if text is None or "\x00" in text:
            continue
        sample = text[:SAMPLE]
        # A space is the commonest sign in running text; read the wrong way round it is another letter.
        share = len(PLAUSIBLE_WIDE.findall(sample)) / len(sample) + sample.count(" ") / len(sample)
        if share >= MIN_WIDE_SHARE and (best is None or share > best[0]):
            best = (share, Decoded(text, encoding))
    return None if best is None else best[1]


def _single_byte(data: bytes) -> Decoded | None:
    known = vocabulary.read("encodings")
    sample = data[:SAMPLE]
    for entry in known["encodings"]:
        seen = _read(sample, entry["name"])
        if seen is None:
            continue
        beyond = set("".join(NOT_ASCII.findall(seen)))
        if not beyond <= {
            *known["marks"],
            *entry["letters"],
            "\u00a0",
            "\u00ad",
            "\u200c",
            "\u200d",
            "\u200e",
            "\u200f",
        }:
            continue
        row = entry["row"]
        odd = ASCII_BESIDE_OTHER if row is None else f"{BEYOND_ASCII}{{{row + 1}}}|{SIGN_AFTER_LETTER}"
        text = None if re.search(odd, seen) else _read(data, entry["name"])
        if text is not None:
            return Decoded(text, entry["name"])
    return None


def _guessed(data: bytes) -> Decoded | None:
    if b"\x00" in data:
        return None
    # Imported late: only texts in rare encodings need it, and it takes as long to import as all of the above.
    from charset_normalizer import from_bytes

    match = from_bytes(data[:SAMPLE]).best()
    text = None if match is None else _read(data, match.encoding)
    if match is None or text is None:
        return None
    return Decoded(text, re.sub(r"^cp(?=125\d$)", "windows-", match.encoding))
