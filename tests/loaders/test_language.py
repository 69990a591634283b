"""The language of a text: English by its function words, any other by the model."""

from __future__ import annotations

import sys

import pytest

from hearsay_to_sqlite.clean.language import detect

TEXTS = {
    "en": "The minister said that the talks with the union would go on, and that they were not yet lost. She is to "
    "meet the drivers who stopped work on Monday, and she hopes to find out from their speakers which of the offers "
    "they would take.",
    "da": "Her er to ting, som byen ikke ved: for det er ikke her, at de to skal tale. De to mand har sagt, at de "
    "vil have mere for deres arbejde, og at der er brug for to nye skoler i to af de store byer, for her er der for "
    "mange elever i hver klasse.",
    "nl": "De minister is van mening dat het overleg met de bond nog niet is mislukt. Zij is bereid om met de "
    "chauffeurs te praten, maar zegt dat er op maandag een besluit moet zijn. Wie niet werkt, is volgens haar niet "
    "verzekerd van een plaats in het nieuwe rooster.",
    "de": "Die Ministerin war der Meinung, dass die Gespräche mit der Gewerkschaft noch nicht gescheitert sind. Sie "
    "will die Fahrer treffen, die am Montag die Arbeit niedergelegt haben, und von ihnen hören, welches Angebot sie "
    "annehmen würden.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=list(TEXTS))
def test_a_text_is_in_its_language(code: str, text: str) -> None:
    assert detect(text) == code


def test_english_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect(TEXTS["en"]) == "en"
    with pytest.raises(ImportError):
        detect(TEXTS["da"])
