// The map: communes on a canvas. Outlines come once from this server, by an address that changes with them;
// what a period, a measure or a way of colouring changes is a small message. Going over the map, moving and
// enlarging it asks the server nothing; a click, or Enter on the commune at hand, opens its page.

const MARGIN = 14          // pixels round what the map is fitted to
const EDGE = 12            // pixels from the edge of an archipelago too far out to be fitted in
const LABEL = 17           // pixels
const FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
const ROOMY = 9            // pixels of a usual commune from which each has an outline of its own
const CLOSEST = 24         // times the scale that holds all
const AROUND = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]]
const DISTANCES = [9, 28, 48, 70, 95, 125]
const COVERING = 80        // pixels of distance that a name goes to leave the coloured areas free
const MASK = 6             // pixels to one of the mask that says where areas are

const grounds = new Map()  // address → outlines: fetched once however often the colours change
const scratch = document.createElement("canvas").getContext("2d")

const north = (latitude) => -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180 / Math.PI

function groundAt(address) {
  if (!grounds.has(address)) {
    const fetched = fetch(address).then((answer) => {
      if (!answer.ok) { throw new Error(`${answer.status}`) }
      return answer.json()
    }).then(decoded)
    fetched.catch(() => grounds.delete(address))  // asked for again when the map is drawn the next time
    grounds.set(address, fetched)
  }
  return grounds.get(address)
}

function decoded(held) {
  const origin = [107, north(16)]
  const point = (x, y) => [x / held.grain - origin[0], north(y / held.grain) - origin[1]]
  const trace = (path, ring, box) => {
    let x = 0, y = 0
    for (let at = 0; at < ring.length; at += 2) {
      x += ring[at]
      y += ring[at + 1]
      const [right, down] = point(x, y)
      if (at) { path.lineTo(right, down) } else { path.moveTo(right, down) }
      if (box) {
        box[0] = Math.min(box[0], right); box[1] = Math.min(box[1], down)
        box[2] = Math.max(box[2], right); box[3] = Math.max(box[3], down)
      }
    }
    path.closePath()
  }
  const communes = held.communes.map(([key, heading, x, y, polygons]) => {
    const one = { key, heading, path: null, box: [Infinity, Infinity, -Infinity, -Infinity], centre: null }
    if (polygons.length) {
      one.path = new Path2D()
      for (const rings of polygons) { for (const ring of rings) { trace(one.path, ring, one.box) } }
    }
    if (x !== null) { one.centre = point(x, y) }
    one.inner = inside(one)
    return one
  })
  const sizes = communes.filter((one) => one.path)
    .map(({ box }) => Math.sqrt((box[2] - box[0]) * (box[3] - box[1]))).sort((a, b) => a - b)
  const borders = held.borders ? new Path2D() : null
  for (const ring of held.borders || []) { trace(borders, ring, null) }
  const world = ([west, south, east, top]) =>
    [west - origin[0], north(top) - origin[1], east - origin[0], north(south) - origin[1]]
  const provinces = (held.provinces || []).map(([name, ...bounds]) => ({ name, box: world(bounds) }))
  return { communes, usual: sizes[sizes.length >> 1] || 0.1, borders, provinces, world }
}

// A point of a commune inside its outline: the centre where that is, else the first of a few that is.
function inside({ path, box, centre }) {
  if (!path) { return centre }
  const within = (x, y) => scratch.isPointInPath(path, x, y, "evenodd")
  if (centre && within(...centre)) { return centre }
  for (let part = 2; part < 40; part *= 2) {
    for (let i = 1; i < part; i += 1) {
      for (let j = 1; j < part; j += 1) {
        const x = box[0] + (box[2] - box[0]) * i / part, y = box[1] + (box[3] - box[1]) * j / part
        if (within(x, y)) { return [x, y] }
      }
    }
  }
  return centre || [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}

async function unpacked(said) {
  const bytes = Uint8Array.from(atob(said), (letter) => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))
  return JSON.parse(await new Response(stream).text())
}

