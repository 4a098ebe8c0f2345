"""Which numbers and names that look like dates are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dragoman.reading.times.grammar import Match
from dragoman.reading.times.lexicon import CATEGORY, EDGES, kinds, words
from dragoman.reading.times.tokens import Token

# A number after one of these is a label: "resolution 1718", "flight 655", "Vision 2030".
_LABELS: Final = words(
    "resolution resolutions flight flights no nos number numbers article articles page pages pp "
    "room agenda vision unscr sr res section sections chapter paragraph para paragraphs law laws "
    "decree bill route highway model boeing airbus horizon strategy unit battalion brigade "
    "regiment division case docket order directive protocol tel telephone phone fax box isbn "
    "version catalogue serial lot gate building area district sector line lines hill height "
    "windows studio class type mark block item items convention recommendation recommendations "
    "regulation rule memo document documents hotline extension code pin zip serial station "
    "project operation squadron fleet apollo channel pier camp plot"
)
# Before `of` or `at`, they make a number a count: "a force of 2000".
_COUNTS_OF: Final = words(
    "total number force sum group crowd strength population garrison toll convoy shipment fleet "
    "height altitude depth distance length speed price cost rate level contingent range weight "
    "some average maximum minimum estimate limit capacity"
)
_QUANTIFIERS: Final = words(
    "than least most nearly almost over some only exactly up another additional estimated "
    "all every total"
)
_HURT: Final = words(
    "killed wounded injured displaced arrested detained employs employed numbering numbered cost "
    "totalling totaling reached reaching totaled totalled measuring weighing worth with"
)
# After one of these signs and words, a number is no year, whatever stands before it.
_SIGNS: Final = words("% $ € °")
_MEASURES: Final = _SIGNS | words(
    "km kilometres kilometers kilometre kilometer miles mile metres meters metre meter feet "
    "dollars euros won yen pounds rupees rubles roubles tonnes tons tonne ton barrels barrel "
    "percent per degrees years months weeks days hours minutes times kg kilograms hectares acres "
    "points gmt utc hrs h local million billion trillion thousand hundred mw megawatts volts km2 "
    "sq square strong additional more other others such square-kilometre calories nautical "
    "year-old warheads"
)
# Plural or mass nouns that are counted, however they follow a number.
_COUNTED: Final = _MEASURES | words(
    "people troops soldiers men women children civilians cases prisoners refugees homes houses "
    "families workers persons personnel police dead wounded casualties deaths victims hostages "
    "migrants tanks aircraft planes missiles rockets rounds vehicles ships boats votes seats "
    "students pilgrims tourists visitors delegates residents villages schools hospitals trees "
    "shells mines centrifuges fighters militants rebels officers protesters demonstrators "
    "supporters inhabitants settlers units pages copies items jobs companies firms countries "
    "states members nations detainees activists"
)
# Plural nouns that are dated: "the 2014 elections".
_DATED: Final = words(
    "elections talks protests negotiations accords agreements attacks bombings riots wars "
    "sanctions games olympics hostilities clashes raids floods uprisings demonstrations killings "
    "revolutions events summits meetings visits borders lines parameters treaties massacres "
    "strikes reforms polls hearings trials tests drills exercises crises conflicts understandings "
    "resolutions statements figures results guidelines rules levels standards estimates "
    "protocols pacts deals laws constitutions declarations memoranda amendments conventions "
    "conferences ceasefires truces invasions coups offensives campaigns withdrawals expulsions "
    "operations incursions decisions pledges promises letters notes "
    "fires earthquakes disputes shootings celebrations commitments obligations peace"
)
_NOT_PLURAL: Final = words(
    "is was has as this its his us thus does says less across towards perhaps always sees "
    "onwards afterwards onward marks plus versus besides unless sometimes whereas yes"
)
_INCIDENTS: Final = words(
    "incident incidents attack attacks massacre uprising revolution coup crackdown communique "
    "communiqué movement brigade group declaration agreement accord regime square"
)
_LICENCES: Final = kinds(
    "in since until before after by during from between through for early mid late begin end "
    "the a open dash slash season likely colon month month_short pre quarter halfword point "
    "this shortyear not ordinal within holiday year"
)
_LISTING: Final = kinds("comma and or slash year number open close")
_TITLES: Final = words("times telegraph mirror mosque mail express world herald club")
_NAMED_DAYS: Final = words("bloody black good easter palm ash holy super cyber")


def word(token: Token | None) -> str:
    """The word of a token in small letters, without an owner's s; nothing for no token."""
    if token is None:
        return ""
    text = token.text.lower()
    return text[:-2] if text[-2:] in {"'s", "’s"} else text


