"""`/network`: states and what goes on between them, year by year."""

from __future__ import annotations

from litestar import Response, get
from litestar.params import FromQuery

from dragoman.web.given import TheDesk, ThePages
from dragoman.web.network import between, network_chart, span


@get("/network", sync_to_thread=True)
def network(
    desk: TheDesk,
    pages: ThePages,
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
) -> Response[bytes]:
    """The network of a span of years."""
    overview = desk.overview()
    years = span(overview, since, until)
    edges = between(overview, years)
    return pages.page("network.html", edges=edges, years=years, whole=span(overview, None, None))


@get("/charts/network.json", sync_to_thread=True)
def chart(
    desk: TheDesk, since: FromQuery[str | None] = None, until: FromQuery[str | None] = None
) -> dict[str, object]:
    """The chart of the network."""
    overview = desk.overview()
    years = span(overview, since, until)
    key = ("network", id(overview), years)
    return desk.cache.get(key, lambda: network_chart(overview, years))