class CommuneMap {
  constructor(root) {
    this.root = root
    this.canvas = root.querySelector("canvas")
    this.brush = this.canvas.getContext("2d")
    this.tip = root.querySelector(".g-map-tip")
    this.said = []
    this.hovered = this.held = -1
    this.touches = new Map()
    this.listen()
    new ResizeObserver(() => this.resize()).observe(root)
    document.fonts.ready.then(() => this.ask())
  }

  // ---- what is shown

  show(data, open) {
    this.open = open
    if (this.data && this.data.digest === data.digest && this.data.address === data.address) { return }
    const moved = !this.data || JSON.stringify(this.data.bounds) !== JSON.stringify(data.bounds)
    this.data = data
    this.canvas.setAttribute("aria-label", data.alt)
    this.root.style.setProperty("--high", `${data.height}px`)
    unpacked(data.said).then((lines) => { if (this.data === data) { this.said = lines; this.tell() } })
    if (!data.address) { return }
    groundAt(data.address).then((ground) => {
      if (this.data !== data) { return }
      const other = this.ground !== ground
      this.ground = ground
      if (other) { this.hovered = this.held = -1; this.offerProvinces() }
      if (other || moved || !this.at) { this.fit() }
      this.labels = null
      this.ask()
    }, () => { this.root.dataset.failed = data.words.failed })
  }

  resize() {
    const { width, height } = this.root.getBoundingClientRect()
    if (!width || (width === this.width && height === this.height)) { return }
    const dots = window.devicePixelRatio || 1
    Object.assign(this, { width, height, dots })
    this.canvas.width = Math.round(width * dots)
    this.canvas.height = Math.round(height * dots)
    if (this.ground) { this.fit() }
  }

  fit(box) {
    if (!this.ground || !this.width) { return }
    const [left, top, right, bottom] = box || this.ground.world(this.data.bounds)
    const wide = Math.max(right - left, 0.08), tall = Math.max(bottom - top, 0.08)
    const scale = Math.min((this.width - 2 * MARGIN) / wide, (this.height - 2 * MARGIN) / tall)
    if (!box) { this.least = scale }
    this.move(scale, this.width / 2 - scale * (left + right) / 2, this.height / 2 - scale * (top + bottom) / 2)
  }

  move(scale, right, down) {
    this.at = { scale, right, down }
    this.canvas.style.touchAction = scale > this.least * 1.01 ? "none" : "pan-y"
    this.labels = null
    this.ask()
  }

  enlarge(times, x = this.width / 2, y = this.height / 2) {
    const { scale, right, down } = this.at
    const next = Math.min(Math.max(scale * times, this.least), this.least * CLOSEST)
    if (next === this.least) { this.fit(); return }
    this.move(next, x - (x - right) * next / scale, y - (y - down) * next / scale)
  }

  // Where a commune stands, in pixels of the map: its middle, or the edge where it lies too far out.
  pixel(place) {
    const one = this.ground.communes[place]
    const [x, y] = one.inner || [0, 0]
    const at = [x * this.at.scale + this.at.right, y * this.at.scale + this.at.down]
    if (!this.data.far.includes(place)) { return at }
    return [Math.min(Math.max(at[0], EDGE), this.width - EDGE),
            Math.min(Math.max(at[1], EDGE), this.height - EDGE)]
  }

  where(key) {
    const place = this.ground.communes.findIndex((one) => one.key === key)
    return place < 0 ? null : this.pixel(place)
  }

  // ---- painting

  ask() {
    if (this.asked) { return }
    this.asked = true
    requestAnimationFrame(() => { this.asked = false; this.paint() })
  }

  paint() {
    if (!this.ground || !this.at || !this.width) { return }
    const { brush, data, ground } = this
    this.flat()
    brush.fillStyle = data.palette.background
    brush.fillRect(0, 0, this.width, this.height)
    this.areas()
    this.points()
    this.flat()
    this.names()
    this.root.dataset.painted = data.digest
    if (ground.provinces.length) { this.root.dataset.scale = (this.at.scale / this.least).toFixed(2) }
  }

