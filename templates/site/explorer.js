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
    bringIntoView(byId("lanes"), row || rows[0]);
    bringIntoView(source, line);
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
  const keys = {Home: "first", ArrowLeft: "back", ArrowRight: "forward", End: "last"};

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
    const typed = event.target.closest("input, textarea, select");
    if (keys[event.key] && !typed && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      moves[keys[event.key]]();
    }
  });
  for (const row of rows) {
    row.addEventListener("click", (event) => {
      event.preventDefault();
      go(Number(row.dataset.step));
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
  go(fromAddress() ?? 0);
  scrollTo(0, 0);
})();
