from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest import decode, media

WORDS = "Đà Nẵng – “two” envoys; 외무성 said nothing."


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_goes(bom: bytes, encoding: str) -> None:
    decoded = decode.decode(bom + WORDS.encode(encoding))
    assert decoded is not None
    assert decoded.text == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_shows_without_its_mark(encoding: str) -> None:
    decoded = decode.decode(("The two sides met in the capital. " * 3).encode(encoding))
    assert decoded is not None
    assert decoded.text.startswith("The two sides met")


def test_a_declared_charset_is_tried_first() -> None:
    page = b'<html><head><meta charset="euc-kr"></head>' + "외무성".encode("euc-kr")
    charset = decode.declared(media.HTML, page)
    assert charset == "euc-kr"
    decoded = decode.decode(page, charset)
    assert decoded is not None
    assert decoded.text.endswith("외무성")


def test_latin_1_is_read_as_the_windows_encoding_that_is_meant() -> None:
    decoded = decode.decode(b"caf\xe9 \x96 bar", "iso-8859-1")
    assert decoded is not None
    assert decoded.text == "café – bar"


@pytest.mark.parametrize("charset", [None, "hex", "unicode_escape", "no-such-charset", "utf-8"])
def test_bytes_in_no_known_encoding_are_no_text(charset: str | None) -> None:
    assert decode.decode(b"caf\xe9 in Zenda", charset) is None


def test_one_stray_byte_does_not_lose_a_page_that_declares_its_charset() -> None:
    decoded = decode.decode(b"word " * 1000 + b"\xff", "utf-8")
    assert decoded is not None
    assert decoded.stray == 1


def test_newlines_are_made_one() -> None:
    decoded = decode.decode(b"a\r\nb\rc\nd")
    assert decoded is not None
    assert decoded.text == "a\nb\nc\nd"


@given(st.binary(max_size=300), st.sampled_from([None, "cp1252", "utf-16", "big5", "koi8-r"]))
def test_any_bytes_are_text_or_not(content: bytes, charset: str | None) -> None:
    decoded = decode.decode(content, charset)
    assert decoded is None or "\r" not in decoded.text


def test_what_no_database_holds_is_replaced() -> None:
    assert decode.storable("a\x00b\ud800c") == "a\ufffdb\ufffdc"
