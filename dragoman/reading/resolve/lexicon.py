"""The words by which actors are recognised, apart from the catalogue that names them."""

from __future__ import annotations

from dragoman.reading.calendar import MONTHS, WEEKDAYS


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of a text, which bars divide."""
    return frozenset(text.split("|"))


TITLES = word_set(
    "mr mrs ms dr prof sir lord lady dame comrade chairman chairwoman president premier chancellor"
    " minister secretary king queen emperor emir sultan prince princess sheikh sheik imam"
    " ayatollah hojatoleslam general gen colonel col marshal admiral adm captain capt major"
    " lieutenant lt sergeant senator sen congressman representative rep ambassador envoy speaker"
    " governor gov mayor judge justice pope cardinal archbishop bishop patriarch mullah rabbi"
    " excellency h.e highness majesty leader commander spokesman spokeswoman spokesperson"
    " generalissimo vice deputy professor director-general secretary-general"
)
# These stand beside a name, or a noun, without being part of it: `in May Karimov said`.
TIMES = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS)) | word_set(
    "today yesterday tonight tomorrow spring summer autumn winter christmas easter ramadan morning"
    " evening afternoon"
)
BEFORE_STATES = word_set(
    "communist nazi imperial soviet vichy islamic revolutionary red greater muslim arab western"
    " eastern northern southern central upper lower modern ancient christian shia sunni catholic"
    " nationalist socialist republican democratic federal royal fascist post pre anti pro non"
    " occupied wartime neighbouring neighboring"
)
MOTION = word_set("go travel fly arrive return come visit head leave depart land drive move tour")
# Words that writers set small inside a name: `north Korea`, `the Iranian foreign ministry`.
SMALL_IN_NAMES = word_set(
    "north south east west northern southern regime entity state republic government movement"
    " group army party people's ministry foreign agency news council assembly supreme workers'"
    " central intelligence department treasury commission parliament ambassador organization"
    " organisation of the and for network fighters rebels brigades territories territory"
)
PAIRED = word_set(
    "countries nations sides parties states peoples governments leaders neighbours neighbors allies"
    " enemies adversaries belligerents opponents republics capitals koreas foes rivals powers"
    " partners"
)
# Of which states all know how many and which: `the Baltic states`.
REGIONS = {
    "baltic": ("EST", "LVA", "LTU"),
    "benelux": ("BEL", "NLD", "LUX"),
    "nordic": ("DNK", "FIN", "ISL", "NOR", "SWE"),
    "scandinavian": ("DNK", "NOR", "SWE"),
    "visegrad": ("CZE", "HUN", "POL", "SVK"),
}
BODIES = word_set(
    "organization organisation agency group movement bloc alliance union front council commission"
    " party"
)
# These are bodies only with a capital: `the League expelled it`, but `a league of cities`.
CAPITAL_BODIES = word_set("league authority community pact conference coalition federation")
ACTORS_IN = word_set(
    "regime government authorities leadership junta opposition rebels militants insurgents"
    " protesters demonstrators"
)
ACTORS_FROM = word_set(
    "delegation delegations officials official troops people refugees fighters diplomats soldiers"
    " lawmakers forces students companies migrants representatives envoy journalists"
)
STATELIKE = word_set(
    "state place people organisation group government party ministry parliament military"
)
DEFINITE_OFFICES = phrase_set(
    "president|prime minister|foreign minister|defence minister|supreme leader|monarch|chancellor"
    "|head of state|crown prince|army|military|armed forces|navy|air force|police"
)
OWN = word_set(
    "country people government nation republic state army party homeland motherland foreign"
    " ministry leader airspace waters territory soil border borders frontier coast soldiers troops"
    " minister president ambassador embassy request sovereignty independence citizens nationals"
)
PAST = word_set("former ex late deposed ousted onetime erstwhile")
HONOURS = PAST | word_set(
    "respected great dear beloved esteemed honourable honorable marshal excellency eminence h.e"
    " his her then then- current new incumbent"
)
# With these a person's name means their state: `the Kim regime`.
PERSONAL = word_set("regime government administration cabinet clique dynasty")
# These are `he` or `they`, and never `it`.
HUMAN = word_set(
    "member man woman person child relative uncle aunt mother father brother sister son daughter"
    " wife husband friend boy girl victim survivor native inhabitant reader author"
)
LOCATIVE = word_set("in at near outside inside around throughout across")

NEUTRAL_SEATS = frozenset(
    {"geneva", "vienna", "brussels", "new york", "the hague", "hague", "strasbourg", "davos"}
)  # where states meet, and none of them is at home

COUNTRY = word_set("country nation homeland motherland fatherland republic kingdom land")
# Nouns for states of one shape or crown only, so that `the island` is never Bolivia.
SHAPES = {
    "island": word_set(
        "CUB CYP MLT TWN LKA ISL JAM MDG MUS BHR SGP BRB GRD TTO NRU HTI DOM PRI TLS GRL LCA VCT"
        " DMA ABW AIA BMU CUW CXR GGY GUM IMN JEY MSR NFK NIU SHN"
    ),
    "archipelago": word_set("PHL IDN BHS MDV FJI SYC COM CPV TON VUT SLB KIR TUV PLW FSM MHL STP"),
    "islands": word_set("ALA BMU CCK COK CYM FLK FRO MHL MNP PCN SLB TCA TKL VGB VIR WLF"),
    "territory": word_set(
        "AIA ALA ASM BMU CCK COK CXR CYM ESH FLK FRO GIB GRL GUF GUM HKG MAC MNP MSR NCL NFK NIU"
        " PCN PRI PYF SHN SPM TCA TKL VGB VIR WLF"
    ),
    "kingdom": word_set("SAU MAR JOR BHR THA KHM LSO SWZ BTN TON GBR ESP NLD BEL NOR SWE DNK"),
    "sultanate": word_set("OMN BRN"),
    "emirate": word_set("QAT KWT ARE AFG"),
    "principality": word_set("MCO LIE AND"),
    "city-state": word_set("SGP VAT MCO"),
    "federation": word_set("RUS YUG MYS CSK ARE KNA FSM"),
    "enclave": word_set("LSO SWZ GMB"),
}
# What a state was before it was one; only the state that the text is about is called so.
COLONIES = word_set("colony protectorate dominion sheikhdom")
# States that others belonged to: in a text about one of these, `the colony` is another.
RULERS = word_set("AUT BEL DEU DNK ESP FRA GBR ITA JPN NLD PRT RUS SUN TUR USA")
NEXT_DOOR = word_set("neighbouring neighboring")
NEIGHBOURS = word_set("neighbour neighbor neighbours neighbors")
# Of two states one is these to the other, but often a third is meant.
ALLIES = word_set("ally partner friend protector patron ward protégé")
OPPOSITES = word_set("opponent adversary foe rival enemy customer creditor debtor coloniser")
OF_TWO = NEIGHBOURS | ALLIES | OPPOSITES | word_set("colleague counterpart host guest visitor")
# What a state can be said to be: `it was a party to the war`, but not `it was an accident`.
STATE_ROLES = word_set(
    "ally backer belligerent beneficiary co-sponsor custodian defender democracy dictatorship donor"
    " enemy entity exporter foe founder friend guarantor haven host importer leader mediator member"
    " monarchy neighbor neighbour observer occupier opponent partner party patron player"
    " power protector provider recipient rival satellite side signatory sponsor successor"
    " supplier supporter target theocracy victim winner loser bystander aggressor broker"
)
DISPOSED = word_set(
    "able afraid alarmed angry anxious aware bankrupt bound capable careful certain committed"
    " concerned confident convinced critical dependent determined disappointed dismayed"
    " dissatisfied eager entitled free furious glad grateful guilty happy hesitant hopeful hostile"
    " incapable independent innocent interested isolated keen loyal mindful neutral obliged open"
    " opposed outraged pleased prepared proud ready reluctant responsible right satisfied silent"
    " sorry strong subject suspicious sympathetic unable unafraid unaware uneasy unhappy unwilling"
    " upset wary weak willing worried wrong sceptical skeptical party"
)
# After these verbs `it` is named something: `called it a crime`.
NAMING = word_set("call term label brand describe consider deem dub regard denounce hail portray")
# Verbs with which `it` can mean a state; with others a thing or an event is as likely.
DONE_TO_STATES = word_set(
    "accuse admonish advise aid ally alienate appease arm ask assist assure attack back bar beat"
    " blame blockade bomb bombard boycott break bully censure challenge charge coerce compel"
    " condemn confront congratulate conquer contain convince cooperate criticise criticize defeat"
    " defend destabilise destabilize deter embarrass embolden encourage equip export exclude expel"
    " fight finance fire flee force free fund give grant hand help host hurt inform insult invade"
    " invite isolate join lecture lend liberate mock name negotiate notify occupy oppose oust owe"
    " pay persuade praise press pressure prevent promise protect provide provoke punish push"
    " reassure rebuff rebuke recognise recognize remind reprimand request ridicule rival rule"
    " sanction sell send share shield shun side spy strengthen strike sue supply support surround"
    " suspect suspend sympathise teach tell thank threaten topple trade train trust urge visit warn"
    " weaken withdraw wreck rescue betray abandon desert obey fear hate outlaw disarm dissolve"
    " bankroll reward impose levy place put"
)
DONE_TO_THINGS = word_set(
    "adopt bias build cancel carry conclude deny draft flaw fulfil fulfill hold implement lift"
    " postpone publish ratify restore resume schedule sign write"
)
# Bodies of nobody's state: `a Washington think tank`, `the London law firm` name only where.
PRIVATE = word_set(
    "institute ngo charity foundation firm company bank lobby consultancy watchdog monitor"
    " publisher bookshop hotel restaurant cafe"
    " museum club studio office bureau branch suburb district apartment flat home house street"
    " hospital gallery auction exchange conference workshop seminar exhibition trial hearing lawyer"
    " correspondent reporter columnist analyst scholar academic historian economist professor"
    " shopkeeper group organisation organization centre center network"
)
SITED = word_set("based born educated headquartered bred listed")  # `London-based`
# A seat before one of these, with capitals, is the name of no actor: `Tashkent Declaration`.
SIGNED_THERE = word_set(
    "accord accords act agreement agreements charter club communique consensus conference"
    " convention declaration format formula group memorandum pact plan principles process protocol"
    " protocols statement treaty"
)
