from __future__ import annotations

from dragoman.ingest import media
from dragoman.records.documents import Document
from tests.ingest.layouts.test_comments import thread
from tests.ingest.making import covered, kinds, of_kind, read

HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Envoy recalled from Borduria | The Klow Courier</title>
<meta property="og:site_name" content="The Klow Courier">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Envoy
recalled",
"datePublished": "2022-05-14T06:00:00Z", "author": [{"@type": "Person", "name": "Jane
Roe"}]}]}</script>
<script>var body = "<p>The script says that Syldavia attacked.</p>";</script></head>"""
PARAGRAPHS = """<p>The government of Borduria recalled its envoy from Syldavia on Friday, after
shots had
been fired at the <a href="/b">bridge</a> between the two states.</p>
<p>It would not send him back&nbsp;this year, a spokesman said.<sup class="reference">[1]</sup>
</p>"""
ARTICLE = f"""<body class="single has-sidebar">
<div id="cookie-banner"><p>This site uses cookies to measure its traffic, and shows offers.</p>
</div>
<header class="site"><a href="/">The Klow Courier</a><nav><ul><li>World</li><li>Sport</li></ul>
</nav>
</header><main><article><h1>Envoy recalled</h1>
<p class="byline">By <span class="author">Jane Roe</span> <time datetime="2022-05-14">14
May</time></p>
{PARAGRAPHS}
<div class="pull-quote"><p>It would not send him back</p></div>
<aside class="factbox"><h2>At a glance</h2><dl><dt>Built</dt><dd>1936</dd><dt>Length</dt>
<dd>90 m</dd>
</dl></aside>
<h2>What was said</h2>
<blockquote><p>We came to build.</p><p>Others broke.</p></blockquote>
<ul><li>Fish<ul><li>salted</li></ul></li><li>Wood</li></ul>
<div class="advert"><p>Fly to the hills for less than you would pay for a good dinner.</p></div>
<table><caption>Years</caption><tr><th>Year</th><th>Event</th></tr><tr><td>1936</td>
<td>Built</td></tr>
</table>
<p><strong>What comes next</strong></p>
<p>Both foreign ministers agreed to meet in the autumn.</p>
</article></main>"""
RELATED = """<section class="related"><h2>Related articles</h2><ul><li>
<a href="/1">Apples are cheap</a>
</li><li><a href="/2">Pears are not</a></li></ul></section>"""
COMMENTS = """<div id="comments"><h2>3 comments</h2><ol class="comment-list">
<li class="comment depth-1"><div class="comment-body"><footer class="comment-meta">
<b class="fn">Karl</b>
<span class="says">says:</span></footer><div class="comment-content"><p>It was Syldavia.</p>
<p>Ask my grandfather.</p></div><div class="reply"><a>Reply</a></div></div>
<ol class="children"><li class="comment bypostauthor depth-2"><div class="comment-body">
<b class="fn">
Jane Roe</b><div class="comment-content"><p>I asked mine.</p></div></div></li></ol></li>
<li class="comment depth-1"><div class="comment-body"><b class="fn">Abebe</b>
<div class="comment-content">Blow it up.</div></div></li></ol>
<div id="respond"><h3>Leave a reply</h3><form><p>Your address will not be shown.</p></form></div>
</div>"""
FOOT = (
    "<footer><p>All contents may be reproduced if the source is named.</p></footer></body></html>"
)


def page(*parts: str) -> Document:
    return read("\n".join((HEAD, *parts, FOOT)), media.HTML)


def test_an_article_is_read_block_by_block() -> None:
    assert kinds(page(ARTICLE)) == [
        ("title", "Envoy recalled"),
        (
            "body",
            "The government of Borduria recalled its envoy from Syldavia on Friday, after shots"
            " had been fired at the bridge between the two states.",
        ),
        ("body", "It would not send him back\xa0this year, a spokesman said.".replace("\xa0", " ")),
        ("infobox", "Built: 1936\nLength: 90 m"),
        ("title", "What was said"),
        ("quote_block", "We came to build.\nOthers broke."),
        ("list", "Fish\nsalted\nWood"),
        ("table", "Year | Event\n1936 | Built"),
        ("title", "What comes next"),
        ("body", "Both foreign ministers agreed to meet in the autumn."),
    ]


def test_what_the_page_says_to_programs_is_used() -> None:
    document = page(ARTICLE)
    assert (document.title, document.author) == ("Envoy recalled", "Jane Roe")
    assert (document.published, document.published_basis) == ("2022-05-14", "metadata")
    assert document.source.name == "The Klow Courier"


def test_nothing_of_the_site_is_in_the_text() -> None:
    text = page(ARTICLE, RELATED, COMMENTS).text
    for words in ("cookies", "Sport", "Fly to the hills", "reproduced", "script says", "Leave a"):
        assert words not in text


def test_comments_and_teasers_stand_apart() -> None:
    document = page(ARTICLE, RELATED, COMMENTS)
    assert of_kind(document, "teaser") == ["Apples are cheap", "Pears are not"]
    assert thread(document) == [
        ("Karl", 0, None, False),
        ("Jane Roe", 1, 0, True),
        ("Abebe", 0, None, False),
    ]
    assert of_kind(document, "comment")[0] == "It was Syldavia.\nAsk my grandfather."
    assert of_kind(document, "body") == of_kind(page(ARTICLE), "body")


def test_links_under_a_heading_among_divs_are_teasers() -> None:
    links = """<div><h3>More From Naenara (En)</h3><div><div><a href="/1">Trees were planted</a>
<span>May 1, 2022</span></div></div><a href="/more">More Articles</a></div>"""
    document = page(ARTICLE, links)
    assert of_kind(document, "teaser") == ["Trees were planted"]
    assert document.source.name == "Naenara"


def test_a_source_in_the_text_comes_before_the_site() -> None:
    body = ARTICLE.replace("<p class", "<div>Date: 3/4/2021 | Source: KCNA</div><p class", 1)
    assert page(body).source.name == "KCNA"


WIKI = """<html><head><title>Klow Bridge - Wikipedia</title><meta name="generator"
content="MediaWiki 1.44"></head><body><main><h1>Klow Bridge</h1>
<div id="siteSub">From Wikipedia, the free encyclopedia</div><div class="mw-parser-output">
<table class="infobox"><tr><th colspan="2">Klow Bridge</th></tr><tr><th>Built</th><td>1936</td>
</tr></table>
<p>The <b>Klow Bridge</b> links Borduria to Syldavia, and it has done so since
1936.<sup>[2]</sup></p>
<div class="mw-heading"><h2>History</h2><span class="mw-editsection">[edit]</span></div>
<p>It was shelled in 1941, and neither of the two states has said by whom.</p>
<h2>See also</h2><ul><li><a>Ferry</a></li></ul><h2>References</h2><ol class="references">
<li>Roe</li></ol>
<div class="navbox">Bridges of Borduria</div></div></main></body></html>"""


def test_an_encyclopedia_page() -> None:
    document = read(WIKI, media.HTML)
    assert (document.source.name, document.source.kind) == ("Wikipedia", "encyclopedia")
    assert [kind for kind, _ in kinds(document)] == [
        *("title", "infobox", "body", "title", "body", "teaser")
    ]
    assert of_kind(document, "infobox") == ["Klow Bridge\nBuilt: 1936"]
    assert "[" not in covered(document)


OLD = """<HTML><HEAD><TITLE>ENVOY RECALLED</TITLE></HEAD><BODY><TABLE WIDTH=700><TR><TD>
<A HREF=a>Home</A><BR><A HREF=b>News</A></TD><TD><CENTER><B>Envoy recalled</B></CENTER>
Klow, June 3 (Klow News Agency) -- The envoy was recalled from Borduria on Monday.<BR><BR>
Borduria condemned the step \x96 it had done no harm to him.<BR><BR>It may recall its own.
<P>The two states had agreed in 1992 to keep their envoys.</TD></TR></TABLE>
<HR>Copyright 1998 Klow News Agency</BODY></HTML>"""


def test_an_old_page_set_in_a_table() -> None:
    content = OLD.replace("<HEAD>", "<HEAD><META content='text/html; charset=windows-1252'>")
    document = read(content.encode("cp1252", "replace").replace(b"?", b"\x96"), media.HTML)
    assert document.title == "Envoy recalled"
    assert document.source.name == "Klow News Agency"
    assert len(of_kind(document, "body")) == 4
    assert "–" in of_kind(document, "body")[1]
    assert "Home" not in covered(document)


def test_questions_that_open_are_questions() -> None:
    body = f"<main><h1>The bridge</h1>{PARAGRAPHS}<details><summary>Who built it?</summary>"
    document = page(f"<body>{body}<p>Borduria built it in 1936.</p></details></main>")
    assert kinds(document)[-2:] == [
        ("question", "Who built it?"),
        ("answer", "Borduria built it in 1936."),
    ]


def test_a_page_of_one_paragraph_is_read() -> None:
    assert kinds(read("<html><body><p>They met.</p></body></html>", media.HTML)) == [
        ("body", "They met.")
    ]


def test_elements_as_deep_as_allowed_are_read() -> None:
    deep = "<div>" * 190 + "<p>They met at the bridge.</p>" + "</div>" * 190
    assert of_kind(read(f"<html><body>{deep}</body></html>", media.HTML), "body")


def test_slips_in_what_is_meant_for_programs_lose_no_page() -> None:
    broken = '<script type="application/ld+json">{"@type": </script>'
    odd = (
        '<script type="application/ld+json">[[{"@type": "NewsArticle", "author": [5]}], 1]</script>'
    )
    assert read(f"<html><head>{broken}{odd}</head><body>{ARTICLE}", media.HTML).title
