"""Bytes to text: which encoding they are in, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from unicodedata import category

from dragoman.ingest.vocabulary import wordlist
from dragoman.records.codec import Record

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# encodings of texts on the web; others that Python knows are no charsets or never meant
_WEB = frozenset(
    wordlist(
        "ascii big5 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874"
        " cp949 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-2 iso8859-3 iso8859-4"
        " iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14"
        " iso8859-15 iso8859-16 koi8-r koi8-u mac-roman shift_jis utf-8 utf-16 utf-16-le utf-16-be"
    )
)
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "euc_kr": "cp949"}
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PARAMETER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MAGIC = (
    *(b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"SQLite format"),
    *(b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"{\\rtf"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
SNIFFED = 4096  # bytes in which a page has to declare its charset
STRAY = 1000  # one wrong byte in so many is an accident of a page that declares its charset
CONTROLS = 50  # more than one control or unused character in so many is no text
_UNUSED = frozenset(("Cn", "Co", "Cs"))  # characters without a meaning


class Decoded(Record, frozen=True, kw_only=True):
    """A text with the encoding it was in; `stray` counts bytes that were not in it."""

    text: str
    encoding: str
    stray: int = 0


def is_binary(content: bytes) -> bool:
    """Whether the bytes begin as a known binary format does."""
    return content.startswith(_MAGIC)


def declared(media_type: str, content: bytes) -> str | None:
    """The charset that the media type or the page's own head names."""
    if found := _PARAMETER.search(media_type):
        return found[1]
    meta = _META.search(content[:SNIFFED]) if "html" in media_type else None
    return meta[1].decode("ascii") if meta else None


def decode(content: bytes, charset: str | None = None) -> Decoded | None:
    """The text of the bytes, one sign a newline; None if they are in no encoding known here."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _try(content[len(mark) :], encoding)
    named = _web_name(charset) if charset else None
    if named and (decoded := _try(content, named)):
        return decoded
    return _unmarked_utf16(content) or _try(content, "utf-8") or _lenient(content, named)


def is_text(text: str) -> bool:
    """Whether the characters are those of a text, and not of a program or picture."""
    sample = text[:SNIFFED]
    odd = sum(1 for char in sample if category(char) in _UNUSED)
    return max(odd, len(_CONTROL.findall(sample))) * CONTROLS <= len(sample)


def storable(text: str) -> str:
    """The text with U+FFFD for each character that no database or UTF-8 file can hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def _web_name(charset: str) -> str | None:
    """Python's name of the encoding, or of the wider one that is meant by it."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return None
    return _WIDER.get(name, name) if name in _WEB else None


def _try(content: bytes, encoding: str) -> Decoded | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text=_newlines(text), encoding=encoding)


def _unmarked_utf16(content: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark shows in a zero in every other byte."""
    sample = content[:SNIFFED]
    half = len(sample) // 2
    if half < 2 or len(content) % 2:
        return None
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) < half * 0.1:
        return _try(content, "utf-16-le")
    if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return _try(content, "utf-16-be")
    return None


def _lenient(content: bytes, encoding: str | None) -> Decoded | None:
    """The text of a page with stray bytes in the encoding that it declares."""
    if encoding is None:
        return None
    text = content.decode(encoding, "replace")
    stray = text.count("\ufffd")
    if stray * STRAY > len(content):
        return None
    return Decoded(text=_newlines(text), encoding=encoding, stray=stray)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
