"""HTML whose parts open something: one element of the page however many numbers it holds."""

from __future__ import annotations

import re

import streamlit as st
from streamlit.components.v2 import component

from grassroots.widgets.actions import take
from grassroots.widgets.present import note_slide, page_told, presenting
from grassroots.widgets.render import render
from grassroots.widgets.view import view

# The body comes from render(): everything in it that a report or a reader wrote is escaped there.
_JS = """
// How wide the page is on the screen: charts keep that width on paper (print.css scales them).
const tell = () => {
  if (!matchMedia("print").matches) {
    document.documentElement.style.setProperty("--wide", window.innerWidth)
  }
}
tell()
window.addEventListener("resize", tell)

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".g-root")
  if (root.shown !== data.body) {
    root.innerHTML = data.body
    root.shown = data.body
    const here = root.querySelector("[data-here]")
    const pane = here && here.closest(".g-scroll")
    if (pane) { pane.scrollTop = Math.max(0, here.offsetTop - pane.clientHeight / 3) }
  }
  root.onclick = (event) => {
    const cited = event.target.closest("[data-copy]")
    if (cited) {
      navigator.clipboard.writeText(cited.dataset.copy)
      cited.textContent = cited.dataset.copied
      return
    }
    const asked = event.target.closest("[data-open]")
    if (asked) { setTriggerValue("open", asked.dataset.open) }
  }
  // A number inside a quote is a span, so that it breaks over lines; a button would not.
  root.onkeydown = (event) => {
    if (event.key === "Enter" && event.target.matches("span[data-open]")) { event.target.click() }
  }
}
"""

_mount = component("grassroots_clickable", html='<div class="g-root"></div>', js=_JS, isolate_styles=False)


_TAG = "data-sample"
_PANELS = ("panel_body", "source_detail")
_NUMBER = re.compile(r'data-open="((?:source|figure):[^"]+)"')


def clickable(body: str, key: str) -> None:
    """Shows HTML; a click on an element with ``data-open`` is taken as that action (see ``actions``)."""
    if key not in _PANELS:
        numbers_on_page().extend(_NUMBER.findall(body))
    if note_slide(body):
        body = _with_pin(body)
    note_illustrative(body)
    _mount(data={"body": body}, key=key, on_open_change=lambda: take(st.session_state[key].open))


def _with_pin(body: str) -> str:
    """A block's title with what can be done with the block: pinning it, and seeing it alone."""
    at = page_told().at
    if at is None or at.empty or presenting():
        return body
    head, end, rest = body.partition("</h2>")
    return head + end + render("block_do", view().language, block=at.name, title=at.title) + rest


def numbers_on_page() -> list[str]:
    """The actions of the numbers drawn so far in this run, in their order: what ← and → walk through."""
    found: list[str] = st.session_state.setdefault("numbers_on_page", [])
    return found


def forget_page() -> None:
    """At the start of a run: no number is drawn yet, and none that is illustrative."""
    st.session_state["numbers_on_page"] = []
    st.session_state["illustrative_on_page"] = False


def note_illustrative(body: str) -> None:
    """Takes note when HTML about to be shown has the tag of an illustrative figure (``parts.html``)."""
    if _TAG in body:
        st.session_state["illustrative_on_page"] = True


def illustrative_on_page() -> bool:
    """Whether an illustrative figure was drawn in this run."""
    return bool(st.session_state.get("illustrative_on_page"))