  flat() { this.brush.setTransform(this.dots, 0, 0, this.dots, 0, 0) }

  world(brush = this.brush, dots = this.dots) {
    const { scale, right, down } = this.at
    brush.setTransform(dots * scale, 0, 0, dots * scale, dots * right, dots * down)
  }

  areas() {
    const { brush, data, ground } = this
    const { palette } = data
    const pixel = 1 / this.at.scale
    const roomy = ground.usual * this.at.scale >= ROOMY
    const shown = this.drawnAreas()
    this.world()
    brush.lineJoin = "round"
    for (const place of shown) {
      const { path } = ground.communes[place]
      brush.fillStyle = this.fill(place)
      brush.fill(path, "evenodd")
      if (!roomy) {  // no outlines: the seam between neighbours closed in the colour itself
        brush.strokeStyle = brush.fillStyle
        brush.lineWidth = 0.7 * pixel
        brush.stroke(path)
      }
    }
    if (roomy) {
      brush.strokeStyle = palette.area_outline
      brush.lineWidth = (data.national ? 0.5 : 1) * pixel
      for (const place of shown) { brush.stroke(ground.communes[place].path) }
    }
    for (const place of shown) { this.pattern(place, pixel) }
    if (ground.borders) {
      brush.strokeStyle = palette.area_outline
      brush.lineWidth = 1 * pixel
      brush.stroke(ground.borders)
    }
    for (const [place, colour, width] of [
      ...data.supposed.flatMap((one) => [[one, palette.background, 6], [one, palette.supposed, 3.5]]),
      [this.hovered, palette.text, 2], [this.held, palette.text, 3],
      [data.chosen, palette.background, 7], [data.chosen, palette.text, 4],
    ]) {
      if (!shown.has(place)) { continue }
      brush.strokeStyle = colour
      brush.lineWidth = width * pixel
      brush.stroke(ground.communes[place].path)
    }
  }

  drawnAreas() {
    const found = new Set()
    this.ground.communes.forEach((one, place) => {
      if (one.path && !this.data.far.includes(place)) { found.add(place) }
    })
    return found
  }

  state(place) { return this.data.states[place].toLowerCase() }
  unconfirmed(place) { return this.data.states[place] !== this.state(place) }

  fill(place) {
    const { data } = this
    const state = this.state(place)
    if (state === "m" && data.national) { return data.palette.grid }
    if (data.circles || state === "m") { return data.palette.surface }
    return state === "s" || data.fills[place] < 0 ? data.palette.background : data.colours[data.fills[place]]
  }

  // Hatched: not reported. A ring: small counts. Dashes: unconfirmed.
  pattern(place, pixel) {
    const { brush, data } = this
    const { path } = this.ground.communes[place]
    const state = this.state(place)
    if (state === "m" && !data.national) {
      brush.fillStyle = this.hatching()
      brush.fill(path, "evenodd")
    }
    if (state === "s" && !data.circles) {
      brush.save()
      brush.clip(path, "evenodd")
      brush.strokeStyle = data.fills[place] < 0 ? data.palette.context : data.colours[data.fills[place]]
      brush.lineWidth = (data.national ? 3 : 9) * pixel
      brush.stroke(path)
      brush.restore()
    }
    if (this.unconfirmed(place) && !data.circles && !data.national) {
      brush.strokeStyle = data.palette.text
      brush.lineWidth = 2.5 * pixel
      brush.setLineDash([8 * pixel, 6 * pixel])
      brush.stroke(path)
      brush.setLineDash([])
    }
  }

  hatching() {
    const { scale, right, down } = this.at
    if (this.tileColour !== this.data.palette.context) {
      const side = 8 * this.dots
      const tile = document.createElement("canvas")
      tile.width = tile.height = side
      const brush = tile.getContext("2d")
      brush.strokeStyle = this.tileColour = this.data.palette.context
      brush.lineWidth = 1.4 * this.dots
      for (const step of [-side, 0, side]) {
        brush.beginPath()
        brush.moveTo(step - side / 4, side * 1.25)
        brush.lineTo(step + side * 1.25, -side / 4)
        brush.stroke()
      }
      this.tile = this.brush.createPattern(tile, "repeat")
    }
    const one = 1 / (scale * this.dots)
    this.tile.setTransform(new DOMMatrix([one, 0, 0, one, -right / scale, -down / scale]))
    return this.tile
  }

