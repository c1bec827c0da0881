"""The grammar on sentences written for it, with the figures a careful person takes from them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml
from reading.scoring import Score, expected_of, score

from grassroots.reading import read_file
from grassroots.settings import REFERENCE

SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text(encoding="utf-8"))
KNOWN = {row["code"] for row in csv.DictReader((REFERENCE / "indicators.csv").open(encoding="utf-8"))}


def _score_of(entry: dict[str, str], folder: Path) -> Score:
    file = folder / "report.txt"
    file.write_text(f"{entry.get('title', '')}\n\n{entry['text']}".strip(), encoding="utf-8")
    found = Score()
    score(expected_of(entry["figures"]), read_file(file).figures, found)
    return found


def test_sentences_name_indicators_of_the_catalogue() -> None:
    named = {code for entry in SENTENCES for row in expected_of(entry["figures"]) for code in row.codes}
    assert named <= KNOWN
    assert len(named) >= 100


def test_sentences_as_a_whole(tmp_path: Path) -> None:
    whole = Score()
    for entry in SENTENCES:
        one = _score_of(entry, tmp_path)
        for name in ("right", "strict", "false", "wanted"):
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
        whole.problems += one.problems
    assert whole.wanted >= 250
    assert whole.strict_precision >= 0.97, whole.problems
    assert whole.strict_recall >= 0.97, whole.problems


@pytest.mark.parametrize("text", [entry["text"] for entry in SENTENCES if not entry["figures"]])
def test_numbers_that_are_no_figures(text: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    assert read_file(tmp_path / "report.txt").figures == ()


def test_quotes_stand_verbatim_in_their_passage(tmp_path: Path) -> None:
    for entry in SENTENCES:
        (tmp_path / "report.txt").write_text(entry["text"], encoding="utf-8")
        reading = read_file(tmp_path / "report.txt")
        for figure in reading.figures:
            passage = reading.passages[(figure.place.passage or 0) - 1]
            assert passage.text[figure.place.start : figure.place.end] == figure.quote
            assert figure.token in passage.text
            assert len(figure.quote) <= 600
            assert 0.0 < figure.confidence <= 1.0
