// Plain script for the pages: light up what a line rests on, grey out what a premise carries.
(() => {
  "use strict";

  const data = document.querySelector("script.dv-lines");
  const lines = data ? JSON.parse(data.textContent) : {};

  const below = (start) => {
    const seen = new Set();
    const pending = [start];
    while (pending.length) {
      const line = pending.pop();
      if (seen.has(line) || !(line in lines)) continue;
      seen.add(line);
      pending.push(...lines[line].from);
    }
    return seen;
  };

  // A graph that is larger than its window: seen whole at first, then as large as wanted.
  const zoomable = (graph, least = 0) => {
    const box = graph.parentElement;
    const [width, height] = ["width", "height"].map((side) => parseFloat(graph.getAttribute(side)) * 4 / 3);
    const whole = () => Math.min(1, box.clientWidth / width);
    const bar = document.createElement("div");
    bar.className = "dv-zoom";
    const output = document.createElement("output");
    let scale = 1;
    const zoom = (next) => {
      const [x, y] = [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2];
      const ratio = next / scale;
      scale = next;
      graph.style.width = `${width * scale}px`;
      graph.style.height = `${height * scale}px`;
      box.scrollLeft = x * ratio - box.clientWidth / 2;
      box.scrollTop = y * ratio - box.clientHeight / 2;
    };
    for (const [name, next] of [
      ["whole", () => whole()], ["smaller", () => Math.max(scale / 1.5, whole())],
      ["larger", () => Math.min(scale * 1.5, 2)],
    ]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => zoom(next()));
      bar.append(button);
    }
    bar.append(output);
    box.before(bar);
    if (least || !location.hash) zoom(Math.max(whole(), least));
    return (text) => { output.value = text; };
  };

  // The graph of a line: opened, it shows the line itself, at the right.
  for (const part of document.querySelectorAll("details.dv-origins")) {
    const shown = () => {
      const box = part.querySelector(".dv-graph-box");
      if (!box) return;
      if (box.scrollWidth > box.clientWidth) zoomable(box.firstElementChild, 0.6);
      box.scrollLeft = box.scrollWidth;
    };
    part.addEventListener("toggle", shown, { once: true });
  }

  // The graph: hovering, focusing or tapping a line lights up all that it rests on.
  for (const graph of document.querySelectorAll(".dv-whole svg.dv-graph")) {
    const parts = [...graph.querySelectorAll(".node, .edge")];
    const told = zoomable(graph);
    const dark = () => {
      told("");
      graph.classList.remove("dv-lit");
      for (const part of parts) part.classList.remove("dv-on");
    };
    const light = (line) => {
      const lit = below(line);
      const also = lit.size - 1;
      told(lines[line] ? `${lines[line].title}: ${lines[line].verdict}; rests on ${also} lines` : "");
      for (const part of parts) {
        const [from, to] = part.classList.contains("edge")
          ? [part.dataset.from, part.dataset.to]
          : [part.dataset.line, part.dataset.line];
        part.classList.toggle("dv-on", lit.has(from) && lit.has(to));
      }
      graph.classList.add("dv-lit");
    };
    for (const node of graph.querySelectorAll(".node")) {
      node.addEventListener("pointerenter", () => light(node.dataset.line));
      node.addEventListener("pointerleave", dark);
      node.addEventListener("focusin", () => light(node.dataset.line));
      node.addEventListener("focusout", dark);
    }
    const focus = () => {
      const line = decodeURIComponent(location.hash.slice(1)).replace(/^rests-on-/, "");
      if (!(line in lines) || !location.hash.startsWith("#rests-on-")) return;
      light(line);
      const node = graph.querySelector(`.node[data-line="${CSS.escape(line)}"]`);
      if (node) node.scrollIntoView({ block: "center", inline: "center" });
    };
    addEventListener("hashchange", focus);
    focus();
  }

  // Premises: what rests on one that is unticked is greyed out.
  const ticks = [...document.querySelectorAll("input.dv-tick")];
  const chips = [...document.querySelectorAll(".dv-chip")];
  const grey = () => {
    const dropped = new Set(ticks.filter((tick) => !tick.checked).map((tick) => tick.dataset.line));
    for (const chip of chips) {
      const line = chip.dataset.line;
      const carried = dropped.size > 0 && [...below(line)].some((each) => dropped.has(each));
      chip.classList.toggle("dv-greyed", carried);
    }
  };
  for (const tick of ticks) tick.addEventListener("change", grey);
  if (ticks.length) grey();

  // Symbols: tapping one tells what it is.
  let tip = null;
  document.addEventListener("click", (event) => {
    if (tip) tip.remove();
    tip = null;
    const formula = event.target.closest?.(".dv-math");
    const inside = (part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      return left <= x && x <= right && top <= y && y <= bottom;
    };
    const symbol = formula && [...formula.querySelectorAll(".dv-quantity")].find(inside);
    if (!symbol) return;
    tip = document.createElement("div");
    tip.className = "dv-tip";
    tip.setAttribute("role", "tooltip");
    tip.textContent = symbol.querySelector("title").textContent;
    document.body.append(tip);
    const box = symbol.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left) + scrollX}px`;
    tip.style.top = `${box.bottom + 6 + scrollY}px`;
  });

  // A printed page shows what is folded.
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details.dv-fold")) part.open = true;
  });
})();