  // Circles: of communes without an outline here, or of all where their area stands for a count.
  circles() {
    const { data, ground } = this
    const found = []
    ground.communes.forEach((one, place) => {
      const loose = !one.path || data.far.includes(place) || data.islands.includes(place)
      if ((data.circles || loose) && (one.centre || one.path)) {
        found.push([place, data.circles ? data.radii[place] * (data.national ? 0.5 : 1) : loose ? 6 : 8])
      }
    })
    return found.sort((one, other) => other[1] - one[1])  // the small ones on top of the large ones
  }

  points() {
    const { brush, data, ground } = this
    const { palette } = data
    this.flat()
    if (data.approximate && !data.circles && !data.national) {
      for (const one of ground.communes) {
        if (one.centre && one.path) {
          this.circle(one.centre[0] * this.at.scale + this.at.right, one.centre[1] * this.at.scale + this.at.down,
                      2.2, palette.text, palette.background, 1)
        }
      }
    }
    for (const [place, radius] of this.circles()) {
      const colour = data.fills[place] < 0 ? null : data.colours[data.fills[place]]
      const state = this.state(place)
      const [x, y] = this.pixel(place)
      let look = [colour || palette.background, palette.area_outline, 1]
      if (state === "m") { look = [palette.surface, palette.context, 1.5] }
      else if (state === "s") { look = [palette.background, colour || palette.context, 3] }
      else if (this.unconfirmed(place)) { look = [look[0], palette.text, 2] }
      if (place === data.chosen || place === this.hovered || place === this.held) { look = [look[0], palette.text, 3] }
      if (state === "m" && data.circles && data.national) { continue }  // thousands that say nothing
      this.circle(x, y, radius, ...look)
    }
    brush.setLineDash([])
  }

  circle(x, y, radius, fill, line, width) {
    const { brush } = this
    brush.beginPath()
    brush.arc(x, y, radius, 0, 2 * Math.PI)
    brush.fillStyle = fill
    brush.fill()
    brush.strokeStyle = line
    brush.lineWidth = width
    brush.stroke()
  }

  // ---- names

  names() {
    const { brush, data } = this
    brush.font = `650 ${LABEL}px ${FONT}`
    this.labels ??= this.placed()
    brush.textAlign = "center"
    brush.textBaseline = "middle"
    brush.lineJoin = "round"
    for (const { x, y, lines, leader, from } of this.labels) {
      if (leader) {
        brush.beginPath()
        brush.moveTo(...leader)
        brush.lineTo(...from)
        brush.strokeStyle = data.palette.text
        brush.lineWidth = 1.5
        brush.stroke()
        this.circle(...from, 2.5, data.palette.text, data.palette.background, 1)
      }
      lines.forEach((line, place) => {
        const at = y + (place - (lines.length - 1) / 2) * LABEL * 1.15
        brush.font = `${place ? 500 : 650} ${LABEL}px ${FONT}`
        brush.strokeStyle = data.palette.background
        brush.lineWidth = 4
        brush.strokeText(line, x, at)
        brush.fillStyle = data.palette.text
        brush.fillText(line, x, at)
      })
    }
  }

