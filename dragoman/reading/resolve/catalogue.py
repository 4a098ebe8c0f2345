"""Who there is: states, persons and bodies, with their names and offices in their years."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from typing import Literal, NamedTuple, cast

from msgspec.structs import replace

from dragoman.reading.resolve.asof import ALWAYS, FIRST, LAST, Days, days
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lands import Land
from dragoman.reading.resolve.userlist import UserLine, user_lines
from dragoman.records.actors import Actor, ActorKind
from dragoman.records.readings import Referent

# A guarded name is a common word or one that others bear, too: the text must name its country.
Use = Literal[
    "name", "adjective", "people", "seat", "surname", "guarded", "official", "town", "blocked"
]  # fmt: skip


class Sense(NamedTuple):
    """What an alias may mean: an actor, in some use, on some days."""

    actor: str
    alias: str
    use: Use
    valid: Days = ALWAYS
    said_by: str | None = None  # the state whose own texts use it so


class Office(NamedTuple):
    """An office that an actor held for some days."""

    actor: str
    office: str
    country: str | None
    sector: str | None
    held: Days


class Agent(NamedTuple):
    """A common noun for those who act for a state: `ministry`, `troops`, `spokesman`."""

    phrase: str
    kind: ActorKind
    sector: str | None
    office: str | None
    many: bool


class Catalogue:
    """Actors by id, senses by folded alias, offices by country and by holder."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.senses: dict[str, list[Sense]] = defaultdict(list)
        self.agents: dict[str, Agent] = {}
        self.chambers: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.lands: dict[str, Land] = {}
        self.women: set[str] = set()
        self.towns: set[str] = set()
        self._held_by: dict[str, list[Office]] = defaultdict(list)
        self._held_in: dict[tuple[str, str], list[Office]] = defaultdict(list)
        self._adjectives: dict[str, str] = {}

    @classmethod
    def load(cls, extra: Iterable[str] | None = None) -> Catalogue:
        """The shipped catalogue, extended and overridden by the lines of a user's list."""
        catalogue = cls()
        catalogue._read_actors()
        catalogue._read_aliases()
        catalogue._read_offices()
        catalogue._read_officials()
        catalogue._read_towns()
        catalogue._add_user_lines(user_lines(extra or ()))
        return catalogue

    def referent(self, actor_id: str, when: Days | None = None) -> Referent:
        """The actor as it stood then: its country and sector follow the office it held."""
        actor = self.actors[actor_id]
        country, sector = actor.country, actor.sector
        office = most_shared(self._held_by.get(actor_id, ()), when) if when else None
        if office and office.country:
            country, sector = self.actors[office.country].country, office.sector
        return Referent(
            actor=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=country,
            sector=sector,
            wikidata=actor.wikidata,
        )

    def state_of(self, referent: Referent) -> Referent | None:
        """The state that someone belongs to; None for those of no one state."""
        of_state = referent.kind in ("state", "government") and referent.actor in self.actors
        code = referent.actor if of_state else referent.country
        return self.referent(code) if code in self.actors else None

    def holder(self, place: str, office: str, when: Days | None) -> str | None:
        """Who held the office of a state or body then; None if unknown, or the day is."""
        names = _SAME_OFFICE.get(office, (office,))
        for name in names:
            found = most_shared(self._held_in.get((place, name), ()), when) if when else None
            if found:
                return found.actor
        return None

    def surnamed(self, surname: str, office: str | None) -> tuple[Office, ...]:
        """The offices, or all of this one, held by persons with this folded surname."""
        offices = self._by_surname.get(surname, ())
        return tuple(held for held in offices if office in (None, held.office))

    @cached_property
    def _by_surname(self) -> dict[str, list[Office]]:
        named: dict[str, list[Office]] = defaultdict(list)
        for actor_id, offices in self._held_by.items():
            for surname in surnames(self.actors[actor_id].name, offices[0].country):
                named[surname] += offices
        return named

    def state_name(self, code: str) -> str | None:
        """The neutral name of a state, or of the body that a code such as UNO stands for."""
        if code in self.actors:
            return self.actors[code].name
        return next((a.name for a in self.actors.values() if a.country == code), None)

    def is_town(self, name: str) -> bool:
        """Whether a name is only that of a town, such as a capital."""
        senses = self.senses.get(fold(name), ())
        return bool(senses) and all(s.use == "seat" or s.actor in self.towns for s in senses)

    def codes_of(self, text: str) -> tuple[str, ...]:
        """The codes of the sides that a person typing a code, a name or an adjective may mean."""
        if self.state_name(text.upper()) is not None:
            return (text.upper(),)
        senses = self.senses.get(fold(text), ())
        meant = (s.actor for s in senses if s.actor in self.actors and s.actor not in self.towns)
        codes = (self.actors[actor].country for actor in meant)
        return tuple(dict.fromkeys(code for code in codes if code))

    def adjective(self, actor_id: str) -> str:
        """`Iranian` for Iran; the name itself where no adjective is known."""
        return self._adjectives.get(actor_id, self.actors[actor_id].name)

    def _read_actors(self) -> None:
        for row in _rows("states.csv"):
            id_, name, wikidata, existed = row
            self._add(Actor(id=id_, name=name, kind="state", country=id_, sector="GOV",
                            wikidata=wikidata or None, existed=existed or None))  # fmt: skip
        for row in _rows("actors.csv"):
            id_, name, kind, country, sector, wikidata, existed = row
            self._add(Actor(id=id_, name=name, kind=cast("ActorKind", kind),
                            country=country or None, sector=sector or None,
                            wikidata=wikidata or None, existed=existed or None))  # fmt: skip
        for id_, name, gender, country, sector, wikidata in _rows("persons.csv"):
            self._add(Actor(id=id_, name=name, kind="person", country=country or None,
                            sector=sector or None, wikidata=wikidata or None))  # fmt: skip
            if gender == "f":
                self.women.add(id_)
        for phrase, kind, sector, office, many in _rows("agents.csv"):
            self.agents[phrase] = Agent(
                phrase, cast("ActorKind", kind), sector or None, office or None, bool(many)
            )

        for phrase, state, actor in _rows("chambers.csv"):
            self.chambers[phrase][state] = actor  # the first state is meant where none is named
        for state, area, neighbours in _rows("lands.csv"):
            self.lands[state] = Land(int(area), frozenset(neighbours.split()))

    def _read_aliases(self) -> None:
        for actor, alias, use, since, until, said_by in _rows("aliases.csv"):
            valid = _span(since, until) if since or until else ALWAYS
            sense = Sense(actor, alias, cast("Use", use), valid, said_by or None)
            self.senses[fold(alias)].append(sense)
            if use == "adjective":
                self._adjectives.setdefault(actor, alias)
        for (phrase,) in _rows("not_actors.csv"):
            self.senses[fold(phrase)].append(Sense("", phrase, "blocked"))

    def _read_offices(self) -> None:
        for actor, office, country, sector, held in _rows("offices.csv"):
            span = days(held) or ALWAYS
            entry = Office(actor, office, country or None, sector or None, span)
            self._held_by[actor].append(entry)
            if held:
                self._held_in[country, office].append(entry)

    def _read_officials(self) -> None:
        for name, country, sector, _, _ in _rows("officials.csv"):
            folded = fold(name)
            if folded not in self.senses:
                id_ = f"{country}/{folded.replace(' ', '-')}"
                self._add(Actor(id=id_, name=name, kind="person", country=country, sector=sector))
                self.senses[folded].append(Sense(id_, name, "official"))

    def _read_towns(self) -> None:
        for name, country, also, use in _rows("towns.csv"):
            id_ = f"town/{country}/{fold(name)}".replace(" ", "-").replace("//", "/")
            self._add(Actor(id=id_, name=name, kind="place", country=country or None))
            self.towns.add(id_)
            for alias in filter(None, (name, *also.split("|"))):
                self.senses[fold(alias)].append(Sense(id_, alias, cast("Use", use or "town")))

    def _add(self, actor: Actor) -> None:
        self.actors[actor.id] = actor

    def _add_user_lines(self, lines: Iterable[UserLine]) -> None:
        by_name = {actor.name: actor for actor in self.actors.values()}
        for line in lines:
            known = by_name.get(line.name)
            by_name[line.name] = actor = _changed(known, line) if known else _added(line)
            self._add(actor)
            if line.country or line.sector:
                self._held_by.pop(actor.id, None)  # the user's word outweighs dated offices
            for alias in {line.alias} if known else {line.alias, line.name}:
                self._add_user_alias(actor, alias, line)

    def _add_user_alias(self, actor: Actor, alias: str, line: UserLine) -> None:
        bare = alias.removeprefix("the ").removeprefix("The ")
        own = [sense for sense in self.senses.get(fold(bare), ()) if sense.actor == actor.id]
        self.senses[fold(bare)] = [*own, Sense(actor.id, bare, "name", line.valid)]


