"""What can be wrong with the store while it is written to, as one sentence instead of a broken page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from filelock import Timeout

from grassroots import store
from grassroots.agenda import AgendaFault
from grassroots.conclusions import ConclusionFault
from grassroots.text import Language, t


@contextmanager
def said(language: Language) -> Iterator[None]:
    """Keeps a fault of the store as a sentence, for :func:`show_faults`."""
    try:
        yield
    except Exception as error:
        sentence = sentence_of_fault(error, language)
        if sentence is None:
            raise
        keep_fault(sentence)


def keep_fault(sentence: str) -> None:
    """Has a sentence shown where the page has room for faults."""
    st.session_state["fault"] = sentence


def show_faults() -> None:
    """The sentence that :func:`said` kept, if there is one."""
    sentence = st.session_state.pop("fault", None)
    if sentence:
        st.error(sentence)


def sentence_of_fault(error: Exception, language: Language) -> str | None:
    """What to tell the reader; None for an error that nobody foresaw."""
    if isinstance(error, store.DecisionRefused):
        return t(f"load.decision.{error.code}", language, **error.details)
    if isinstance(error, AgendaFault):
        return t(f"agenda.fault.{error.code}", language, found=error.found)
    if isinstance(error, ConclusionFault):
        return t(f"agenda.conclusion.fault.{error.code}", language, found=error.found)
    if isinstance(error, Timeout):
        return t("load.store.busy", language)
    if isinstance(error, store.StoreDamaged):
        return t("load.store.damaged", language, error=error)
    if isinstance(error, store.SchemaEdited):
        return t("load.store.schema_edited", language, file=error)
    if isinstance(error, store.JournalShorter):
        return t("load.store.journal_shorter", language, file=error)
    if isinstance(error, store.JournalDamaged):
        return t("load.store.journal_damaged", language, file=error.path, line=error.line)
    if isinstance(error, OSError):
        return t("load.store.not_writable", language, error=error)
    return None