def is_common(token: Token | None) -> bool:
    """Whether a token is a word in small letters that time expressions are not made of."""
    return token is not None and token.category == CATEGORY["word"] and token.text.islower()


def is_plural(token: Token | None) -> bool:
    """Whether a token looks like a plural noun in small letters."""
    if token is None or token.category not in {CATEGORY["word"], CATEGORY["unit"]}:
        return False
    text = token.text
    return text.islower() and len(text) > 3 and text.endswith("s") and text not in _NOT_PLURAL


def is_counted(token: Token | None) -> bool:
    """Whether a number before this token counts it."""
    text = word(token)
    return text in _COUNTED or (is_plural(token) and text not in _DATED)


def counts_after(match: Match) -> bool:
    """Whether the figure at the end counts what follows: "in May 20 countries", not "on May 20"."""
    if word(match.after()) in _SIGNS:
        return True
    before = match.before()
    dated = match.has("weekday|weekday_short") or (before and before.category in _DAY_LICENCES)
    return not dated and is_counted(match.after())


def is_round(number: object) -> bool:
    """Whether a number is one that people count to: 1500, 2000."""
    return isinstance(number, int) and number % 100 == 0


def is_year(match: Match) -> bool:
    """Whether a lone four-digit number is a year, by what stands around it."""
    before, after = match.before(), match.after()
    if _is_label(match) or word(before) in {"$", "€", "£", "¥", "#", "№", "+", "usd", "eur"}:
        return False
    if word(after) in _MEASURES and not _is_compared(match):
        return False
    if word(before) in _CIRCA:
        return True
    if is_counted(after) and not _closes_range(match) and not _is_compared(match):
        return _is_dated_plural(match, before, after)
    return _has_licence(match, before, after)


def _is_compared(match: Match) -> bool:
    """As in "In 1956 more than ninety marched", where the year counts nothing."""
    before = match.before()
    placed = before is not None and before.category in _PLURAL_LICENCES
    return placed and (word(match.after()), word(match.after(2))) == ("more", "than")


def _is_dated_plural(match: Match, before: Token | None, after: Token | None) -> bool:
    """As in "In 1956 students marched", "the 1990 elites"; not "fraud in 1990 cases"."""
    if before is None or before.category not in _PLURAL_LICENCES:
        return before is not None and before.category in _PARTS  # "in early 1990 miners struck"
    further = match.before(2)
    opens = further is None or further.category in EDGES
    return word(after) not in _COUNTED or (opens and not is_round(match.get("year")))


_OF_YEARS: Final = words("had saw began brought ended marked")  # "yet 1999 had begun badly"
_PARTS: Final = kinds("early mid late")
_PLURAL_LICENCES: Final = kinds("in since until during the")
_DAY_LICENCES: Final = kinds("on comma")


def _closes_range(match: Match) -> bool:
    """Whether "from 1974 to" or "between 1974 and" stands before."""
    before = match.tokens[max(0, match.first - 3) : match.first]
    return [t.category for t in before] in _RANGE_BEFORE


def _has_licence(match: Match, before: Token | None, after: Token | None) -> bool:
    """Whether what stands before a number lets it be a year."""
    if before is None or before.category in EDGES:
        return True
    if (judge := _JUDGES.get(before.category)) is not None:
        return judge(match)
    if word(before) in _QUANTIFIERS or word(before) in _HURT:
        return False
    if before.category in _LICENCES or _owns(before):
        return True
    modern = 1900 <= match.get("year") <= 2100 and not is_plural(before)
    named = before.category == CATEGORY["name"] or word(after) in _OF_YEARS
    return modern and (named or _is_described(match, after))


def _owns(token: Token) -> bool:
    return token.text[-2:] in {"'s", "’s"} or token.text[-1] in "’'" or word(token) in _OWNERS


def _is_described(match: Match, after: Token | None) -> bool:
    """As in "a divisive 2017 report"."""
    further = match.before(2)
    determined = further is not None and further.category in _DETERMINERS
    return determined and after is not None and after.category == CATEGORY["word"]


def _after_dash(match: Match) -> bool:
    return not _is_digits(match.before(2))


def _after_of(match: Match) -> bool:
    return word(match.before(2)) not in _COUNTS_OF


def _after_approx(match: Match) -> bool:
    return word(match.before(2)) not in _HURT and not is_plural(match.after())


def _after_comma(match: Match) -> bool:
    return match.before(2) is not None and not _is_digits(match.before(2))


def _after_joint(match: Match) -> bool:
    """After "and" or "to", a year only in the company of another, or after "back"."""
    if word(match.before(2)) in _BACK:
        return True
    return any(t.category in _YEARLIKE for t in match.tokens[max(0, match.first - 5) : match.first])


