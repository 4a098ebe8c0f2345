"""Makes documents of bytes: decodes them, has their layout read, and dates what it says."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.ingest import dates, decode, media, sources
from dragoman.ingest.config import ExtractConfig
from dragoman.ingest.layouts import jsonl, markup, plain, wikitext
from dragoman.ingest.page import Facts, Page, Publication
from dragoman.records.documents import Document, PublishedBasis, document_id
from dragoman.records.provenance import Payload, Refusal

AHEAD = timedelta(days=1)  # it is tomorrow already to the east


class DocumentExtractor:
    """Makes documents of bytes."""

    def __init__(self, config: ExtractConfig | None = None) -> None:
        self._config = config or ExtractConfig()

    def extract(self, payload: Payload) -> Document | Refusal:
        """The document that the bytes hold, cut into sections; a refusal if they hold none."""
        if media.base(payload.media_type) == media.LINE:
            return self._entry(payload)
        if not payload.content:
            return refuse(payload, "empty", "is empty; nothing to read")
        decoded = decode.decode(
            payload.content, decode.declared(payload.media_type, payload.content)
        )
        if decode.is_binary(payload.content) or (decoded and not decode.is_text(decoded.text)):
            return refuse(payload, "binary", "is binary, not text; convert it to text first")
        if decoded is None:
            if b"\0" in payload.content[: decode.SNIFFED]:
                return refuse(payload, "binary", "is binary, not text; convert it to text first")
            return refuse(payload, "encoding", "is in no known encoding; save it as UTF-8")
        page = self._page(payload, decode.storable(decoded.text))
        return page if isinstance(page, Refusal) else self._document(payload, page)

    def _entry(self, payload: Payload) -> Document | Refusal:
        try:
            entry = jsonl.parse(payload.content)
        except jsonl.NotAnEntry as error:
            return refuse(payload, error.code, f"{error}; mend the line")
        return self._document(payload, jsonl.read(entry))

    def _page(self, payload: Payload, text: str) -> Page | Refusal:
        kind = media.sniff(payload.media_type, text)
        if kind == media.HTML:
            return self._html(payload, text)
        if kind == media.MARKDOWN:
            from dragoman.ingest.layouts import markdown  # noqa: PLC0415 - as is lxml

            return markdown.read(text)
        if max(map(len, text.split("\n"))) > self._config.max_line:
            why = f"has a line of more than {self._config.max_line:,} characters; break it up"
            return refuse(payload, "long-line", why)
        if kind == media.WIKI:
            about = Facts(title=wikitext.subject(text), kind="encyclopedia")
            return plain.read(wikitext.clean(text), about)
        return plain.read(text)

    def _html(self, payload: Payload, text: str) -> Page | Refusal:
        tags, depth = markup.extent(text, self._config.max_depth)
        if depth > self._config.max_depth:
            why = f"nests elements more than {self._config.max_depth} deep; save it as text"
            return refuse(payload, "too-deep", why)
        if tags > self._config.max_tags:
            why = f"has more than {self._config.max_tags:,} tags; split it or save it as text"
            return refuse(payload, "too-large", why)
        from dragoman.ingest.layouts import html  # noqa: PLC0415 - lxml is slow to import

        return html.read(text)

    def _document(self, payload: Payload, page: Page) -> Document | Refusal:
        if not page.text.strip():
            return refuse(payload, "no-text", "holds no text; give a page with an article")
        facts = page.facts
        url = payload.url if payload.url.startswith("http") else facts.address or payload.url
        source = sources.resolve(
            facts.source or facts.site,
            kind=facts.kind,
            country=facts.country,
            url=url,
            fallback=facts.fallback,
        )
        published, warnings = self._published(facts, url)
        return Document(
            id=document_id(payload.url, source, page.text),
            path=payload.path,
            url=payload.url,
            source=source,
            text=page.text,
            sections=page.sections,
            title=facts.title,
            author=facts.author,
            published=published[0] if published else None,
            published_basis=published[1] if published else None,
            warnings=(*page.warnings, *warnings),
        )

    def _published(
        self, facts: Facts, url: str
    ) -> tuple[tuple[str, PublishedBasis] | None, list[str]]:
        """The best date that can be, with how it was found; a warning for each that cannot."""
        found = sorted(facts.published, key=lambda publication: publication.late)
        if in_address := dates.in_address(url):
            found.append(Publication(date=in_address, basis="address"))
        warnings: list[str] = []
        for candidate in found:
            day, wrong = candidate.date.date, self._wrong(candidate.date)
            if day and not wrong:
                return (day.isoformat(), candidate.basis), warnings
            warnings.append(wrong)
        return None, warnings

    def _wrong(self, dated: dates.Dated) -> str:
        """Why this cannot be the day of publication; empty if it can."""
        if dated.date is None:
            return f"date {dated.text!r} is no day of the calendar; taken as undated"
        now = self._config.now
        if now and dated.date > date.fromisoformat(now[:10]) + AHEAD:
            return f"date {dated.text!r} lies after {now[:10]}; taken as undated"
        return ""


def refuse(payload: Payload, code: str, why: str) -> Refusal:
    """The refusal of a payload: what it is called, and why it is not passed on."""
    name = decode.storable(payload.path)
    return Refusal(item=name, stage="ingest", code=code, detail=f"{name} {why}")