_KIND_OF_SECTOR: dict[str, ActorKind] = {
    "GOV": "government",
    "MIL": "military",
    "LEG": "parliament",
    "PAR": "party",
    "REB": "group",
    "UAF": "group",
    "MED": "media",
}


def _added(line: UserLine) -> Actor:
    return Actor(
        id="user/" + fold(line.name).replace(" ", "-"),
        name=line.name,
        kind=_KIND_OF_SECTOR.get(line.sector or "", "organisation"),
        country=line.country,
        sector=line.sector,
    )


def _changed(actor: Actor, line: UserLine) -> Actor:
    return replace(actor, country=line.country or actor.country, sector=line.sector or actor.sector)


# The head of state in a monarchy, and `leader` anywhere, go by several names.
_SAME_OFFICE: dict[str, tuple[str, ...]] = {
    "leader": ("leader", "supreme leader", "president", "monarch", "chancellor", "prime minister"),
    "head of state": ("president", "monarch", "leader"),
    "president": ("president", "commission president"),
    "prime minister": ("prime minister", "chancellor"),
    "party leader": ("party leader", "leader"),
}


# In these countries the family name comes first; Vietnamese go by their last name, too.
_FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "KHM", "VNM", "HKG"})
_ARTICLE = re.compile(r"^(?:al|el|as|at|ad|ash) (?=\w)")  # `al-Assad` is called Assad, too
_SUFFIXES = frozenset({"jr", "jr.", "sr.", "i", "ii", "iii", "iv", "v", "vi", "xii", "xiv", "xvi"})


def surnames(name: str, country: str | None) -> tuple[str, ...]:
    """The folded words by which a person of this full name is called for short."""
    parts = [_ARTICLE.sub("", fold(part)) for part in name.split()]
    parts = [part for part in parts if part not in _SUFFIXES]
    if len(parts) < 2:
        return ()
    if country == "VNM":
        return parts[0], parts[-1]
    return (parts[0],) if country in _FAMILY_FIRST else (parts[-1],)


def most_shared(offices: Iterable[Office], when: Days) -> Office | None:
    """The office that covers most of those days; None if none does."""
    best = max(offices, key=lambda office: office.held.shared(when), default=None)
    return best if best and best.held.shared(when) else None


def _span(since: str, until: str) -> Days:
    first, last = days(since), days(until)
    return Days(first.first if first else FIRST, last.last if last else LAST)


def _rows(name: str) -> Iterator[list[str]]:
    text = files("dragoman").joinpath("data/actors", name).read_text("utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return rows
