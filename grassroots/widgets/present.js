// The keys of a presentation, a clicker's among them, and the scale of what is drawn in pixels.
// A key names the slide that it leads to, so that quick ones are not lost while the page runs.

const NEXT = ["ArrowRight", "PageDown", " ", "Enter"], BEFORE = ["ArrowLeft", "PageUp", "Backspace"]
const LINES = 617          // a window this high shows charts at their own size: 28 pixels of text at 1080
const WRITING = "input, textarea, select, [contenteditable], [role=dialog], [role=dialog] *"

let held = null

function scale() {
  document.documentElement.style.setProperty("--scale", (window.innerHeight / LINES).toFixed(4))
}

function goTo(slide) {
  if (slide > held.of || slide < 0 || slide === held.at) { return }
  held.at = slide
  held.send(slide)
}

function pressed(event) {
  if (!held || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(WRITING)) { return }
  if (event.key === "b" || event.key === ".") {
    document.documentElement.toggleAttribute("data-dark-screen")  // the clicker's button for a dark screen
  } else if (event.key === "Escape") {
    if (held.focused) { held.act("unfocus") } else { goTo(0) }
  } else if (event.key === "f" || event.key === "k") {
    held.act(event.key === "f" ? "focus" : "conclude")
  } else if (NEXT.includes(event.key)) {
    goTo(held.at + 1)
  } else if (BEFORE.includes(event.key)) {
    if (held.at > 1) { goTo(held.at - 1) }
  } else if (event.key === "Home") {
    goTo(1)
  } else if (event.key === "End") {
    goTo(held.of)
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const pane = [...document.querySelectorAll(".st-key-slides .g-scroll")].find((one) => one.checkVisibility())
    if (!pane) { return }
    pane.scrollBy({ top: pane.clientHeight * (event.key === "ArrowDown" ? 0.9 : -0.9) })
  } else {
    return
  }
  event.preventDefault()
  event.stopPropagation()
}

export default function (component) {
  const { data, setTriggerValue } = component
  const first = held === null
  held = {
    ...data,
    send: (slide) => setTriggerValue("to", slide),
    act: (asked) => setTriggerValue("act", asked),
  }
  scale()
  if (first) {
    document.addEventListener("keydown", pressed, true)
    window.addEventListener("resize", scale)
  }
  return () => {
    held = null
    document.removeEventListener("keydown", pressed, true)
    window.removeEventListener("resize", scale)
    document.documentElement.removeAttribute("data-dark-screen")
  }
}
