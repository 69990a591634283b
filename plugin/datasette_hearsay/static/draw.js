/* Draws each chart from the specification beside it, in the page's own colours, again when they change. */
const OKABE_ITO = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999", "#F0E442"];

function config(element) {
  const style = getComputedStyle(element);
  const colour = (name) => style.getPropertyValue(name).trim();
  const narrow = element.clientWidth < 480;
  const axis = {
    labelColor: colour("--soft"), titleColor: colour("--ink"), domainColor: colour("--line"),
    tickColor: colour("--line"), gridColor: colour("--line"), titleFontWeight: 500, labelFontSize: 11,
  };
  return {
    background: "transparent", font: "system-ui, sans-serif", axis, view: { stroke: null },
    legend: { labelColor: colour("--ink"), titleColor: colour("--soft"), titleFontWeight: 500, columns: narrow ? 2 : 4 },
    axisY: { labelLimit: narrow ? 90 : 190 },
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

/* A line for each value of a nominal y; where marks of one day lie beside one another in it, a line for each of them. */
function heightOf(spec) {
  const { y, yOffset } = spec.encoding;
  if (!y || y.type !== "nominal") return 260;
  const rows = spec.data.values;
  const lines = new Set(rows.map((row) => row[y.field])).size;
  if (!yOffset) return Math.max(70, lines * 22);
  const beside = new Map();
  for (const row of rows) {
    const place = JSON.stringify([row[y.field], row.day]);
    beside.set(place, (beside.get(place) || 0) + 1);
  }
  return Math.max(70, Math.min(900, lines * (14 + 15 * Math.max(...beside.values()))));
}

async function draw(element) {
  const island = document.getElementById(`spec-${element.dataset.chart}`);
  const spec = coloured(JSON.parse(island.textContent), element);
  const width = Math.max(260, element.clientWidth - 10);
  const whole = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: "container", height: heightOf(spec), autosize: { type: "fit-x", contains: "padding" }, ...spec,
    description: element.getAttribute("aria-label"),
  };
  element.style.width = `${width}px`;
  const { view } = await window.vegaEmbed(element, whole, {
    ast: true, renderer: "svg", config: config(element), mode: "vega-lite", actions: false, logLevel: 1,
  });
  followAddressesOnly(view.loader());
  offerImages(element, view);
}

/* A mark whose row has no address leads nowhere; Vega would follow the word "null". */
function followAddressesOnly(loader) {
  const sanitize = loader.sanitize;
  loader.sanitize = (address, options) => (
    address === "null" || address === "undefined" ? Promise.reject(new Error("no address")) : sanitize.call(loader, address, options)
  );
}

/* "SVG" and "PNG" beside the other links under the chart. */
function offerImages(element, view) {
  const links = element.closest("figure").querySelector(".behind");
  for (const old of links.querySelectorAll("button")) old.remove();
  for (const type of ["svg", "png"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = type.toUpperCase();
    button.addEventListener("click", async () => {
      const link = document.createElement("a");
      link.href = await view.toImageURL(type, type === "png" ? 2 : 1);
      link.download = `${element.dataset.chart}.${type}`;
      link.click();
    });
    links.append(button);
  }
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
