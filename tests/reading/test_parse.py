import pytest

from dragoman.errors import StageError
from dragoman.reading.parse import Parser
from tests.reading.test_segment import document


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def test_tokens_stand_where_they_say(parser: Parser) -> None:
    text = "“We condemn it,” the minister’s\nspokesman said.  Cuba’s envoy left\xa0early."
    sentences = parser.parse(document(text))
    assert len(sentences) == 2
    for sentence in sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert sentence.start <= token.start < token.end <= sentence.end


def test_syntax_and_lemmas_are_there(parser: Parser) -> None:
    (sentence,) = parser.parse(document("Cuba has recognized the new states."))
    by_word = {token.text: token for token in sentence.tokens}
    verb = by_word["recognized"]
    assert (verb.lemma, verb.pos, verb.dep) == ("recognize", "VERB", "ROOT")
    assert sentence.tokens[by_word["Cuba"].head] is verb
    assert (by_word["Cuba"].dep, by_word["states"].dep) == ("nsubj", "dobj")
    assert (by_word["has"].pos, by_word["states"].lemma) == ("AUX", "state")


def test_a_sentence_is_parsed_alike_whatever_stands_beside_it(parser: Parser) -> None:
    alone = parser.parse(document("Iran denounced the strike."))[0]
    among = parser.parse(document("Iran denounced the strike.\n\nCuba left. They met again."))[0]
    assert alone.tokens == among.tokens


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Chad re-opened its embassy.", "re-opened", "re-open"),
        ("The two states co-operated.", "co-operated", "co-operate"),
    ],
)
def test_a_verb_with_a_prefix_is_one_word(parser: Parser, text: str, word: str, lemma: str) -> None:
    (sentence,) = parser.parse(document(text))
    (token,) = (token for token in sentence.tokens if token.text == word)
    assert (token.lemma, token.pos, token.dep) == (lemma, "VERB", "ROOT")


def test_a_name_right_after_its_verb_is_the_object(parser: Parser) -> None:
    (sentence,) = parser.parse(document("10 May – Rebel fighters attack Kisumu."))
    assert [t.text for t in sentence.tokens if t.dep == "dobj"] == ["Kisumu"]


def test_each_sentence_has_one_root(parser: Parser) -> None:
    text = "He came; he saw; he left. The envoy – a former general – resigned\n\nNo verb here"
    for sentence in parser.parse(document(text)):
        roots = [i for i, token in enumerate(sentence.tokens) if token.head == i]
        assert len(roots) == 1


def test_a_missing_model_is_named() -> None:
    with pytest.raises(StageError, match="no_such_model"):
        Parser("no_such_model").parse(document("A word."))
