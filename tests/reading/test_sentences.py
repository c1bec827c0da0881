"""The grammar on sentences written for it, with the figures a careful person takes from them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml
from reading.scoring import Score, expected_of, score

from grassroots.reading import read_file
from grassroots.reading.model import Reading
from grassroots.settings import REFERENCE

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text(encoding="utf-8"))
KNOWN = {row["code"] for row in csv.DictReader((REFERENCE / "indicators.csv").open(encoding="utf-8"))}


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Reading]]:
    """Each text read once: the figures taken by hand, and the reading."""
    file = tmp_path_factory.mktemp("texts") / "report.txt"
    read = []
    for entry in SENTENCES:
        file.write_text(f"{entry.get('title', '')}\n\n{entry['text']}".strip(), encoding="utf-8")
        read.append((entry["figures"], read_file(file)))
    return read


def test_sentences_name_indicators_of_the_catalogue() -> None:
    named = {code for entry in SENTENCES for row in expected_of(entry["figures"]) for code in row.codes}
    assert named <= KNOWN
    assert len(named) >= 100


def test_sentences_as_a_whole(readings: list[tuple[str, Reading]]) -> None:
    whole = Score()
    for figures, reading in readings:
        score(expected_of(figures), reading.figures, whole)
    assert whole.wanted >= 250
    assert whole.strict_precision >= 0.97, whole.problems
    assert whole.strict_recall >= 0.97, whole.problems


@pytest.mark.parametrize("text", [entry["text"] for entry in SENTENCES if not entry["figures"]])
def test_numbers_that_are_no_figures(text: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    assert read_file(tmp_path / "report.txt").figures == ()


def test_quotes_stand_verbatim_in_their_passage(readings: list[tuple[str, Reading]]) -> None:
    for _, reading in readings:
        for figure in reading.figures:
            passage = reading.passages[(figure.place.passage or 0) - 1]
            assert passage.text[figure.place.start : figure.place.end] == figure.quote
            assert figure.token in passage.text
            assert len(figure.quote) <= 600
            assert 0.0 < figure.confidence <= 1.0
