from __future__ import annotations

import pytest

from dragoman.ingest import sources


def test_the_table_is_wide_and_says_each_name_once() -> None:
    listed = sources.outlets().outlet
    assert len(listed) >= 120
    keys = [name.casefold() for outlet in listed for name in {outlet.name, *outlet.also}]
    assert len(keys) == len(set(keys))


def test_only_voices_of_a_state_have_a_country() -> None:
    for outlet in sources.outlets().outlet:
        voice = outlet.kind in ("ministry", "state_media")
        assert voice == (outlet.country is not None), outlet.name


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Naenara (En)", "state_media", "PRK"),
        ("KOREAN CENTRAL NEWS AGENCY", "state_media", "PRK"),
        ("KCNA.kp (En)", "state_media", "PRK"),
        ("Ministry of Foreign Affairs (Taiwan)", "ministry", "TWN"),
        ("Iranian Foreign Ministry", "ministry", "IRN"),
        ("the State Department", "ministry", "USA"),
        ("Reuters", "news", None),
        ("Ministry of Foreign Affairs", "ministry", None),
        ("Wikipedia, the free encyclopedia", "encyclopedia", None),
        ("The Harbour Courier", "news", None),
        ("International Court of Justice", "court", None),
        ("Two Friends", "other", None),
    ],
)
def test_a_name_tells_kind_and_country(name: str, kind: str, country: str | None) -> None:
    source = sources.resolve(name)
    assert (source.kind, source.country) == (kind, country)


def test_names_of_one_outlet_are_one_source() -> None:
    assert sources.resolve("AP") == sources.resolve("The Associated Press")


def test_the_address_tells_the_outlet_where_no_name_does() -> None:
    assert sources.resolve(None, url="https://english.news.cn/20230310/a.html").name == "Xinhua"
    assert sources.resolve(None, url="https://www.harbour.example/a").name == "harbour.example"


def test_an_address_that_is_none_tells_no_outlet() -> None:
    assert sources.lookup_host("https://[x.y") is None
    assert sources.lookup("[x.y") is None
    assert sources.resolve(None, url="http://[broken").name == "Unknown"


def test_without_any_of_these_the_kind_is_the_name() -> None:
    assert sources.resolve(None, kind="blog").name == "Blog"
    assert sources.resolve(None, fallback="Explainer").name == "Explainer"
    assert sources.resolve(None, url="file:///a.txt").name == "Unknown"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        (
            "Statement of the Ministry of Foreign Affairs of Borduria on the border",
            "Ministry of Foreign Affairs of Borduria",
        ),
        (
            "No:12/21, Information of the Press Office of the Ministry of Defence of Syldavia",
            "Ministry of Defence of Syldavia",
        ),
        (
            "Cuban Foreign Ministry Spokesperson Answers a Question",
            "Ministry of Foreign Affairs of Cuba",
        ),
        ("Ministry of Foreign Affairs of Borduria denies report", None),
        ("Ministers met", None),
    ],
)
def test_a_statement_names_who_issues_it(title: str, issuer: str | None) -> None:
    assert sources.issuer(title) == issuer
