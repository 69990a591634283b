/* Draws each chart from the specification beside it, in the page's own colours, again when they change. */
const OKABE_ITO = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999", "#F0E442"];

function config(element) {
  const style = getComputedStyle(element);
  const colour = (name) => style.getPropertyValue(name).trim();
  const axis = {
    labelColor: colour("--soft"), titleColor: colour("--ink"), domainColor: colour("--line"),
    tickColor: colour("--line"), gridColor: colour("--line"), titleFontWeight: 500, labelFontSize: 11,
  };
  return {
    background: "transparent", font: "system-ui, sans-serif", axis, view: { stroke: null },
    legend: { labelColor: colour("--ink"), titleColor: colour("--soft"), titleFontWeight: 500, columns: element.clientWidth < 480 ? 2 : 4 },
    range: { category: OKABE_ITO },
  };
}

/* The specification with the page's colours where it names them: var(--asserts) and the like. */
function coloured(spec, element) {
  const style = getComputedStyle(element);
  const text = JSON.stringify({ ...spec, data: null });
  const replaced = text.replace(/var\((--[a-z]+)\)/g, (_, name) => style.getPropertyValue(name).trim());
  return { ...JSON.parse(replaced), data: spec.data };
}

async function draw(element) {
  const island = document.getElementById(`spec-${element.dataset.chart}`);
  const spec = coloured(JSON.parse(island.textContent), element);
  const width = Math.max(260, element.clientWidth - 10);
  const whole = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: "container", autosize: { type: "fit-x", contains: "padding" }, ...spec,
    description: element.getAttribute("aria-label"),
  };
  element.style.width = `${width}px`;
  await window.vegaEmbed(element, whole, {
    ast: true, renderer: "svg", config: config(element), mode: "vega-lite",
    logLevel: window.vega.Error,
    actions: { export: true, source: false, compiled: false, editor: false },
  });
}

function drawAll() {
  for (const element of document.querySelectorAll("[data-chart]")) {
    element.style.width = "";
    draw(element).catch((error) => {
      element.textContent = `This chart could not be drawn; the table below holds its numbers. (${error.message})`;
    });
  }
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
