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
