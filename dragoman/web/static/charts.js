// Draws the charts of a page; where one cannot be drawn, the table under it still says it all.
"use strict";

const canvas = document.createElement("canvas").getContext("2d");

// A colour of the theme, as the browser resolves it: Vega knows no custom properties.
function colour(name) {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  canvas.fillStyle = value;
  return canvas.fillStyle;
}

function themed(value) {
  if (typeof value === "string") return /^--[a-z-]+$/.test(value) ? colour(value) : value;
  if (Array.isArray(value)) return value.map(themed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, themed(one)]));
}

function config() {
  const font = getComputedStyle(document.body).fontFamily;
  const [ink, faint, rule] = ["--ink", "--faint", "--rule"].map(colour);
  const text = { labelColor: faint, titleColor: faint, labelFont: font, titleFont: font,
    labelFontSize: 12, titleFontSize: 12, titleFontWeight: 400 };
  return {
    background: null, font,
    axis: { ...text, gridColor: rule, gridOpacity: 0.5, domainColor: rule, tickColor: rule },
    legend: { ...text, labelColor: ink, orient: innerWidth < 600 ? "bottom" : "bottom-left" },
    view: { stroke: null },
    text: { color: ink, fontSize: innerWidth < 600 ? 9 : 12 },
  };
}

function size(spec, holder) {
  const width = Math.floor(holder.clientWidth);
  const aspect = spec.usermeta?.aspect;
  return { width, ...(aspect ? { height: Math.round(Math.max(spec.usermeta.least ?? 160, Math.min(760, width * aspect))) } : {}) };
}

async function draw(holder) {
  holder.hidden = false;
  const answer = await fetch(holder.dataset.chart, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${holder.dataset.chart}: ${answer.status}`);
  const spec = await answer.json();
  const show = async () => {
    const own = themed({ ...spec, ...size(spec, holder), autosize: { type: "fit", contains: "padding" } });
    const full = { ...own, config: { ...config(), ...own.config } };
    const compiled = vegaLite.compile(full).spec;
    const flow = vega.parse(compiled, null, { ast: true });
    holder.view?.finalize();
    holder.querySelector(".plot").replaceChildren();
    holder.view = new vega.View(flow, {
      renderer: "svg", container: holder.querySelector(".plot"), hover: true,
      expr: vega.expressionInterpreter, tooltip: tip, loader: loader(), logLevel: vega.Error,
    });
    await holder.view.runAsync();
    // The drawing has one name as a whole; its many marks are told by the table under it.
    const plot = holder.querySelector(".plot");
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", holder.dataset.label);
    plot.querySelector("svg").setAttribute("aria-hidden", "true");
  };
  holder.append(element("div", "plot"), links(holder));
  await show();
  let width = holder.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(holder.clientWidth - width) > 8) {
      width = holder.clientWidth;
      show();
    }
  }).observe(holder);
  document.addEventListener("theme", show);
}

// Links in charts stay here and lead to our own pages only.
function loader() {
  const ours = vega.loader();
  const sanitize = ours.sanitize.bind(ours);
  ours.sanitize = async (uri, options) => {
    if (!/^\/(?!\/)/.test(uri)) throw new Error(`not ours: ${uri}`);
    return { ...(await sanitize(uri, options)), href: uri };
  };
  return ours;
}

const bubble = element("div", "tip");
bubble.hidden = true;
document.body.append(bubble);

function tip(handler, event, item, value) {
  bubble.hidden = value === null || value === undefined || value === "";
  if (bubble.hidden) return;
  const lines = typeof value === "object" ? Object.entries(value) : [["", value]];
  bubble.replaceChildren(...lines
    .filter(([, told]) => told !== undefined && told !== "undefined" && told !== "")
    .map(([name, told]) => {
      const line = element("div");
      line.textContent = name ? `${name}: ${told}` : String(told);
      return line;
    }));
  bubble.hidden = bubble.childElementCount === 0;
  const left = Math.min(event.clientX + 14, innerWidth - bubble.offsetWidth - 8);
  bubble.style.left = `${Math.max(8, left)}px`;
  bubble.style.top = `${Math.min(event.clientY + 14, innerHeight - bubble.offsetHeight - 8)}px`;
}

function links(holder) {
  const line = element("p", "downloads");
  line.append("Chart: ");
  for (const [name, make] of [["SVG", svg], ["PNG", png]]) {
    const link = element("a");
    link.href = "#";
    link.textContent = name;
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      save(await make(holder.view), `${holder.dataset.name}.${name.toLowerCase()}`);
    });
    line.append(link, " ");
  }
  return line;
}

async function svg(view) {
  return URL.createObjectURL(new Blob([await view.toSVG()], { type: "image/svg+xml" }));
}

function png(view) {
  return view.toImageURL("png", 2);
}

function save(address, name) {
  const link = element("a");
  link.href = address;
  link.download = name;
  link.click();
}

function element(name, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}

for (const holder of document.querySelectorAll("[data-chart]")) {
  draw(holder).catch((error) => {
    holder.hidden = true;
    console.warn(String(error));
  });
}