  // One by one, the most important first; each where it covers least of the areas and is near to its place.
  placed() {
    const taken = [], found = []
    const covered = this.mask()
    const points = this.data.names.map(([place]) => this.pixel(place))
    const dots = points.map(([x, y]) => [x - 4, y - 4, x + 4, y + 4])
    const crosses = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
    this.data.names.forEach(([, lines], number) => {
      const [px, py] = points[number]
      if (px < 0 || py < 0 || px > this.width || py > this.height) { return }
      const wide = Math.max(...lines.map((line) => this.brush.measureText(line).width))
      const high = lines.length * LABEL * 1.2
      let best = null
      for (const distance of DISTANCES) {
        for (const [right, down] of AROUND) {
          const x = px + right * (distance + wide / 2), y = py + down * (distance * 0.8 + high / 2)
          const box = [x - wide / 2 - 3, y - high / 2, x + wide / 2 + 3, y + high / 2]
          if (box[0] < 0 || box[1] < 0 || box[2] > this.width || box[3] > this.height) { continue }
          if (taken.some((other) => crosses(box, other)) || dots.some((other) => crosses(box, other))) { continue }
          const cost = distance + COVERING * covered(box)
          if (best && best.cost <= cost) { continue }
          const near = [Math.min(Math.max(px, box[0]), box[2]), Math.min(Math.max(py, box[1]), box[3])]
          best = { cost, x, y, lines, box, from: [px, py], leader: distance === DISTANCES[0] ? null : near }
        }
      }
      if (best) { taken.push(best.box); found.push(best) }
    })
    return found
  }

  mask() {
    const wide = Math.ceil(this.width / MASK), high = Math.ceil(this.height / MASK)
    const brush = new OffscreenCanvas(wide, high).getContext("2d", { willReadFrequently: true })
    this.world(brush, 1 / MASK)
    for (const place of this.drawnAreas()) { brush.fill(this.ground.communes[place].path, "evenodd") }
    const { data } = brush.getImageData(0, 0, wide, high)
    return ([left, top, right, bottom]) => {
      let on = 0, all = 0
      for (let y = Math.floor(top / MASK); y <= Math.min(bottom / MASK, high - 1); y += 1) {
        for (let x = Math.floor(left / MASK); x <= Math.min(right / MASK, wide - 1); x += 1) {
          all += 1
          on += data[4 * (y * wide + x) + 3] > 127
        }
      }
      return all ? on / all : 0
    }
  }

  // ---- what lies under the pointer, and the keyboard

  under(x, y) {
    if (!this.ground || !this.at) { return -1 }
    const around = this.circles()
    for (let number = around.length - 1; number >= 0; number -= 1) {
      const [place, radius] = around[number]
      const [px, py] = this.pixel(place)
      if (Math.hypot(x - px, y - py) <= Math.max(radius, 8)) { return place }
    }
    const right = (x - this.at.right) / this.at.scale, down = (y - this.at.down) / this.at.scale
    return this.ground.communes.findIndex(({ path, box }, place) => path
      && right >= box[0] && right <= box[2] && down >= box[1] && down <= box[3]
      && !this.data.far.includes(place) && scratch.isPointInPath(path, right, down, "evenodd"))
  }

  hover(place, x, y) {
    if (place !== this.hovered) { this.hovered = place; this.ask() }
    this.canvas.style.cursor = place >= 0 ? "pointer" : this.at && this.at.scale > this.least * 1.01 ? "grab" : "default"
    this.pointer = [x, y]
    this.tell()
  }

  tell() {
    const place = this.hovered >= 0 ? this.hovered : this.held
    if (place < 0 || !this.ground) {
      this.tip.hidden = true
      delete this.root.dataset.at
      return
    }
    const [x, y] = this.hovered >= 0 ? this.pointer : this.pixel(place)
    this.tip.querySelector("b").textContent = this.ground.communes[place].heading
    this.tip.querySelector("span").textContent = this.said[place] ?? ""
    this.tip.hidden = false
    const { offsetWidth, offsetHeight } = this.tip
    this.tip.style.left = `${Math.min(x + 14, Math.max(this.width - offsetWidth, x - offsetWidth - 10, 0))}px`
    this.tip.style.top = `${Math.max(0, Math.min(y + 14, this.height - offsetHeight))}px`
    this.root.dataset.at = this.ground.communes[place].key
  }

  choose(place) { if (place >= 0) { this.open(this.ground.communes[place].key) } }

