// Which features of caniemail.com a mail uses, and how many clients know each. check-mails.mjs prints the verdicts.
import css from "@adobe/css-tools";
import { caniemail, rawData } from "caniemail";
import { parseDocument } from "htmlparser2";

/** The clients most of the world reads mail in; QQ and 163 show mails in the reader's browser and have no data. */
const MAIN = ["apple-mail", "gmail", "outlook", "yahoo"];

/** Used although most clients do not know them: each does something where it is known and nothing elsewhere. */
const PROGRESSIVE = {
  "css-at-media-prefers-color-scheme":
    "the dark scheme: Apple Mail and Outlook on Mac, phones and the web; the others keep the light one or invert it themselves",
  "css-color-scheme": "Apple Mail applies a dark scheme only where this property announces one",
};

const bySlug = new Map(rawData.data.map((feature) => [feature.slug, feature]));
const byTitle = new Map(rawData.data.map((feature) => [feature.title, feature]));
const HTML5 = "article aside details figcaption figure footer header main mark nav section summary time".split(" ");
const TAGS = {
  a: "anchor-links", b: "strong", h1: "h1-h6", h2: "h1-h6", h3: "h1-h6", h4: "h1-h6", h5: "h1-h6", h6: "h1-h6",
  li: "lists", ol: "lists", ul: "lists", s: "strike", td: "table", th: "table", tr: "table", tbody: "table",
};

/** The features a mail uses, those that the package finds and those it does not look for. */
export function featuresOf(html) {
  const found = new Set();
  const { issues } = caniemail({ clients: ["*"], html });
  for (const list of [issues.errors, issues.warnings])
    for (const each of list.values()) for (const issue of each) found.add(byTitle.get(issue.title)?.slug);
  const use = (slug) => bySlug.has(slug) && found.add(slug);
  walk(parseDocument(html), use);
  found.delete(undefined);
  return [...found].map((slug) => bySlug.get(slug));
}

function walk(node, use) {
  if (node.type === "directive" && /doctype/i.test(node.data)) use("html-doctype");
  if (node.type === "comment") use("html-comments");
  if (node.attribs) element(node, use);
  for (const child of node.children ?? []) walk(child, use);
}

function element(node, use) {
  const tag = node.name;
  const href = node.attribs.href ?? "";
  if (HTML5.includes(tag)) use("html-semantics");
  if (tag !== "a") use("html-" + (TAGS[tag] ?? tag));
  else if (href.startsWith("#")) use("html-anchor-links");
  else if (href.startsWith("mailto:")) use("html-mailto-links");
  if (tag === "meta" && node.attribs.name === "color-scheme") use("html-meta-color-scheme");
  if (tag === "style") sheet(css.parse(node.children[0].data).stylesheet.rules, use);
  for (const name of Object.keys(node.attribs)) {
    use("html-" + name);
    use("html-" + name + "-attribute");
  }
  if (node.attribs.style) declarations(css.parse(`x{${node.attribs.style}}`).stylesheet.rules[0].declarations, use);
}

function sheet(rules, use) {
  for (const rule of rules) {
    if (rule.type === "comment") use("css-comments");
    if (rule.type === "media") {
      use("css-at-media");
      for (const [, feature] of rule.media.matchAll(/\(([a-z-]+)/g)) use("css-at-media-" + feature);
      sheet(rule.rules, use);
    } else if (rule.type === "rule") {
      for (const selector of rule.selectors) selectorOf(selector, use);
      if (rule.selectors.length > 1) use("css-selector-grouping");
      declarations(rule.declarations, use);
    } else use("css-at-" + rule.type);
  }
}

function selectorOf(selector, use) {
  if (/\.[a-z]/i.test(selector)) use("css-selector-class");
  if (/#[a-z]/i.test(selector)) use("css-selector-id");
  if (/(^|\s)[a-z]/i.test(selector)) use("css-selector-type");
  if (/\[/.test(selector)) use("css-selector-attribute");
  if (/\*/.test(selector)) use("css-selector-universal");
  if (/[^\s>+~]\s+[^\s>+~]/.test(selector)) use("css-selector-descendant");
  if (/>/.test(selector)) use("css-selector-child");
  if (/\+/.test(selector)) use("css-selector-adjacent-sibling");
  if (/~/.test(selector)) use("css-selector-general-sibling");
  if (/[\w-]\.[\w-]/.test(selector)) use("css-selector-chaining");
  for (const [, name] of selector.matchAll(/:([a-z-]+)/g)) {
    use("css-pseudo-class-" + name);
    use("css-pseudo-element-" + name);
  }
}

function declarations(list, use) {
  for (const { type, property, value } of list) {
    if (type === "comment") use("css-comments");
    if (type !== "declaration") continue;
    use("css-" + property);
    for (const side of ["top", "right", "bottom", "left"]) use("css-" + property.replace("-" + side, ""));
    if (property.startsWith("font-")) use("css-font");
    if (/^(left|right|top|bottom)$/.test(property)) use("css-left-right-top-bottom");
    if (property === "display") use("css-display-" + value);
    if (property.startsWith("--") || /var\(/.test(value)) use("css-variables");
    if (/!important/.test(value)) use("css-important");
    if (/system-ui/.test(value)) use("css-sytem-ui");
    for (const [, unit] of value.matchAll(/\d(px|em|rem|pt|vh|vw|ch|ex|vmin|vmax|cm|mm|in|pc)\b/g)) use("css-unit-" + unit);
    if (/\d%/.test(value)) use("css-unit-percent");
    for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) for (const slug of [name, "function-" + name, "unit-" + name]) use("css-" + slug);
  }
}

/** Counts the clients, each with its newest version, that show a feature, in part or whole. */
export function judge(feature) {
  const all = { yes: 0, of: 0 };
  const main = { yes: 0, of: 0 };
  const families = {};
  for (const [family, platforms] of Object.entries(feature.stats)) {
    const own = { yes: 0, of: 0 };
    for (const versions of Object.values(platforms)) {
      const newest = versions[Object.keys(versions).sort().at(-1)] ?? "u";
      if (newest.startsWith("u")) continue;
      const yes = newest.startsWith("n") ? 0 : 1;
      for (const count of MAIN.includes(family) ? [all, main, own] : [all, own]) {
        count.of++;
        count.yes += yes;
      }
    }
    if (MAIN.includes(family)) families[family] = `${own.yes}/${own.of}`;
  }
  const minority = all.yes * 2 < all.of || main.yes * 2 < main.of;
  const progressive = PROGRESSIVE[feature.slug];
  return {
    slug: feature.slug, title: feature.title, all: `${all.yes}/${all.of}`, main: `${main.yes}/${main.of}`, families,
    ...(minority && progressive ? { progressive } : {}),
    ...(minority && !progressive
      ? { refused: `${feature.title}: shown by ${all.yes} of ${all.of} clients, ${main.yes} of ${main.of} of the main ones` }
      : {}),
  };
}
