// Finds exported annotations in the texts they are about, with a library that we did not write.
// In: {"texts": {sha256: text}, "items": [annotation, …]}. Out: {"found": n, "not": [[annotation id, exact, why], …]}.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const resolve = createRequire(process.env.HEARSAY_ANNOTATOR + "/").resolve;
const load = (name) => import(pathToFileURL(resolve(name)).href);
const dom = await load("@apache-annotator/dom");
const { JSDOM } = await load("jsdom");

// The library looks for what a browser has; here jsdom gives it.
const { Node, NodeFilter } = new JSDOM("").window;
Object.assign(globalThis, { Node, NodeFilter });

const codePoints = (text) => [...text].length;

/** The one place where a matcher says that a selector is, or the one of several that starts at `start`. */
async function place(scope, matcher, start) {
  for await (const range of matcher(scope)) {
    const before = scope.ownerDocument.createRange();
    before.setStart(scope, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const at = codePoints(before.toString());
    if (at === start) return { start: at, end: at + codePoints(range.toString()), text: range.toString() };
  }
  return null;
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const given = JSON.parse(Buffer.concat(chunks).toString("utf8"));

const scopes = {};
for (const [sha256, text] of Object.entries(given.texts)) {
  const { document } = new JSDOM("<!doctype html><pre></pre>").window;
  document.querySelector("pre").textContent = text;
  scopes[sha256] = document.querySelector("pre");
}

let found = 0;
const not = [];
for (const item of given.items) {
  for (const target of item.target) {
    const quote = (target.selector ?? []).find((one) => one.type === "TextQuoteSelector");
    if (!quote) continue;
    const position = target.selector.find((one) => one.type === "TextPositionSelector");
    const scope = scopes[target.source.sha256];
    const byQuote = scope && (await place(scope, dom.createTextQuoteSelectorMatcher(quote), position.start));
    const byPosition = scope && (await place(scope, dom.createTextPositionSelectorMatcher(position), position.start));
    if (!scope) not.push([item.id, quote.exact, "no text"]);
    else if (byQuote?.end !== position.end) not.push([item.id, quote.exact, "not by its words"]);
    else if (byPosition?.text !== quote.exact) not.push([item.id, quote.exact, "not by its place"]);
    else found += 1;
  }
}
console.log(JSON.stringify({ found, not }));
