// Steps through a counterexample. Step 0 is before everything, step n after the n-th event.
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const last = data.events.length;
  const scenes = [data.first];
  for (const event of data.events) {
    const scene = scenes[scenes.length - 1].slice();
    event.changes.forEach(([cell, value]) => { scene[cell] = value; });
    scenes.push(scene);
  }

  const byId = (id) => document.getElementById(id);
  const controls = byId("controls");
  const slider = byId("slider");
  const rows = [...document.querySelectorAll(".event")];
  const source = document.querySelector("pre.source");
  const cells = [...document.querySelectorAll(".cell")].map((row) => (
    {row, value: row.querySelector(".value"), was: row.querySelector(".was")}));
  let step = -1;

  // Scrolls a pane, and never the page.
  function bringIntoView(pane, element) {
    if (!element) {
      return;
    }
    const box = pane.getBoundingClientRect();
    const it = element.getBoundingClientRect();
    const margin = Math.min(48, box.height / 4);
    if (it.top < box.top + margin) {
      pane.scrollTop -= box.top + margin - it.top;
    } else if (it.bottom > box.bottom - margin) {
      pane.scrollTop += it.bottom - box.bottom + margin;
    }
  }

  function light(element, name) {
    document.querySelector("." + name)?.classList.remove(name);
    element?.classList.add(name);
  }

  function showMachine() {
    const scene = scenes[step];
    const before = scenes[Math.max(0, step - 1)];
    cells.forEach((cell, i) => {
      const was = scene[i] === before[i] ? "" : `was ${before[i]}`;
      if (cell.value.textContent !== scene[i]) {
        cell.value.textContent = scene[i];
      }
      if (cell.was.textContent !== was) {
        cell.was.textContent = was;
        cell.was.hidden = was === "";
        cell.row.classList.toggle("changed", was !== "");
      }
    });
    const when = byId("when");
    if (when) {
      when.textContent = step === 0 ? "before everything" : `after step ${step}`;
    }
  }

  function showRace() {
    const row = rows[step - 1];
    document.querySelector("[aria-current]")?.removeAttribute("aria-current");
    light(row, "current");
    row?.setAttribute("aria-current", "step");
    const line = step > 0 ? byId("L" + data.events[step - 1].line) : null;
    light(line, "lit");
    byId("outcome").classList.toggle("reached", step === last);
    const sources = row ? [...row.querySelectorAll("[data-from]")].map((a) => rows[a.dataset.from - 1]) : [];
    rows.forEach((r) => r.classList.toggle("from", sources.includes(r)));
    arrows.forEach(({path, to}) => path.classList.toggle("current", to === row));
    bringIntoView(byId("lanes"), row || rows[0]);
    // What has no line of its own is shown beside the next that has one.
    const next = data.events.slice(Math.max(0, step - 1)).find((e) => e.line > 0);
    bringIntoView(source, line || next && byId("L" + next.line));
  }

  // An arrow runs along the row of the earlier event, down beside the lane, and to the later one.
  const arrows = [...document.querySelectorAll("[data-from]")].map((link) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", link.classList.contains("waits") ? "waits" : "reads");
    return {path, to: link.closest(".event"), from: rows[link.dataset.from - 1]};
  });

  function drawArrows() {
    const table = document.querySelector(".lanes");
    const box = table.getBoundingClientRect();
    const svg = byId("arrows");
    svg.setAttribute("width", box.width);
    svg.setAttribute("height", box.height);
    const place = (row) => {
      const note = row.querySelector(".note") || row.querySelector(".function");
      const cell = note.closest("td").getBoundingClientRect();
      const line = note.getClientRects()[0];
      return {lane: cell.left - box.left, y: line.top + 9 - box.top};
    };
    const taken = [];
    for (const {path, from, to} of arrows) {
      const [a, b] = [place(from), place(to)];
      const lane = Math.min(a.lane, b.lane);
      const mine = {lane, top: a.y, bottom: b.y, from, channel: 0};
      while (taken.some((t) => t.lane === lane && t.channel === mine.channel && t.from !== from
          && t.top <= mine.bottom && mine.top <= t.bottom)) {
        mine.channel++;
      }
      taken.push(mine);
      const x = lane + Math.max(3, 12 - 4 * mine.channel);
      const [start, end] = [a.lane + 18, b.lane + 18];
      path.setAttribute("d", `M${start} ${a.y}H${x}V${b.y}H${end}m-5 -4l5 4l-5 4`);
      svg.append(path);
    }
  }

  function says(again) {
    if (step === 0) {
      return `Before everything; ${last} ${last === 1 ? "step" : "steps"}`;
    }
    const text = `Step ${step} of ${last}. ${data.events[step - 1].says}`;
    return (again ? "Again from the start of the loop. " : "") + text
      + (step === last ? `. ${data.outcome}` : "");
  }

  let later;
  function go(wanted, again) {
    const next = Math.min(Math.max(wanted, 0), last);
    if (next === step) {
      return;
    }
    step = next;
    showMachine();
    showRace();
    byId("status").textContent = says(again);
    slider.value = step;
    slider.setAttribute("aria-valuetext", `step ${step} of ${last}`);
    // Browsers refuse addresses that change many times in a second.
    clearTimeout(later);
    later = setTimeout(() => history.replaceState(null, "", "#step=" + step), 100);
  }

  const moves = {
    first: () => go(0),
    back: () => go(step - 1),
    forward: () => step === last && data.backTo !== null ? go(data.backTo + 1, true) : go(step + 1),
    last: () => go(last),
  };
  const keys = {
    Home: "first", ArrowLeft: "back", k: "back", ArrowRight: "forward", j: "forward", " ": "forward", End: "last",
  };
  const neighbours = {p: "prev", n: "next"};

  function fromAddress() {
    const match = /^#step=(\d+)$/.exec(location.hash);
    return match ? Number(match[1]) : null;
  }

  controls.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go]");
    if (button) {
      moves[button.dataset.go]();
    }
  });
  slider.addEventListener("input", () => go(Number(slider.value)));
  addEventListener("keydown", (event) => {
    // A space presses the button that has the focus.
    const taken = event.target.closest(event.key === " " ? "input, button, a" : "input, textarea, select");
    if (taken || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const neighbour = neighbours[event.key];
    if (keys[event.key]) {
      event.preventDefault();
      moves[keys[event.key]]();
    } else if (neighbour) {
      document.querySelector(`a[rel=${neighbour}]`)?.click();
    }
  });
  for (const row of rows) {
    row.addEventListener("click", (event) => {
      event.preventDefault();
      const from = event.target.closest("[data-from]");
      go(Number(from ? from.dataset.from : row.dataset.step));
    });
  }
  addEventListener("hashchange", () => {
    const wanted = fromAddress();
    if (wanted !== null) {
      go(wanted);
    }
  });
  // A browser that finds the step on the page would scroll there, past all the rest.
  rows.forEach((row) => row.removeAttribute("id"));
  document.documentElement.classList.add("steps");
  controls.hidden = false;
  drawArrows();
  new ResizeObserver(drawArrows).observe(document.querySelector(".lanes"));
  go(fromAddress() ?? 0);
  scrollTo(0, 0);
})();
