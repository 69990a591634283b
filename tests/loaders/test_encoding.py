"""Bytes are read as text in the encoding that they are in, or refused with a reason."""

from __future__ import annotations

import codecs

import pytest

from hearsay_to_sqlite.clean.encoding import decode
from hearsay_to_sqlite.errors import RejectedInput

ENGLISH = "He said: “It’s fine” – and that was all.\r\nNothing more was said on Tuesday."
FRENCH = "Le président a déclaré que la situation était « très préoccupante », hier à Genève."
GERMAN = "Der Minister erklärte, dass größere Änderungen nötig wären: „Wir prüfen das.“"
ARABIC = "قال رئيس البلدية إن الحريق كان متعمدا، وأضاف أن الشرطة تحقق في الأمر."
MIXED = "Radio Vale: قال المتحدث “لا تعليق” في المدينة"
POLISH = "Minister powiedział, że pożar był podpaleniem i dodał, że śledztwo trwa."
TURKISH = "Bakan, yangının kundaklama olduğunu söyledi ve soruşturmanın sürdüğünü ekledi."
RUSSIAN = "Министр заявил, что пожар был поджогом, и добавил, что расследование продолжается."
GREEK = "Ο υπουργός δήλωσε ότι η πυρκαγιά ήταν εμπρησμός και πρόσθεσε ότι η έρευνα συνεχίζεται."
HEBREW = "השר אמר כי השריפה הייתה הצתה והוסיף כי החקירה נמשכת"
CHINESE = "外交部发言人说，这次火灾\n是人为的，调查仍在继续。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ARABIC, "utf-8"),
        (ENGLISH, "windows-1252"),
        (FRENCH, "windows-1252"),
        (GERMAN, "windows-1252"),
        (POLISH, "windows-1250"),
        (TURKISH, "windows-1254"),
        (ARABIC, "windows-1256"),
        (MIXED, "windows-1256"),
        (RUSSIAN, "windows-1251"),
        (GREEK, "windows-1253"),
        (HEBREW, "windows-1255"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "gb18030"),
    ],
)
def test_text_comes_back_to_the_character(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + ENGLISH.encode(encoding))
    assert (decoded.text, decoded.encoding) == (ENGLISH, encoding)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the input is empty."),
        (b" \r\n\t", "the input is empty."),
        ("\u2003\u3000".encode(), "the input holds white space only."),
        (b"%PDF-1.7\nabc", "this is a PDF document, not text."),
        (b"PK\x03\x04abc", "this is a ZIP archive or Office document, not text."),
        (b"\x89PNG\r\n\x1a\n", "this is a PNG picture, not text."),
        (b"SQLite format 3\x00abc", "this is an SQLite database, not text."),
        (bytes(range(256)) * 8, "this is binary data, not text."),
        (b"words\x00and\x00words and a long tail of letters", "this is binary data, not text."),
        (codecs.BOM_UTF16_LE + b"a", "the byte order mark says utf-16-le, but the bytes are not."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput) as caught:
        decode(data)
    assert caught.value.what == reason
    assert caught.value.remedy
