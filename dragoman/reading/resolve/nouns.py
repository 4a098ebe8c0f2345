"""Common nouns that leave unsaid whose they are, by how a reader fills in the state."""

from __future__ import annotations

from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.lexicon import DEFINITE_OFFICES, phrase_set, word_set

_BODY_KINDS = frozenset({"ministry", "parliament", "government"})
_SURE = phrase_set("ambassador|clique|junta|leader|ruling party|crown prince")
_NEVER = phrase_set(
    "mission|ministry|administration|state|assembly|court|courts|intelligence|tribunal|puppet"
    "|puppets|aggressor|aggressors|warmonger|warmongers|imperialist|imperialists|occupier|occupiers|reactionary"
    "|reactionaries|negotiating team|negotiating teams|delegation|delegations|high court"
    "|supreme court|constitutional court|election commission|central bank|trade delegation"
    "|security service|security agency|spy service|legation|interests section|trade mission"
    "|military mission|naval mission|diplomatic mission|trade office|liaison office|foreign service"
    "|military council|port authority|customs service"
)
# Those who live and work where the text is set.
_AT_HOME = phrase_set(
    "ministry|minister|ministers|court|courts|high court|supreme court|constitutional court"
    "|tribunal|judge|judges|prosecutor|prosecutors|attorney general|lawmaker|lawmakers|legislator"
    "|legislators|parliamentarian|parliamentarians|mp|mps|senators|members of parliament|official"
    "|officials|government official|government officials|security official|security officials"
    "|intelligence official|intelligence officials|military official|military officials|spokesman"
    "|spokesmen|spokeswoman|spokesperson|government spokesman|military spokesman|army spokesman"
    "|police spokesman|police officer|police officers|policeman|policemen|customs|customs officers"
    "|border guard|border guards|coast guard|coastguard|troops|soldier|soldiers|forces"
    "|security forces|serviceman|servicemen|paratroopers|marines|sailors|national guard|officer"
    "|officers|commander|commanders|army commander|army chief|chief of staff|military chief"
    "|opposition|opposition leader|opposition leaders|opposition party|opposition parties|king"
    "|queen|emperor|sultan|emir|central bank|election commission|air defences|air defenses"
    "|senior official|senior officials|defence ministry official|defence ministry officials"
    "|defense official|defense officials|foreign ministry official|foreign ministry officials"
    "|general|generals|state secretary|permanent secretary|colonels|admirals|brigadiers|majors"
    "|commandos|infantry|paratroops|cadets|army cadets|conscripts|reservists|guardsmen"
    "|special forces|special units|riot police|border police|secret police"
    "|magistrate|magistrates|public prosecutor|public prosecutors|investigators|junior officers"
    "|councillors|civil servants|presidential guard|republican guard|electoral commission"
    "|military court|appeals court|court of appeal|constitutional tribunal|supreme tribunal"
    "|national security council|council of ministers|lower house|upper house"
    "|immigration officials|coast guards|coastguards"
)
_PEOPLE = phrase_set(
    "protester|protesters|demonstrator|demonstrators|student|students|resident|residents|villager"
    "|villagers|fisherman|fishermen|farmer|farmers|worker|workers|teacher|teachers|civilians"
    "|journalists|activists|protestor|protestors|crowd|crowds|mob|mobs|throng|throngs|inhabitants"
    "|townspeople|townsfolk|fisherfolk|fishers|trawlermen|locals|citizens|voters|families|youths"
    "|schoolchildren|pupils|strikers|rioters|marchers|looters|onlookers|bystanders|mourners"
    "|supporters|sympathisers|sympathizers|campaigners|pickets|worshippers|churchgoers|miners"
    "|dockers|dock workers|railwaymen|truckers|taxi drivers|bus drivers|vendors|street vendors"
    "|shopkeepers|traders|peasants|labourers|laborers|nurses|doctors|civil servants|war veterans"
    "|ex-servicemen|elders|housewives|trade unionists|farm workers|factory workers"
)
# Those who are sent to another state: whose they are is not whose ground they stand on.
_SENT = phrase_set(
    "ambassador|ambassadors|envoy|envoys|special envoy|high commissioner|diplomat|diplomats|embassy"
    "|high commission|consulate|consul|consul general|chargé d'affaires|charge d'affaires|chargé"
    "|embassy staff|delegation|delegations|negotiator|negotiators|chief negotiator|guest|guests"
    "|visitor|visitors|delegates|trade delegation|negotiating team|special representative"
    "|legation|interests section|trade mission|military mission|naval mission|diplomatic mission"
    "|trade office|liaison office|mission|military attaché|naval attaché|defence attaché|attaché"
)
_FAMILIES = (
    phrase_set(
        "ambassador|envoy|special envoy|high commissioner|diplomat|embassy|high commission"
        "|consulate|consul|consul general|chargé d'affaires|charge d'affaires|chargé|embassy staff"
        "|special representative|legation|mission|diplomatic mission|interests section"
    ),
    phrase_set(
        "delegation|guest|visitor|delegate|trade delegation|negotiating team|negotiator"
        "|chief negotiator"
    ),
    phrase_set("army|military|armed forces|troops|soldier|soldiers|forces|security forces"),
    phrase_set("government|cabinet|regime|authorities|leadership|junta"),
    phrase_set("parliament|national assembly|legislature|lawmaker|mp|legislator|parliamentarian"),
    phrase_set("police|police force|police officer|policeman|policemen"),
    phrase_set("coast guard|coastguard"),
    phrase_set(
        "spokesman|spokeswoman|spokesperson|government spokesman|government spokeswoman"
        "|foreign ministry spokesman|foreign ministry spokeswoman|army spokesman"
        "|military spokesman|police spokesman"
    ),
    phrase_set("king|queen|emperor|sultan|emir|monarch|shah"),
    phrase_set("court|judge|tribunal|supreme court|high court|bench"),
    phrase_set(
        "fisherman|fishermen|crew|crew member|sailors|seaman|seamen|skipper|captain|deckhand"
    ),
    phrase_set(
        "ship|vessel|boat|trawler|tanker|oil tanker|freighter|cargo ship|container ship"
        "|fishing boat|merchant ship|fishing vessel|ferry|yacht|dhow|warship|frigate|destroyer"
        "|corvette|gunboat"
        "|patrol boat|patrol vessel|naval vessel|submarine|cruiser|coast guard vessel|speedboat"
        "|coast guard ship|coast guard cutter|coast guard boat|passenger ship|research vessel"
        "|research ship|steamer|merchantman|missile boat|minesweeper|aircraft carrier"
    ),
    phrase_set(
        "aircraft|plane|jet|fighter jet|warplane|fighter plane|military plane|military aircraft"
        "|spy plane|reconnaissance plane|bomber|airliner|passenger plane|helicopter"
    ),
    phrase_set("pilot|airman|flier|aviator|flyer"),
    phrase_set("general|major general|lieutenant general|brigadier general"),
    phrase_set("colonel|lieutenant colonel"),
    phrase_set("admiral|rear admiral|vice admiral"),
    phrase_set("protester|demonstrator"),
)
# Of these the noun alone tells nothing: they are of those of whom the text has just told.
_CREWS = phrase_set(
    "crew|crew member|skipper|captain|deckhand|seaman|sailor|pilot|airman|passenger"
)
_PERSONS = phrase_set(
    "man|woman|pair|trio|quartet|captive|survivor|detainee|prisoner|hostage|castaway|stowaway"
)
_RANKS = phrase_set(
    "commodore|admiral|rear admiral|vice admiral|marshal|field marshal|air marshal|brigadier"
    "|lieutenant|sergeant|corporal|major general|lieutenant general|brigadier general|colonel"
    "|lieutenant colonel|wing commander|squadron leader|group captain|flight lieutenant"
    "|archbishop|cardinal|patriarch|sheikh|prince|princess|pope"
)
_TOLD_OF = frozenset({"people", "person", "military", "group", "organisation", "media"})
_GENERIC = frozenset({"ministry", "minister", "official", "officer", "spokesman", "spokeswoman"})
_FAMILY = {noun: number for number, family in enumerate(_FAMILIES) for noun in family}
_CRAFT_FAMILIES = (_FAMILY["ship"], _FAMILY["plane"])
MOUTHPIECES = phrase_set(
    "spokesman|spokesmen|spokeswoman|spokesperson|government spokesman|government spokeswoman"
)
HATED = phrase_set("regime|regimes|junta|clique|dynasty")  # nobody's word for their own state
GUESTS = phrase_set("guest|guests|visitor|visitors|delegation|delegates")
# These move abroad, and so tell nothing of where a text stands.
CRAFT = phrase_set(
    "aircraft|plane|planes|jet|jets|fighter jet|fighter jets|warplane|warplanes|ship|ships|vessel"
    "|vessels|warship|warships|submarine|submarines|drone|drones|helicopter|helicopters|bomber"
    "|bombers|gunboat|gunboats|tank|tanks|fleet|patrol|patrols|crew|crews"
)
OPPONENTS = phrase_set("enemy|aggressor|aggressors|occupier|occupiers|invader|invaders")
_POLICING = phrase_set("police|court|judge|prosecutor|customs|customs officers|police officer")
SAY = word_set(
    "say tell announce declare add promise deny insist state stress note confirm explain warn vow"
    " reply claim acknowledge recall report pledge reaffirm"
)
COMPLAIN = word_set("accuse complain allege protest charge condemn denounce")
# What one does with those of another state, so that one of the two tells of the other.
BILATERAL = word_set(
    "telephone phone meet visit host receive greet welcome invite thank congratulate embrace call"
    " write cable condole"
)
TELL = word_set("tell inform assure brief address")
SUMMON = word_set(
    "summon convoke expel receive evict deport storm raid surround besiege attack rebuke close shut"
    " order tell accuse"
)
HAND = word_set("hand deliver give present read complain")
SEND = word_set(
    "send dispatch despatch deploy order move rush station post mass mobilise mobilize airlift"
    " contribute pledge commit"
)
RECALL = word_set("recall withdraw send appoint name dispatch evacuate")
# Done by one side to the other, so that a victim's nationality tells whose the doer is not.
HOSTILE = word_set(
    "shoot fire shell bomb bombard attack kill wound seize capture confiscate arrest detain board"
    " expel deport beat raid sink ram abduct kidnap intercept ambush hold invade burn ransack storm"
)