  listen() {
    const { canvas } = this
    const spot = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top] }
    canvas.addEventListener("pointerdown", (event) => {
      this.touches.set(event.pointerId, spot(event))
      this.travelled = this.touches.size > 1 ? Infinity : 0
      canvas.setPointerCapture(event.pointerId)
    })
    canvas.addEventListener("pointermove", (event) => {
      const [x, y] = spot(event)
      const last = this.touches.get(event.pointerId)
      if (!last) { this.hover(this.under(x, y), x, y); return }
      if (!this.at) { return }
      this.touches.set(event.pointerId, [x, y])
      this.travelled += Math.hypot(x - last[0], y - last[1])
      if (this.touches.size === 2) {
        const [other] = [...this.touches].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
        const apart = (at) => Math.hypot(at[0] - other[0], at[1] - other[1])
        this.enlarge(apart([x, y]) / Math.max(apart(last), 1), other[0], other[1])
      } else if (this.travelled > 4 && this.at.scale > this.least * 1.01) {
        this.move(this.at.scale, this.at.right + x - last[0], this.at.down + y - last[1])
      }
    })
    const lift = (event) => {
      const pressed = this.touches.delete(event.pointerId)
      if (event.type === "pointerup" && pressed && this.travelled <= 4 && event.button === 0) {
        this.choose(this.under(...spot(event)))
      }
    }
    canvas.addEventListener("pointerup", lift)
    canvas.addEventListener("pointercancel", lift)
    canvas.addEventListener("pointerleave", () => this.hover(-1, 0, 0))
    canvas.addEventListener("keydown", (event) => this.key(event))
    canvas.addEventListener("blur", () => { this.held = -1; this.tell(); this.ask() })
    this.root.querySelector(".larger").onclick = () => this.at && this.enlarge(1.6)
    this.root.querySelector(".smaller").onclick = () => this.at && this.enlarge(1 / 1.6)
    this.root.querySelector(".whole").onclick = () => { this.fit(); this.root.querySelector("select").value = "" }
    this.root.querySelector("select").onchange = (event) => {
      const found = this.ground.provinces.find(({ name }) => name === event.target.value)
      this.fit(found && found.box)
    }
  }

  // ← ↑ → ↓ go from commune to commune, Enter opens the one at hand, + − 0 enlarge.
  key(event) {
    if (!this.at || event.ctrlKey || event.altKey || event.metaKey) { return }
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const other = { "+": () => this.enlarge(1.6), "-": () => this.enlarge(1 / 1.6), 0: () => this.fit(),
                    Enter: () => this.choose(this.held), Escape: () => { this.held = -1 } }
    const act = ways[event.key] ? () => this.go(ways[event.key]) : other[event.key]
    if (!act) { return }
    event.preventDefault()
    act()
    this.tell()
    this.ask()
  }

  go([right, down]) {
    if (this.held < 0) {
      this.held = Math.max(this.data.chosen, 0)
      return
    }
    const [x, y] = this.pixel(this.held)
    let best = [Infinity, this.held]
    this.ground.communes.forEach((_, place) => {
      const [px, py] = this.pixel(place)
      const ahead = (px - x) * right + (py - y) * down
      const aside = Math.abs((px - x) * down) + Math.abs((py - y) * right)
      if (place !== this.held && ahead > 0 && aside <= 1.5 * ahead && ahead + aside < best[0]) {
        best = [ahead + aside, place]
      }
    })
    this.held = best[1]
  }

  offerProvinces() {
    const choice = this.root.querySelector("select")
    choice.hidden = !this.ground.provinces.length
    const all = new Option(this.data.words.province, "")
    choice.replaceChildren(all, ...this.ground.provinces.map(({ name }) => new Option(name, name)))
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".g-map")
  root.map ??= new CommuneMap(root)
  for (const [name, said] of [["larger", data.words.larger], ["smaller", data.words.smaller], ["whole", data.words.whole]]) {
    const button = root.querySelector(`.${name}`)
    button.title = said
    button.setAttribute("aria-label", said)
  }
  root.querySelector("select").setAttribute("aria-label", data.words.province)
  root.map.show(data, (key) => setTriggerValue("open", key))
}
