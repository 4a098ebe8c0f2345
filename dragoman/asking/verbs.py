"""English verbs in the tenses that a question hides: "did sever" is "severed"."""

from __future__ import annotations

_VOWELS = "aeiou"
_PAST = {
    "be": "was", "become": "became", "begin": "began", "break": "broke", "bring": "brought",
    "build": "built", "buy": "bought", "come": "came", "cut": "cut", "do": "did", "draw": "drew",
    "fight": "fought", "find": "found", "fly": "flew", "forget": "forgot", "get": "got",
    "give": "gave", "go": "went", "have": "had", "hear": "heard", "hit": "hit", "hold": "held",
    "keep": "kept", "lead": "led", "leave": "left", "let": "let", "lose": "lost", "make": "made",
    "meet": "met", "overthrow": "overthrew", "pay": "paid", "put": "put", "say": "said",
    "see": "saw", "seek": "sought", "sell": "sold", "send": "sent", "set": "set",
    "shoot": "shot", "speak": "spoke", "spend": "spent", "stand": "stood", "steal": "stole",
    "strike": "struck", "take": "took", "tell": "told", "think": "thought", "throw": "threw",
    "uphold": "upheld", "win": "won", "withdraw": "withdrew", "write": "wrote",
}  # fmt: skip
_DOUBLED = {"ban", "bar", "commit", "drop", "expel", "plan", "refer", "rebel", "ship", "stop"}


def past(verb: str) -> str:
    """The simple past: `recognise` gives `recognised`, `send` gives `sent`."""
    if verb.lower() in _PAST:
        return _PAST[verb.lower()]
    if verb.lower() in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def third_person(verb: str) -> str:
    """The present of one who does it: `supply` gives `supplies`."""
    if verb.lower() in {"have", "be"}:
        return {"have": "has", "be": "is"}[verb.lower()]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
