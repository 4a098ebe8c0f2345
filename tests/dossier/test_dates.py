from __future__ import annotations

import pytest

from dragoman.dossier.render.dates import short, spelled


@pytest.mark.parametrize(
    ("edtf", "in_a_column", "in_a_sentence"),
    [
        ("1966-04-13", "1966-04-13", "13 April 1966"),
        ("1966-04", "1966-04", "April 1966"),
        ("1966", "1966", "1966"),
        ("197X", "1970s", "1970s"),
        ("19XX", "1900–1999", "1900–1999"),
        ("2020-21", "spring 2020", "spring 2020"),
        ("2020-24", "winter 2020–21", "winter 2020–21"),
        ("1999-24", "winter 1999–2000", "winter 1999–2000"),
        ("2019-33", "first quarter of 2019", "first quarter of 2019"),
        ("2019-41", "second half of 2019", "second half of 2019"),
        ("1920~", "about 1920", "about 1920"),
        ("1897?", "1897 (uncertain)", "1897 (uncertain)"),
        ("1897-05%", "about May 1897 (uncertain)", "about May 1897 (uncertain)"),
        ("1988/..", "since 1988", "since 1988"),
        ("1988/", "from 1988", "from 1988"),
        ("../2003", "until 2003", "until 2003"),
        ("1989-05-14/1989-05-17", "1989-05-14 – 1989-05-17", "14–17 May 1989"),
        ("2012-08/2012-09", "2012-08 – 2012-09", "August – September 2012"),
        ("2020-09-30/2020-10-02", "2020-09-30 – 2020-10-02", "30 September – 2 October 2020"),
        ("1988-12-30/1989-01-02", "1988-12-30 – 1989-01-02", "30 December 1988 – 2 January 1989"),
        ("1980/1988", "1980 – 1988", "1980–1988"),
        ("-0043", "44 BCE", "44 BCE"),
        ("0000", "1 BCE", "1 BCE"),
    ],
)
def test_a_date_in_words(edtf: str, in_a_column: str, in_a_sentence: str) -> None:
    assert (short(edtf), spelled(edtf)) == (in_a_column, in_a_sentence)
