"""The store: reports as received, what was read from them, and what people decided. Opens DuckDB for all.

One folder: ``writer.duckdb`` (opened under a lock, briefly), ``published/`` (read-only copies that readers
use), ``originals/`` (the files by sha256) and ``journal.jsonl`` (what happened, in order).
"""

from grassroots.store.acting import Decided, DecisionRefused, history
from grassroots.store.adding import add_figure, withdraw
from grassroots.store.agendas import SavedAgenda, agenda, agendas, change_agenda, drop_agenda, save_agenda
from grassroots.store.carrying import Carried
from grassroots.store.concluding import close_conclusion, conclude, conclusions
from grassroots.store.deciding import confirm, confirm_all, decide, set_scope
from grassroots.store.deciding_rows import decide_row
from grassroots.store.journal import JournalDamaged
from grassroots.store.keeping import Kept, KeptUnusable, keep, kept, kept_reader
from grassroots.store.later import finish_publishing
from grassroots.store.loading import load_files, load_uploads
from grassroots.store.loading_population import PopulationLoaded, load_population
from grassroots.store.outcome import ChangedFigure, FileResult, LoadSummary, Problem
from grassroots.store.reader import Reader
from grassroots.store.rebuilding import RebuildSummary, rebuild
from grassroots.store.replaying import JournalShorter
from grassroots.store.scenarios import LookedAt, SavedFigure, drop_scenario, save_scenario
from grassroots.store.schema import SchemaEdited, Statement, statements
from grassroots.store.settling import Settling, settle_issue
from grassroots.store.sources import ENDINGS, Named
from grassroots.store.state import Status, empty_sample, original, original_path, reports, status, version
from grassroots.store.stating import set_particular
from grassroots.store.supposing import Supposed, Supposition
from grassroots.store.writing import StoreDamaged, memory

__all__ = [
    "ENDINGS",
    "Carried",
    "ChangedFigure",
    "Decided",
    "DecisionRefused",
    "FileResult",
    "JournalDamaged",
    "JournalShorter",
    "Kept",
    "KeptUnusable",
    "LoadSummary",
    "LookedAt",
    "Named",
    "PopulationLoaded",
    "Problem",
    "Reader",
    "RebuildSummary",
    "SavedAgenda",
    "SavedFigure",
    "SchemaEdited",
    "Settling",
    "Statement",
    "Status",
    "StoreDamaged",
    "Supposed",
    "Supposition",
    "add_figure",
    "agenda",
    "agendas",
    "change_agenda",
    "close_conclusion",
    "conclude",
    "conclusions",
    "confirm",
    "confirm_all",
    "decide",
    "decide_row",
    "drop_agenda",
    "drop_scenario",
    "empty_sample",
    "finish_publishing",
    "history",
    "keep",
    "kept",
    "kept_reader",
    "load_files",
    "load_population",
    "load_uploads",
    "memory",
    "original",
    "original_path",
    "rebuild",
    "reports",
    "save_agenda",
    "save_scenario",
    "set_particular",
    "set_scope",
    "settle_issue",
    "statements",
    "status",
    "version",
    "withdraw",
]
