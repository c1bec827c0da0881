// The reviewer's desk. Going from figure to figure happens here; what is decided goes to the server as a wish
// that names its figure, is kept until the server says that it was done, and is shown as done meanwhile.

const STATUS_OF = { confirm: "confirmed", correct: "corrected", reject: "rejected" }
const KEYS = {
  x: "confirm", s: "correct", l: "reject", z: "undo", t: "add", n: "doubtful", h: "history", v: "view",
  ArrowUp: "previous", ArrowDown: "next", "+": "larger", "=": "larger", "-": "smaller", 0: "fit", Escape: "close",
}
const PAGES_KEPT = 24

const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase()

const filled = (template, fields) => template.replace(/\{(\w+)\}/g, (_, name) => fields[name] ?? "")

function numberIn(text, language) {
  const bare = text.replace(/[\s\u202f%]/g, "")
  if (!/^\d[\d.,]*$/.test(bare)) return null
  const [thousands, decimal] = language === "vi" ? [".", ","] : [",", "."]
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`)
  if (grouped.test(bare)) return Number(bare.split(thousands).join("").replace(decimal, "."))
  return bare.split(/[.,]/).length > 2 ? null : Number(bare.replace(",", "."))
}

function element(kind, properties = {}, ...children) {
  const made = document.createElement(kind)
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("data-") || name.startsWith("aria-") || name === "role") made.setAttribute(name, value)
    else made[name] = value
  }
  made.append(...children)
  return made
}

class Desk {
  constructor(root) {
    this.root = root
    this.run = crypto.getRandomValues(new Uint32Array(2)).join("")
    this.number = 0
    this.wishes = []
    this.answered = new Set()
    this.painted = new Map()
    this.news = { now: {}, told: [], doubtful: [], done: {}, answers: [], pages: {} }
    this.zoom = this.fitting = matchMedia("(max-width: 900px)").matches ? 1.7 : 1
    this.asText = false
    this.keys = (event) => this.key(event)
    this.heard = () => this.hear()
    this.chosen = () => this.pick()
    this.linked = (event) => this.link(event)
    document.addEventListener("keydown", this.keys)
    document.addEventListener("desk-news", this.heard)
    document.addEventListener("selectionchange", this.chosen)
    document.addEventListener("click", this.linked, true)
    root.addEventListener("click", (event) => this.click(event))
    root.addEventListener("submit", (event) => { event.preventDefault(); this.save() })
    root.addEventListener("input", (event) => this.typed(event))
    root.addEventListener("keydown", (event) => this.keyInForm(event))
  }

  leave() {
    document.removeEventListener("keydown", this.keys)
    document.removeEventListener("desk-news", this.heard)
    document.removeEventListener("selectionchange", this.chosen)
    document.removeEventListener("click", this.linked, true)
    this.near?.disconnect()
  }

  find(selector) { return this.root.querySelector(selector) }

  // ---- one report on the desk

  show(data) {
    if (this.data?.key === data.key) return this.hear()
    const same = this.data?.report === data.report
    const at = same ? this.at : null
    this.data = data
    this.figures = new Map(data.figures.map((figure) => [figure.id, figure]))
    this.order = data.figures.map((figure) => figure.id)
    this.root.innerHTML = data.body
    this.pane = this.find(".pane")
    this.painted.clear()
    this.texts = new Map(data.passages.map((one) => [one.number, one.runs.map((run) => run[0]).join("")]))
    this.hasPages = data.pages.length > 0 && data.lines.length > 0
    this.drawList()
    this.drawOriginal()
    this.at = null
    if (!same) {
      this.byDoubt = true
      this.askedFor = null
      this.news = { ...this.news, report: null }
    }
    this.hear(at)
    if (same && this.shownForm) this.openForm(this.shownForm, this.draft)
  }

  drawList() {
    this.rows = new Map()
    const rows = this.data.figures.map((figure) => {
      const row = element("button", { type: "button", className: "row", "data-figure": figure.id },
        element("i", { className: "g-dot" }), element("span", { className: "what" }),
        element("span", { className: "n strong" }), element("span", { className: "n g-quiet sure" }))
      this.rows.set(figure.id, row)
      return element("li", {}, row)
    })
    this.find(".list").replaceChildren(...rows)
  }

  drawOriginal() {
    this.marks = new Map(this.order.map((id) => [id, []]))
    this.words = new Map(this.order.map((id) => [id, []]))
    this.near?.disconnect()
    const pictured = this.hasPages && !this.asText
    this.pane.className = `pane ${pictured ? "pages" : "paper"}`
    if (pictured) this.drawPages()
    else this.pane.replaceChildren(...this.drawnText())
    const view = this.find("[data-view]")
    if (view) view.firstChild.replaceWith(`${this.data.words[pictured ? "as_text" : "as_pages"]} `)
    for (const tool of this.root.querySelectorAll(".zoom")) tool.hidden = !pictured
    this.painted.clear()
  }

  drawnText() {
    if (!this.data.passages.length) return [element("p", { className: "g-empty" }, this.data.words.no_text)]
    return this.data.passages.map((passage) => {
      const runs = passage.runs.map(([text, start, numbers, quotes]) => {
        const run = element("span", { "data-passage": passage.number, "data-start": start }, text)
        if (numbers.length) this.markWith(run, numbers)
        for (const id of quotes) this.words.get(id)?.push(run)
        return run
      })
      return element("p", { className: passage.kind }, ...runs)
    })
  }

  drawPages() {
    this.pages = this.data.pages.map(([wide, high], index) => {
      const page = element("div", { className: "page", "data-page": index + 1, "aria-label": filled(this.data.words.page, { page: index + 1 }), role: "group" })
      page.style.aspectRatio = `${wide} / ${high}`
      page.append(this.writtenLines(index + 1, high / wide))
      return page
    })
    for (const figure of this.data.figures) {
      for (const [page, ...box] of figure.words) {
        const words = element("i", { className: "words" })
        this.put(page, words, box)
        this.words.get(figure.id).push(words)
      }
    }
    const places = new Map()
    for (const figure of this.data.figures) {
      figure.number.forEach(([page, ...box], part) => {
        const place = `${page}:${box.map((edge) => edge.toFixed(4))}`
        if (!places.has(place)) {
          const mark = element("button", { type: "button", className: "box" })
          if (part) mark.setAttribute("aria-hidden", "true")
          this.put(page, mark, box, 0.0015)
          places.set(place, [mark, []])
        }
        places.get(place)[1].push(figure.id)
      })
    }
    for (const [mark, ids] of places.values()) this.markWith(mark, ids)
    this.pane.replaceChildren(element("div", { className: "sheets" }, ...this.pages))
    this.find(".sheets").style.width = `${100 * this.zoom}%`
    this.find("[data-zoom]").textContent = `${Math.round(100 * this.zoom)}%`
    this.near = new IntersectionObserver((seen) => this.seen(seen), { root: this.pane, rootMargin: "60% 0px" })
    this.inSight = new Set()
    this.pages.forEach((page) => this.near.observe(page))
    this.showPages()
  }

  // The lines as recognised, unseen above the picture, so that words on it can be selected.
  writtenLines(page, high) {
    const scale = 1000
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
    svg.setAttribute("viewBox", `0 0 ${scale} ${scale * high}`)
    for (const [number, left, top, right, bottom, passage, start, text] of this.data.lines) {
      if (number !== page || !text.trim()) continue
      const line = document.createElementNS("http://www.w3.org/2000/svg", "text")
      const size = (bottom - top) * scale * high
      line.setAttribute("x", left * scale)
      line.setAttribute("y", bottom * scale * high - size * 0.22)
      line.setAttribute("font-size", size * 0.8)
      line.setAttribute("textLength", (right - left) * scale)
      line.setAttribute("lengthAdjust", "spacingAndGlyphs")
      line.dataset.passage = passage
      line.dataset.start = start
      line.textContent = text
      svg.append(line)
    }
    return svg
  }

  put(page, mark, [left, top, right, bottom], more = 0) {
    mark.style.left = `${100 * (left - more)}%`
    mark.style.top = `${100 * (top - more)}%`
    mark.style.width = `${100 * (right - left + 2 * more)}%`
    mark.style.height = `${100 * (bottom - top + 2 * more)}%`
    this.pages[page - 1]?.append(mark)
  }

  markWith(mark, ids) {
    mark.classList.add("mark")
    mark.setAttribute("role", "button")
    mark.tabIndex = -1
    mark.figures = ids
    for (const id of ids) this.marks.get(id)?.push(mark)
  }

  seen(changes) {
    for (const change of changes) {
      const page = Number(change.target.dataset.page)
      if (change.isIntersecting) this.inSight.add(page)
      else this.inSight.delete(page)
    }
    clearTimeout(this.looking)
    this.looking = setTimeout(() => this.wantPages(), 120)
  }

  wantPages() {
    const wanted = [...this.inSight].sort((one, other) => one - other).slice(0, 6)
    if (wanted.every((page) => this.pages[page - 1].querySelector("img")) || !this.root.isConnected) return
    this.component.setStateValue("pages", wanted)
  }

  showPages() {
    if (!this.hasPages || this.asText || this.news.report !== this.data.report) return
    for (const [number, address] of Object.entries(this.news.pages)) {
      const page = this.pages[number - 1]
      if (!page || page.querySelector("img")) continue
      page.prepend(element("img", { src: address, alt: "", draggable: false }))
    }
    const drawn = this.pages.filter((page) => page.querySelector("img"))
    const here = Number(this.current()?.number[0]?.[0] ?? 1)
    const far = drawn.sort((one, other) => Math.abs(other.dataset.page - here) - Math.abs(one.dataset.page - here))
    for (const page of far.slice(0, Math.max(0, drawn.length - PAGES_KEPT))) {
      if (!this.inSight.has(Number(page.dataset.page))) page.querySelector("img").remove()
    }
  }

  // ---- what holds of a figure

  pending(id) { return this.wishes.findLast((wish) => wish.figure === id && (STATUS_OF[wish.do] || wish.do === "withdraw")) }

  status(id) {
    const pending = this.pending(id)
    if (pending) return STATUS_OF[pending.do] ?? "unconfirmed"
    return this.news.now[id]?.[0] ?? "unconfirmed"
  }

  holds(figure) {
    const changed = this.news.now[figure.id]?.[2]
    const pending = this.pending(figure.id)
    return { ...figure, ...(changed ?? {}), ...(pending?.shown ?? {}) }
  }

  current() { return this.figures.get(this.at) }

  waits(id) { return this.status(id) === "unconfirmed" }

  doubtful() { return this.news.doubtful.filter((id) => this.waits(id)) }

  nextDoubtful() {
    const waiting = this.doubtful()
    const all = this.news.doubtful
    const here = all.indexOf(this.at)
    return all.slice(here + 1).find((id) => waiting.includes(id)) ?? waiting.find((id) => id !== this.at) ?? null
  }

  nextWaiting() {
    const here = this.order.indexOf(this.at)
    return [...this.order.slice(here + 1), ...this.order.slice(0, here)].find((id) => this.waits(id)) ?? null
  }

  go(id, { follow = true } = {}) {
    if (!this.figures.has(id)) return
    const before = this.at
    this.at = id
    if (before !== id) { this.closeForm(); this.find(".history").hidden = true }
    for (const one of [before, id]) if (one) this.painted.delete(one)
    this.paint()
    if (follow) this.scrollTo(id)
    const row = this.rows.get(id)
    const list = this.find(".list")
    const beyond = row.getBoundingClientRect().top - list.getBoundingClientRect().top
    if (beyond < 0 || beyond + row.offsetHeight > list.clientHeight) list.scrollTop += beyond - list.clientHeight / 3
    const shown = this.holds(this.current())
    this.find(".g-unseen").textContent = `${shown.name}: ${shown.value}`
  }

  scrollTo(id) {
    const target = this.marks.get(id)?.[0] ?? this.words.get(id)?.[0]
    if (!target) return
    const pane = this.pane.getBoundingClientRect()
    const box = target.getBoundingClientRect()
    const high = box.top - pane.top, across = box.left - pane.left
    if (high < pane.height * 0.08 || high > pane.height * 0.75) this.pane.scrollTop += high - pane.height / 3
    if (across < 0 || across + box.width > pane.width) this.pane.scrollLeft += across - pane.width / 2
  }

  // ---- painting

  paint() {
    const doubtful = new Set(this.news.doubtful)
    for (const figure of this.data.figures) {
      const status = this.status(figure.id)
      const sign = `${status}|${figure.id === this.at}|${JSON.stringify(this.news.now[figure.id]?.[2] ?? this.pending(figure.id)?.shown ?? 0)}|${doubtful.has(figure.id)}`
      if (this.painted.get(figure.id) === sign) continue
      this.painted.set(figure.id, sign)
      this.paintRow(figure, status, doubtful.has(figure.id))
      for (const words of this.words.get(figure.id) ?? []) words.classList.toggle("at-words", this.words.get(this.at)?.includes(words) ?? false)
      for (const mark of this.marks.get(figure.id) ?? []) this.paintMark(mark)
    }
    this.paintCard()
  }

  paintRow(figure, status, doubtful) {
    const row = this.rows.get(figure.id)
    const shown = this.holds(figure)
    const here = figure.id === this.at
    row.className = `row ${status}${here ? " chosen" : ""}${doubtful && status === "unconfirmed" ? " doubtful" : ""}`
    if (here) row.setAttribute("aria-current", "true")
    else row.removeAttribute("aria-current")
    const [dot, what, value, sure] = row.children
    dot.className = `g-dot ${status}`
    dot.title = this.data.words[`status.${status}`]
    what.replaceChildren(shown.name, ...(shown.part ? [" ", element("span", { className: "g-quiet" }, shown.part)] : []))
    value.textContent = shown.value
    sure.textContent = status === "unconfirmed" ? shown.sure_text : status === "rejected" ? "✕" : "✓"
    row.setAttribute("aria-label", `${shown.name} ${shown.part}: ${shown.value}, ${this.data.words[`status.${status}`]}`)
  }

  paintMark(mark) {
    const here = mark.figures.includes(this.at)
    const id = here ? this.at : mark.figures.find((one) => this.waits(one)) ?? mark.figures[0]
    const status = this.status(id)
    mark.classList.remove("unconfirmed", "confirmed", "corrected", "rejected", "form", "at")
    mark.classList.add(status)
    mark.classList.toggle("at", here)
    mark.tabIndex = here ? 0 : -1
    const shown = this.holds(this.figures.get(id))
    mark.setAttribute("aria-label", `${shown.name}: ${shown.value}, ${this.data.words[`status.${status}`]}`)
    mark.title = `${shown.name}: ${shown.value}`
  }

  paintCard() {
    const figure = this.current()
    const words = this.data.words
    const left = this.doubtful().length
    this.find("[data-doubtful]").textContent = filled(words.next_doubtful, { count: left })
    this.find(".card").classList.toggle("none", !figure)
    if (!figure) { this.find("[data-of]").textContent = words.no_figures; return }
    const shown = this.holds(figure)
    const status = this.status(figure.id)
    this.find("[data-of]").textContent = filled(words.figure_of, { place: this.order.indexOf(figure.id) + 1, total: this.order.length })
    const state = this.find("[data-status]")
    state.className = `g-state ${status}`
    state.textContent = words[`status.${status}`]
    this.find("[data-value]").textContent = [shown.approximate, shown.value].filter(Boolean).join(" ")
    this.find("[data-name]").textContent = shown.name
    this.find("[data-unit]").textContent = shown.unit ? `(${shown.unit})` : ""
    const beside = status === "unconfirmed" ? filled(words.read, { sure: figure.sure_text })
      : shown.value === figure.value ? "" : filled(words.as_read, { value: figure.value })
    const limit = shown.part ? filled(words.limited, { part: shown.part }) : words.whole
    this.find("[data-part]").textContent = [limit, figure.by_person ? words.by_person : beside].filter(Boolean).join(" · ")
    this.find("[data-quote]").textContent = figure.quote
    this.find("[data-place]").textContent = figure.place
    const told = this.news.told[this.news.now[figure.id]?.[1]]
    this.find("[data-told]").hidden = !told || Boolean(this.pending(figure.id))
    this.find("[data-told]").textContent = told ?? ""
    this.paintOthers(figure, status)
    const closed = this.data.form
    for (const act of ["confirm", "correct", "reject"]) this.find(`[data-do=${act}]`).disabled = closed
    this.find("[data-do=undo]").disabled = !(this.news.undo || this.wishes.some((wish) => STATUS_OF[wish.do] || wish.do === "add"))
    this.find("[data-do=doubtful]").disabled = !left
    this.find("[data-finished]").hidden = this.order.some((id) => this.waits(id)) || !this.news.finished
  }

  paintOthers(figure, status) {
    const group = this.find("[data-others]")
    const offered = status === "unconfirmed" && !this.data.form ? figure.others : []
    group.hidden = !offered.length
    const chosen = offered.map((other, place) => {
      const what = [other.name, other.part ? filled(this.data.words.limited, { part: other.part }) : figure.part ? this.data.words.whole : ""]
      return element("button", { type: "button", className: "g-chip", "data-other": place },
        `${what.filter(Boolean).join(" · ")} `, element("span", { className: "g-quiet" }, other.likely), " ",
        element("kbd", { "aria-hidden": "true" }, String(place + 1)))
    })
    group.replaceChildren(element("span", { className: "g-caption" }, this.data.words.others), ...chosen)
  }

  // ---- wishes and answers

  wish(what) {
    if (!this.news.named) return this.fault(this.data.words.no_name, true)
    this.fault("")
    this.wishes.push({ run: this.run, number: ++this.number, report: this.data.report, ...what })
    this.component.setStateValue("wishes", this.wishes.map(({ shown, ...sent }) => sent))
    return true
  }

  decide(what) {
    if (!this.wish({ figure: this.at, ...what })) return
    this.painted.delete(this.at)
    const next = (this.byDoubt ? this.nextDoubtful() : null) ?? this.nextWaiting()
    if (next) this.go(next)
    else { this.closeForm(); this.paint() }
  }

  hear(at = null) {
    const holder = document.querySelector(".g-desk-news")
    if (!this.root.isConnected) return this.leave()
    if (holder?.news && holder.news.report === this.data.report) {
      this.news = holder.news
      const done = this.news.done[this.run] ?? 0
      this.wishes = this.wishes.filter((wish) => wish.number > done)
      this.news.answers.filter((answer) => answer.run === this.run).forEach((answer) => this.answer(answer))
      this.showPages()
      const asked = this.news.asked
      if (asked && asked !== this.askedFor) { this.askedFor = asked; at = asked }
    }
    if (this.news.report !== this.data.report) return
    if (at ?? !this.at) this.go(at && this.figures.has(at) ? at : this.news.doubtful[0] ?? this.order.find((id) => this.waits(id)) ?? this.order[0])
    this.paint()
  }

  answer(answer) {
    if (this.answered.has(answer.number)) return
    this.answered.add(answer.number)
    if (answer.fault) {
      this.fault(answer.fault)
      if (this.figures.has(answer.figure)) this.go(answer.figure)
      if (this.sent?.number === answer.number) this.openForm(this.sent.form, this.sent.draft)
    } else if (answer.history !== undefined) {
      this.find("[data-history]").innerHTML = answer.history
      this.find(".history").hidden = answer.figure !== this.at
      this.find("[data-do=withdraw]").hidden = this.data.form || !this.news.now[answer.figure]
    } else if (answer.undone || answer.added) {
      if (this.figures.has(answer.figure)) this.go(answer.figure)
      else this.later = answer.figure
    }
    if (this.later && this.figures.has(this.later)) { this.go(this.later); this.later = null }
  }

  fault(sentence, atName = false) {
    const place = this.find(".fault")
    place.textContent = sentence
    place.hidden = !sentence
    if (atName) document.querySelector("[class*=st-key-reviewer] input")?.focus()
    return false
  }

  // ---- hands on keys and mouse

  key(event) {
    if (!this.root.isConnected) return this.leave()
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (document.querySelector("[role=dialog]")) return
    if (event.target.matches?.("span.mark") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault()
      return event.target.click()
    }
    const typing = event.target.closest?.("input, textarea, select, [contenteditable=true]")
    if (typing && event.key !== "Escape") return
    const other = this.find(`[data-other="${Number(event.key) - 1}"]`)
    const act = KEYS[event.key.length === 1 ? fold(event.key) : event.key]
    if (!act && !(other && !other.closest("[hidden]"))) return
    if (event.repeat && !["previous", "next"].includes(act)) return
    event.preventDefault()
    if (act) this.act(act)
    else this.take(other)
  }

  click(event) {
    const mark = event.target.closest(".mark")
    const row = event.target.closest("[data-figure]")
    const act = event.target.closest("[data-do]")
    const other = event.target.closest("[data-other]")
    const reason = event.target.closest("[data-reason]")
    const found = event.target.closest("[data-code]")
    if (mark && getSelection().isCollapsed) {
      this.byDoubt = false
      this.go(mark.figures[(mark.figures.indexOf(this.at) + 1) % mark.figures.length], { follow: false })
    } else if (row) { this.byDoubt = false; this.go(row.dataset.figure) }
    else if (act) this.act(act.dataset.do)
    else if (other) this.take(other)
    else if (reason) { this.form.reason.value = reason.textContent; this.form.reason.focus() }
    else if (found) this.choose(found.dataset.code)
  }

  link(event) {
    const id = event.target.closest?.("[data-open^='choose:figure=']")?.dataset.open.slice("choose:figure=".length)
    if (id && this.figures?.has(id)) { event.stopPropagation(); this.byDoubt = false; this.go(id) }
  }

  act(name) {
    const figure = this.current()
    if (!this.begun) { this.begun = true; this.root.scrollIntoView({ block: "end" }) }
    if (name === "previous" || name === "next") {
      this.byDoubt = false
      const step = name === "next" ? 1 : -1
      const place = this.order.indexOf(this.at) + step + this.order.length
      return this.go(this.order[place % this.order.length])
    }
    if (name === "doubtful") {
      this.byDoubt = true
      const next = this.nextDoubtful()
      return next ? this.go(next) : undefined
    }
    if (name === "close") { this.closeForm(); this.fault(""); this.find(".history").hidden = true; return }
    if (name === "view") return this.turn()
    if (["larger", "smaller", "fit"].includes(name)) return this.enlarge(name)
    if (name === "undo") { if (this.wish({ do: "undo" })) this.paint(); return }
    if (name === "add") { if (!this.data.form) this.openForm("add", this.picked ?? {}); return }
    if (!figure) return
    if (name === "history") return this.find(".history").hidden ? this.wish({ do: "history", figure: this.at }) : (this.find(".history").hidden = true)
    if (name === "withdraw") { if (this.wish({ do: "withdraw", figure: this.at })) { this.find(".history").hidden = true; this.paint() } return }
    if (this.data.form) return
    if (name === "confirm") {
      if (["confirmed", "corrected"].includes(this.status(this.at))) {
        const next = (this.byDoubt ? this.nextDoubtful() : null) ?? this.nextWaiting()
        return next ? this.go(next) : undefined
      }
      return this.decide({ do: "confirm" })
    }
    this.openForm(name, {})
  }

  take(button) {
    const figure = this.current()
    const other = figure.others[Number(button.dataset.other)]
    const what = { do: "correct", reason: this.data.words.other_reason, shown: { code: other.code, name: other.name, part: other.part } }
    if (other.code !== figure.code) what.indicator = other.code
    if (other.part !== figure.part) what.part = other.part
    this.decide(what)
  }

  turn() {
    if (!this.hasPages) return
    this.asText = !this.asText
    this.drawOriginal()
    this.paint()
    if (this.at) this.scrollTo(this.at)
  }

  enlarge(how) {
    const sheets = this.find(".sheets")
    if (!sheets) return
    const middle = (this.pane.scrollTop + this.pane.clientHeight / 2) / this.pane.scrollHeight
    this.zoom = how === "fit" ? this.fitting : Math.min(4, Math.max(0.5, this.zoom * (how === "larger" ? 1.25 : 0.8)))
    sheets.style.width = `${100 * this.zoom}%`
    this.find("[data-zoom]").textContent = `${Math.round(100 * this.zoom)}%`
    this.pane.scrollTop = middle * this.pane.scrollHeight - this.pane.clientHeight / 2
  }

  // ---- selected words

  pick() {
    const selection = getSelection()
    if (selection.isCollapsed || !this.pane?.contains(selection.anchorNode) || !this.pane.contains(selection.focusNode)) {
      const bar = this.root.isConnected ? this.find(".picked") : null
      if (bar && !bar.contains(document.activeElement)) { bar.hidden = true; this.picked = null }
      return
    }
    const range = selection.getRangeAt(0)
    const begin = this.placeOf(range.startContainer, range.startOffset)
    const end = this.placeOf(range.endContainer, range.endOffset)
    const bar = this.find(".picked")
    bar.hidden = false
    const whole = begin && end && begin.passage === end.passage && end.at > begin.at
    bar.querySelector("button").disabled = !whole
    const quote = whole ? this.texts.get(begin.passage).slice(begin.at, end.at) : ""
    this.find("[data-picked]").textContent = whole ? `“${quote.length > 90 ? `${quote.slice(0, 88)}…` : quote}”` : this.data.words.one_passage
    this.picked = whole ? { quote, passage: begin.passage, start: begin.at } : null
  }

  placeOf(node, offset) {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[Math.min(offset, node.childNodes.length - 1)] ?? node)
    const run = holder.closest?.("[data-passage]") ?? holder.querySelector?.("[data-passage]")
    if (!run) return null
    const within = node.nodeType === Node.TEXT_NODE ? offset : offset && node === run ? run.textContent.length : 0
    return { passage: Number(run.dataset.passage), at: Number(run.dataset.start) + within }
  }

  // ---- correcting, rejecting, adding

  get form() { return this.find("form.change").elements }

  openForm(kind, draft) {
    const form = this.find("form.change")
    const figure = kind === "add" ? null : this.holds(this.current())
    this.shownForm = kind
    this.place = kind === "add" && draft.quote ? draft : null
    form.hidden = false
    form.dataset.kind = kind
    form.querySelector("[data-heading]").textContent = this.data.words[`${kind}_heading`]
    form.querySelector("[data-save]").textContent = this.data.words[`${kind}_save`]
    for (const part of form.querySelectorAll(".for-change")) part.hidden = kind === "reject"
    for (const part of form.querySelectorAll(".for-add")) part.hidden = kind !== "add"
    for (const reasons of form.querySelectorAll("[data-reasons]")) reasons.hidden = reasons.dataset.reasons !== kind
    const fields = this.form
    const number = (draft.quote ?? "").match(/\d(?:[\d.,]*\d)?/)
    fields.quote.value = draft.quote ?? ""
    fields.value.value = draft.value ?? figure?.value ?? number?.[0] ?? ""
    fields.part.value = draft.part ?? figure?.part ?? ""
    const kinds = ["place", "period"]
    fields.kind.value = draft.kind ?? (!fields.part.value ? "own" : kinds.includes(figure?.part_kind) ? figure.part_kind : "other")
    fields.reason.value = draft.reason ?? ""
    this.choose(draft.code ?? figure?.code ?? null, draft.unit ?? figure?.counted_unit)
    fields.part.disabled = fields.kind.value === "own"
    const first = kind === "reject" ? fields.reason : kind === "add" && !draft.quote ? fields.quote : kind === "add" ? fields.indicator : fields.value
    first.focus()
    first.select?.()
  }

  closeForm() {
    const form = this.find("form.change")
    this.shownForm = null
    if (form.hidden) return
    form.hidden = true
    if (form.contains(document.activeElement)) document.activeElement.blur()
  }

  choose(code, unit) {
    this.code = code
    const known = this.data.indicators.find(([one]) => one === code)
    this.form.indicator.value = known?.[1] ?? ""
    this.found([])
    const units = known?.[3] ?? []
    this.find("form.change .unit").hidden = units.length < 2
    this.form.unit.replaceChildren(...units.map(([one, name]) => element("option", { value: one, selected: one === unit }, name)))
  }

  typed(event) {
    if (event.target === this.form.indicator) {
      const wanted = fold(event.target.value).split(/\s+/).filter(Boolean)
      this.code = null
      const fits = this.data.indicators.filter(([code, name, full]) => wanted.every((word) => fold(`${name} ${full} ${code}`).includes(word)))
      this.found(wanted.length ? fits.slice(0, 8) : [])
    } else if (event.target === this.form.kind) {
      this.form.part.disabled = this.form.kind.value === "own"
      if (!this.form.part.disabled) this.form.part.focus()
    } else if (event.target === this.form.quote) this.place = null
  }

  found(fits) {
    const list = this.find("#g-desk-found")
    list.hidden = !fits.length
    this.form.indicator.setAttribute("aria-expanded", String(Boolean(fits.length)))
    list.replaceChildren(...fits.map(([code, name, full], place) =>
      element("span", { role: "option", "data-code": code, "aria-selected": String(place === 0) }, full && full !== name ? `${name} (${full})` : name)))
  }

  keyInForm(event) {
    if (event.target !== this.form?.indicator) return
    const list = this.find("#g-desk-found")
    const options = [...list.children]
    const here = options.findIndex((one) => one.getAttribute("aria-selected") === "true")
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const to = (here + (event.key === "ArrowDown" ? 1 : -1) + options.length) % (options.length || 1)
      options.forEach((one, place) => one.setAttribute("aria-selected", String(place === to)))
      event.preventDefault()
    } else if (event.key === "Enter" && !list.hidden && options[here]) {
      this.choose(options[here].dataset.code)
      event.preventDefault()
    }
  }

  save() {
    const kind = this.shownForm
    const fields = this.form
    const draft = { value: fields.value.value, code: this.code, part: fields.part.value, kind: fields.kind.value, reason: fields.reason.value, quote: fields.quote.value, unit: fields.unit.value, ...(this.place ?? {}) }
    const reason = fields.reason.value.trim()
    if (kind !== "add" && !reason) return this.missing(fields.reason, "reason_missing")
    if (kind === "reject") return this.sendForm({ do: "reject", reason }, kind, draft)
    const value = numberIn(fields.value.value, this.data.language)
    if (value === null) return this.missing(fields.value, "value_missing")
    if (!this.code) return this.missing(fields.indicator, "indicator_missing")
    const part = fields.kind.value === "own" ? "" : fields.part.value.trim()
    const part_kind = part ? fields.kind.value : undefined
    const unit = this.find("form.change .unit").hidden ? "" : fields.unit.value
    if (kind === "add") {
      if (!fields.quote.value.trim()) return this.missing(fields.quote, "quote_missing")
      const place = this.place ? { passage: this.place.passage, start: this.place.start } : {}
      const added = { do: "add", quote: fields.quote.value, value, indicator: this.code, counted_unit: unit, part, part_kind, reason, ...place }
      return this.sendForm(added, kind, draft)
    }
    const held = this.holds(this.current())
    const what = { do: "correct", reason, shown: {} }
    if (value !== held.number_value) Object.assign(what, { value }) && Object.assign(what.shown, { value: fields.value.value.trim(), number_value: value })
    if (this.code !== held.code) Object.assign(what, { indicator: this.code }) && Object.assign(what.shown, { code: this.code, name: fields.indicator.value })
    if (part !== held.part || (part && part_kind !== held.part_kind && part_kind !== "other")) Object.assign(what, { part, part_kind }) && Object.assign(what.shown, { part })
    if (unit && unit !== held.counted_unit) Object.assign(what, { counted_unit: unit }) && Object.assign(what.shown, { counted_unit: unit, unit: fields.unit.selectedOptions[0].textContent })
    if (Object.keys(what).length === 3) return this.missing(fields.value, "nothing_changed")
    // What holds of a correction is its last word: what an earlier one changed is said again.
    if (this.status(this.at) === "corrected") {
      what.value ??= held.number_value
      what.indicator ??= held.code
      if (unit) what.counted_unit ??= unit
      if (what.part === undefined && held.part) Object.assign(what, { part: held.part, part_kind: held.part_kind || undefined })
    }
    this.sendForm(what, kind, draft)
  }

  sendForm(what, kind, draft) {
    if (kind === "add") {
      if (!this.wish(what)) return
      this.sent = { number: this.number, form: kind, draft }
      this.closeForm()
      return
    }
    const at = this.at
    this.decide(what)
    if (at) this.sent = { number: this.number, form: kind, draft }
  }

  missing(field, word) {
    this.fault(this.data.words[word])
    field.focus()
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".g-desk-root")
  root.desk ??= new Desk(root)
  root.desk.component = component
  root.desk.show(component.data)
}
