import pytest

from dragoman.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two ministers met in the capital and agreed to go on with the talks.", "en"),
        ("Die beiden Minister trafen sich in der Hauptstadt und wollen weiter reden.", "de"),
        ("Les deux ministres se sont rencontrés dans la capitale et vont continuer.", "fr"),
        ("Los dos ministros se reunieron en la capital y acordaron seguir hablando.", "es"),
        ("Оба министра встретились в столице и договорились продолжать переговоры.", "ru"),
        (
            "两国外长在首都举行会谈，同意继续对话，并就共同关心的问题交换意见，双方还签署了合作协议。",
            "zh",
        ),
    ],
)
def test_the_language_is_found(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "1966", "Cuba, USA: talks"])
def test_too_little_to_tell_is_none(text: str) -> None:
    assert language_of(text) is None


def test_a_headline_style_english_text_is_not_taken_for_another() -> None:
    text = "Iran, Saudi Arabia resume ties; foreign ministers meet in Beijing, embassies to reopen"
    assert language_of(text) in {"en", None}


@pytest.mark.parametrize(
    "text",
    [
        "Why did Burkina Faso expel French diplomats last April?",
        "Did Maduro, Ortega and Lula ever meet in Brasilia?",
        "Has Israel struck Damascus airport twice?",
        "Kim Il Sung receives Yasser Arafat, presents medal",
        "Zimbabwe: Mnangagwa visits Minsk, buys tractors",
    ],
)
def test_a_short_question_or_headline_full_of_names_is_read(text: str) -> None:
    assert language_of(text) in {"en", None}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Иран осудил удар Израиля по Дамаску", "ru"),
        ("Macron reçoit Tebboune à Paris pour relancer les relations bilatérales", "fr"),
        ("De minister is in Moskou en hij was er op maandag voor een gesprek", "nl"),
    ],
)
def test_a_brief_text_that_is_surely_foreign_is_found_so(text: str, language: str) -> None:
    assert language_of(text) == language
