// Filters the matrix. The choice is kept in the address, so that it can be linked to.
"use strict";

(() => {
  const form = document.getElementById("filters");
  const table = document.getElementById("matrix");
  const groups = [...table.tBodies];
  const rows = groups.flatMap((group) => [...group.rows]).filter((row) => !row.classList.contains("group"));
  const boxes = [...form.querySelectorAll("[name=property]")];

  function chosen() {
    const data = new FormData(form);
    return {
      text: (data.get("q") || "").trim().toLowerCase(),
      memory: data.get("memory") || "",
      verdict: data.get("verdict") || "",
      properties: data.getAll("property"),
    };
  }

  function show() {
    const {text, memory, verdict, properties} = chosen();
    const isColumn = (property) => properties.length === 0 || properties.includes(property);
    const isModel = (model) => memory === "" || model === memory;
    for (const cell of table.querySelectorAll("[data-property]")) {
      cell.hidden = !isColumn(cell.dataset.property);
    }
    for (const mark of table.querySelectorAll("[data-memory]")) {
      mark.hidden = !isModel(mark.dataset.memory);
    }
    const isWanted = (mark) =>
      isModel(mark.dataset.memory)
      && isColumn(mark.closest("[data-property]").dataset.property)
      && (verdict === "unexpected" ? "unexpected" in mark.dataset : mark.dataset.verdict === verdict);
    for (const row of rows) {
      const named = row.cells[0].textContent.toLowerCase().includes(text);
      row.hidden = !named || verdict !== "" && ![...row.querySelectorAll("[data-verdict]")].some(isWanted);
    }
    for (const group of groups) {
      group.hidden = !rows.some((row) => group.contains(row) && !row.hidden);
    }
    document.documentElement.classList.toggle("without-cost", !form.elements.cost.checked);
    const shown = rows.filter((row) => !row.hidden).length;
    document.getElementById("count").textContent = `${shown} of ${rows.length} strategies`;
    document.getElementById("nothing").hidden = shown > 0;
    document.getElementById("chosen").textContent =
      properties.length === 0 ? "all" : properties.length === 1 ? properties[0] : `${properties.length} of ${boxes.length}`;
  }

  function remember() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== "") {
        query.append(name, value);
      }
    }
    const hash = query.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (hash !== "" && !hash.includes("=")) {
      return;
    }
    const query = new URLSearchParams(hash);
    for (const field of form.elements) {
      if (field.type === "checkbox") {
        field.checked = query.getAll(field.name).includes(field.value);
      } else if (field.name) {
        field.value = query.get(field.name) || "";
      }
    }
  }

  let later;
  function changed() {
    show();
    clearTimeout(later);
    later = setTimeout(remember, 100);
  }

  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { recall(); show(); });
  form.hidden = false;
  recall();
  show();
})();