def _after_mark(match: Match) -> bool:
    before = match.before()
    return before is not None and before.text in "=#*•|~“\"‘'·"


def _after_dot(match: Match) -> bool:
    return word(match.before(2)) in {"c", "ca", "est", "b", "d"}


_JUDGES: Final[dict[str, Callable[[Match], bool]]] = {
    CATEGORY["dash"]: _after_dash,
    CATEGORY["of"]: _after_of,
    CATEGORY["approx"]: _after_approx,
    CATEGORY["comma"]: _after_comma,
    CATEGORY["and"]: _after_joint,
    CATEGORY["to"]: _after_joint,
    CATEGORY["or"]: _after_joint,
    CATEGORY["other"]: _after_mark,
    CATEGORY["dot"]: _after_dot,
}
_BACK: Final = words("back date dates dated dating trace traces traced tracing prior")
_OWNERS: Final = words("its his her their our as circa born died est c")
_DETERMINERS: Final = frozenset((CATEGORY["the"], CATEGORY["a"]))
_CIRCA: Final = words("circa ca c")
_RANGE_BEFORE: Final = (
    [CATEGORY["from"], CATEGORY["year"], CATEGORY["to"]],
    [CATEGORY["between"], CATEGORY["year"], CATEGORY["and"]],
)
_YEARLIKE: Final = kinds("year decade month month_short between from")


def _is_label(match: Match) -> bool:
    """Whether the number belongs to a label, through a list: "resolutions 1718, 1874 and 2094"."""
    at = match.first - 1
    if at >= 0 and match.tokens[at].category == CATEGORY["open"]:
        return False
    while at >= max(0, match.first - 12) and match.tokens[at].category in _LISTING:
        at -= 1
    head = match.tokens[at] if at >= 0 else None
    if word(head) in {".", "-"} and at > 0:
        head = match.tokens[at - 1]
    # "lines, 1967" is no label: only what directly precedes the list is
    direct = at == match.first - 1 or match.tokens[at + 1].category != CATEGORY["comma"]
    return direct and word(head) in _LABELS


def _is_digits(token: Token | None) -> bool:
    return token is not None and token.category in {CATEGORY["number"], CATEGORY["quantity"]}


def names_incident(match: Match) -> bool:
    """Whether a day without a year is part of a name: "the June 4 incident"."""
    after, before = match.after(), match.before()
    if after is None or before is None:
        return False
    in_name = before.category == CATEGORY["the"] or before.text[-2:] in {"'s", "’s"}
    return in_name and (after.category == CATEGORY["name"] or word(after) in _INCIDENTS)


def names_weekday(match: Match) -> bool:
    """Whether a weekday is part of a name: "Bloody Sunday", "Sunday Times"."""
    return word(match.before()) in _NAMED_DAYS or (
        word(match.after()) in _TITLES and match.after() is not None
    )


_MAY: Final = 5
_LONG_DASHES: Final = frozenset("—–")
_AUGUST: Final = words("body assembly gathering house chamber institution company presence")
_MONTH_LICENCES: Final = kinds(
    "in since until before after by during from between through early mid late begin end of "
    "dash slash and or to not likely halfword point month for comma"
)


def _heads_row(match: Match) -> bool:
    """As in "November: a resolution"; but "May: …" may be somebody's words."""
    before, after = match.before(), match.after()
    if after is not None and after.text == ":":
        return bool(match.get("month") != _MAY)
    if after is None or after.category != CATEGORY["dash"]:
        return False
    heads = before is None or before.category == CATEGORY["newline"]
    run_on = after.text in _LONG_DASHES and match.get("month") != _MAY
    return heads or run_on  # "... blames Bern. August — it recalls its envoy"


def is_month(match: Match) -> bool:
    """Whether a lone month's name is the month: May and March are also other things."""
    before, after = match.before(), match.after()
    if before is None or before.category in EDGES:
        return _heads_row(match)
    if match.get("month") == 8 and word(after) in _AUGUST:
        return False
    if before.category in {CATEGORY["the"], CATEGORY["a"]}:
        return after is not None and after.category == CATEGORY["word"] and after.text.islower()
    if before.category in {CATEGORY["and"], CATEGORY["or"], CATEGORY["comma"], CATEGORY["to"]}:
        return any(
            t.category in {CATEGORY["month"], CATEGORY["month_short"]}
            for t in match.tokens[max(0, match.first - 4) : match.first]
        )
    if before.category == CATEGORY["of"]:
        return word(match.before(2)) not in {"government", "premiership", "ms", "mrs"}
    return before.category in _MONTH_LICENCES
