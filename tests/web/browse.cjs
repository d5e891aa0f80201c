// Opens pages in one Chromium and tells what happened in each.
//
// Reads from standard input {chromium, profile, pages: [{name, path, axe, texts, views}]}: texts gives
// selectors by name, a view is {width, height, phone, scheme}. Writes to standard output, by name of
// the page: what ran, what was asked for from elsewhere, the texts found, what axe has against it.

const fs = require("fs");
const path = require("path");
const modules = process.env.PRESSDESK_NODE_MODULES || path.join(__dirname, "node_modules");
const puppeteer = require(path.join(modules, "puppeteer-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

// Runs in the page before anything of it: whatever a script may do to show that it ran.
function watch() {
  window.ran = [];
  const note = (what) => (...given) => { window.ran.push(`${what}(${given.join()})`); };
  for (const name of ["alert", "confirm", "prompt", "print", "open", "eval"]) window[name] = note(name);
  for (const name of Object.keys(console)) console[name] = note(`console.${name}`);
  document.write = document.writeln = note("document.write");
  window.addEventListener("error", (event) => {
    if (event.target === window) window.ran.push(`error: ${event.message}`);
  }, true);
}

// Runs in the page when it stands: what ran or could still run, where it leads, what it says.
function read(selectors) {
  const all = [...document.querySelectorAll("*")];
  const active = all.filter((element) =>
    (element.matches("script") && element.type !== "application/ld+json") ||
    element.matches("iframe, frame, object, embed, base, form, meta[http-equiv]") ||
    [...element.attributes].some((attribute) => attribute.name.startsWith("on")));
  const textOf = (element) => {
    const copy = element.cloneNode(true);
    for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
    return copy.textContent;
  };
  const texts = {};
  for (const [name, selector] of Object.entries(selectors)) {
    texts[name] = [...document.querySelectorAll(selector)].map(textOf);
  }
  const data = document.querySelector("script[type='application/ld+json']");
  return {
    ran: [...window.ran, ...active.map((element) => element.outerHTML.slice(0, 200))],
    schemes: [...new Set([...document.links].map((link) => link.protocol))],
    texts,
    alternatives: [...document.images].map((image) => image.alt),
    missing: [...document.images].filter((image) => !image.naturalWidth).map((image) => image.src),
    data: data ? data.textContent : "",
    title: document.title,
  };
}

async function visit(browser, wanted) {
  const page = await browser.newPage();
  const requests = [];
  const outside = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const isOwn = url.startsWith("file:") || url.startsWith("data:");
    if (!isOwn) requests.push(url);
    if (isOwn) request.continue(); else request.abort();
  });
  page.on("dialog", (dialog) => { outside.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("popup", () => outside.push("popup"));
  await page.evaluateOnNewDocument(watch);
  const result = { violations: [], sideways: [] };
  for (const view of wanted.views) {
    await page.setViewport({
      width: view.width, height: view.height, isMobile: view.phone, hasTouch: view.phone,
      deviceScaleFactor: 1,
    });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
    await page.goto("file://" + wanted.path, { waitUntil: "load" });
    await page.evaluate(() => Promise.all([...document.images].map((image) => {
      image.loading = "eager";
      return image.decode().catch(() => null);
    })));
    Object.assign(result, await page.evaluate(read, wanted.texts));
    const [content, room] = await page.evaluate(
      () => [document.documentElement.scrollWidth, window.innerWidth]);
    if (content > room) result.sideways.push(`${content} in ${room}`);
    if (wanted.axe) {
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      for (const fault of found.violations) {
        const where = fault.nodes.map((node) => node.target.join(" ")).join(", ");
        result.violations.push(`${view.scheme} ${view.width}: ${fault.id} at ${where}`);
      }
    }
  }
  await page.close();
  return { ...result, ran: [...result.ran, ...outside], requests };
}

(async () => {
  const job = JSON.parse(fs.readFileSync(0, "utf8"));
  const browser = await puppeteer.launch({
    executablePath: job.chromium,
    userDataDir: job.profile,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const results = {};
  try {
    for (const wanted of job.pages) results[wanted.name] = await visit(browser, wanted);
  } finally {
    await browser.close();
  }
  process.stdout.write(JSON.stringify(results));
})();