def is_sure(agent: Agent) -> bool:
    """Whether the noun with an article, as `the parliament`, tells enough anywhere."""
    if agent.phrase in _NEVER or (agent.many and agent.phrase != "authorities"):
        return False
    known = agent.kind in _BODY_KINDS or agent.office in DEFINITE_OFFICES or agent.phrase in _SURE
    return known or "ministry" in agent.phrase


def is_at_home(agent: Agent) -> bool:
    """Whether the noun means a body or an office of the state where the text is set."""
    return not is_sent(agent) and (
        agent.phrase in _AT_HOME
        or "ministry" in agent.phrase
        or (agent.office not in (None, "leader") and agent.kind == "person" and not agent.many)
        or is_sure(agent)
    )


def is_sent(agent: Agent) -> bool:
    """Whether the noun means those whom a state sends abroad."""
    return agent.phrase in _SENT


def are_people(agent: Agent) -> bool:
    """Whether the noun means inhabitants, who act for no state."""
    return agent.phrase in _PEOPLE or agent.kind == "people"


def is_local(agent: Agent) -> bool:
    """Whether it acts where it is at home: police, courts, customs, inhabitants."""
    return one_of(agent.phrase) in _POLICING or are_people(agent)


def is_open(agent: Agent) -> bool:
    """Whether the noun alone can mean those of the state at hand, at all."""
    known = agent.phrase in _PEOPLE | OPPONENTS or is_taken_up(agent)
    return known or is_sure(agent) or is_sent(agent) or is_at_home(agent)


