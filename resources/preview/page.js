// What the preview does within its page, in a world that no script of the page can reach:
// it patches the page, scrolls it, and tells which block was clicked.
"use strict";
{
  const START = "pressdesk:body", END = "/pressdesk:body";
  const COMMENTS = NodeFilter.SHOW_COMMENT;

  // The two comments with the body between them; null where there is not one such pair.
  function placeIn(page) {
    const found = [];
    const walker = page.createTreeWalker(page, COMMENTS);
    while (walker.nextNode()) {
      if ([START, END].includes(walker.currentNode.data)) found.push(walker.currentNode);
    }
    const [start, end] = found;
    return found.length === 2 && start.parentNode === end.parentNode ? { start, end } : null;
  }

  function nodesBetween(start, end) {
    const nodes = [];
    for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  function parsed(html) {
    return new DOMParser().parseFromString(html, "text/html");
  }

  function setAttributes(node, wanted) {
    for (const { name } of [...node.attributes]) {
      if (!wanted.hasAttribute(name)) node.removeAttribute(name);
    }
    for (const attribute of wanted.attributes) {
      // What is equal is not set: a picture would be loaded once more.
      if (node.getAttribute(attribute.name) !== attribute.value) {
        node.setAttributeNode(attribute.cloneNode());
      }
    }
  }

  function become(node, wanted) {
    if (node.nodeType !== Node.ELEMENT_NODE) {
      if (node.data !== wanted.data) node.data = wanted.data;
      return;
    }
    setAttributes(node, wanted);
    replaceNodes(node, [...node.childNodes], [...wanted.childNodes], null);
  }

  // Makes of the nodes `old` of a parent the nodes `wanted`, which stand before `next`.
  function replaceNodes(parent, old, wanted, next) {
    const most = Math.min(old.length, wanted.length);
    let first = 0, last = 0;
    while (first < most && old[first].isEqualNode(wanted[first])) first++;
    while (last < most - first && old.at(-1 - last).isEqualNode(wanted.at(-1 - last))) last++;
    const after = last ? old.at(-last) : next;
    const gone = old.slice(first, old.length - last);
    const come = wanted.slice(first, wanted.length - last);
    for (let n = 0; n < Math.max(gone.length, come.length); n++) {
      const [node, other] = [gone[n], come[n]];
      if (!other) node.remove();
      else if (!node) parent.insertBefore(other, after);
      else if (node.nodeName === other.nodeName) become(node, other);
      else parent.replaceChild(other, node);
    }
  }

  // The same for a parent that holds the place of the body, which stays as it is.
  function replaceAround(parent, wanted, here, there) {
    const old = [...parent.childNodes], come = [...wanted.childNodes];
    const at = old.findIndex((node) => node.contains(here.start));
    const to = come.findIndex((node) => node.contains(there.start));
    if (old[at].nodeName !== come[to].nodeName) return false;
    const isHere = old[at] === here.start;
    const past = isHere ? old.indexOf(here.end) + 1 : at + 1;
    const pastThere = isHere ? come.indexOf(there.end) + 1 : to + 1;
    replaceNodes(parent, old.slice(past), come.slice(pastThere), null);
    replaceNodes(parent, old.slice(0, at), come.slice(0, to), old[at]);
    if (isHere) return true;
    setAttributes(old[at], come[to]);
    return replaceAround(old[at], come[to], here, there);
  }

  function patchBody({ count, start, removed, added }, place) {
    const nodes = nodesBetween(place.start, place.end);
    if (nodes.length !== 2 * count) return false; // each piece is an element and a line break
    if (!removed && !added.length) return true;
    const holder = document.createElement("template");
    holder.innerHTML = added.map((piece) => piece + "\n").join("");
    const wanted = [...holder.content.childNodes];
    if (wanted.length !== 2 * added.length) return false;
    const end = 2 * (start + removed);
    replaceNodes(place.start.parentNode, nodes.slice(2 * start, end), wanted, nodes[end] ?? place.end);
    return true;
  }

  function patchShell(shell, place) {
    const page = parsed(shell);
    const there = placeIn(page);
    return there !== null && replaceAround(document, page, place, there);
  }

  function patch(change) {
    const place = placeIn(document);
    if (!place) return "whole";
    if (change.shell !== null && !patchShell(change.shell, place)) return "whole";
    return patchBody(change, place) ? "done" : "whole";
  }

  function replaceAll(html) {
    become(document.documentElement, parsed(html).documentElement);
    return "done";
  }

  // An answer comes in any case, so that none means that the page was closed.
  function surely(work) {
    return (given) => {
      try {
        return work(given);
      } catch (error) {
        console.warn(error);
        return "failed";
      }
    };
  }

  // Scrolls to a block unless it can be seen.
  function goTo(id) {
    const block = document.getElementById(id);
    if (!block) return false;
    const { top, bottom } = block.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (seen < Math.min(bottom - top, innerHeight / 2)) {
      const isTall = bottom - top > innerHeight * 0.8;
      block.scrollIntoView({ behavior: "smooth", block: isTall ? "start" : "center" });
    }
    return true;
  }

  function tell(kind, what) {
    console.info(`pressdesk:${kind} ${JSON.stringify(what)}`);
  }

  function tellLink(event) {
    const link = event.target.closest("a[href], area[href]");
    if (!link) return false;
    event.preventDefault();
    tell("link", String(link.href.baseVal ?? link.href)); // SVG has links too
    return true;
  }

  function tellBlock(event) {
    const ids = [];
    const body = placeIn(document)?.start.parentElement;
    for (let node = event.target; node; node = node.parentElement) {
      if (node.id) ids.push(node.id);
      // A list, and who said a quotation, have no id: what stands in them has.
      if (body && node.parentElement === body) ids.push(node.querySelector("[id]")?.id ?? "");
    }
    tell("clicked", ids);
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync("img { background: rgb(127 127 127 / 0.16) }"); // until it is there
  document.adoptedStyleSheets = [sheet];
  document.addEventListener("auxclick", tellLink);
  document.addEventListener("click", (event) => {
    if (!tellLink(event) && getSelection().isCollapsed) tellBlock(event);
  });
  globalThis.pressdesk = { patch: surely(patch), replaceAll: surely(replaceAll), goTo };
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => tell("ready", true));
  } else {
    tell("ready", true);
  }
}
