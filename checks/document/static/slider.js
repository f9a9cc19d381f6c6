// The slider page: move a constant, and number, curve and judgement follow.
(() => {
  "use strict";

  const RAISED = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
  const scientific = (value) => {
    if (value >= 0.01 && value < 1000) return String(Number(value.toPrecision(2)));
    const [digits, power] = value.toExponential(1).split("e");
    return `${digits}·10${[...String(Number(power))].map((each) => RAISED[each]).join("")}`;
  };

  for (const whole of document.querySelectorAll(".dv-slider")) {
    const text = whole.querySelector("script.dv-slider-data");
    const formulas = (window.derivationsFormulas || {})[whole.id];
    if (!text || !formulas) continue;
    const { ranges, axis, box, claims } = JSON.parse(text.textContent);
    const inputs = [...whole.querySelectorAll("input[type=range]")];
    const labels = [...whole.querySelectorAll(".dv-slider-axis")];
    const outputs = [...whole.querySelectorAll(".dv-shown output")];
    const part = (name) => whole.querySelector(name);
    let moved = 0;

    const height = (value) => {
      const share = (Math.log10(value) - Math.log10(axis[0])) / (Math.log10(axis[1]) - Math.log10(axis[0]));
      const place = box.foot + share * (box.top - box.foot);
      return Math.min(box.foot, Math.max(box.top, place));
    };

    const draw = () => {
      const values = inputs.map((input) => Number(input.value));
      inputs.forEach((input) => {
        input.nextElementSibling.value = Number(input.value).toFixed(2);
      });
      formulas.forEach((formula, k) => { outputs[k].value = scientific(formula(values)); });

      const [low, high] = ranges[moved];
      const width = (at) => box.left + ((at - low) / (high - low)) * (box.right - box.left);
      const line = [];
      for (let k = 0; k <= 120; k += 1) {
        const at = low + ((high - low) * k) / 120;
        const there = values.map((value, n) => (n === moved ? at : value));
        line.push(`${width(at).toFixed(2)} ${height(formulas[0](there)).toFixed(2)}`);
      }
      part(".dv-slider-curve").setAttribute("d", `M${line.join("L")}`);
      const value = formulas[0](values);
      part(".dv-slider-dot").setAttribute("cx", width(values[moved]).toFixed(2));
      part(".dv-slider-dot").setAttribute("cy", height(value).toFixed(2));
      part(".dv-slider-low").textContent = String(Number(low.toPrecision(3)));
      part(".dv-slider-high").textContent = String(Number(high.toPrecision(3)));
      labels.forEach((label, k) => { label.style.display = k === moved ? "" : "none"; });

      part(".dv-judged").textContent = claims.length === 0 ? ""
        : claims.every(([from, to]) => from <= value && value <= to)
          ? "Within what the paper claims."
          : claims.some(([from]) => value < from) ? "Below what the paper claims."
            : "Above what the paper claims.";
    };

    inputs.forEach((input, k) => {
      input.disabled = false;
      const follow = () => { moved = k; draw(); };
      input.addEventListener("input", follow);
      input.addEventListener("focus", follow);
    });
    const button = part("form button");
    button.hidden = false;
    button.addEventListener("click", () => {
      inputs.forEach((input, k) => { input.value = (ranges[k][0] + ranges[k][1]) / 2; });
      draw();
    });
    draw();
  }
})();