def is_taken_up(agent: Agent) -> bool:
    """Whether the noun takes up those spoken of before, and else tells of nobody."""
    noun = one_of(agent.phrase)
    if noun in _CREWS | _PERSONS or agent.phrase in _RANKS or is_craft(noun):
        return True
    known = agent.phrase in _PEOPLE | OPPONENTS | _NEVER or is_sent(agent) or is_at_home(agent)
    return not known and agent.kind in _TOLD_OF


def is_craft(noun: str) -> bool:
    """Whether it is a ship or a plane."""
    return _FAMILY.get(one_of(noun)) in _CRAFT_FAMILIES


def has_crew(agent: Agent) -> bool:
    """Whether the noun means those aboard a ship or a plane."""
    return one_of(agent.phrase) in _CREWS


def are_persons(noun: str) -> bool:
    """Whether the noun means people of whom no more is said: `the men`."""
    return one_of(noun) in _PERSONS


def one_of(phrase: str) -> str:
    """The phrase for one of them: `officers` to `officer`."""
    if phrase in ("troops", "forces", "armed forces", "security forces", "customs"):
        return phrase
    if phrase.endswith("men"):
        return phrase.removesuffix("men") + "man"
    return phrase.removesuffix("s") if not phrase.endswith("ss") else phrase


def are_akin(noun: str, other: str) -> bool:
    """Whether two nouns may mean the same body: `the envoy` an ambassador, `the ministry` any."""
    one, two = one_of(noun), one_of(other)
    families = {_FAMILY.get(noun, _FAMILY.get(one)), _FAMILY.get(other, _FAMILY.get(two))}
    if one == two or (len(families) == 1 and None not in families):
        return True
    if one in _GENERIC and two != "prime minister":
        return one in two.split()
    return False
