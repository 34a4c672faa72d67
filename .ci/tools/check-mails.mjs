// Checks mails: node check-mails.mjs FILE.html… prints {"problems":[{file,tool,rule,line,message}],"features":[…],"html":[rules that are off]}.
// Two judges: html-validate says whether it is HTML, caniemail's data whether mail clients show it. Asks no network.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { featuresOf, judge } from "./mail-features.mjs";

/** Rules of html-validate:recommended that contradict how mails are written. */
const OFF = {
  "no-inline-style": "Gmail outside Google accounts and several phones drop <style>; what a mail cannot do without is inline",
  "no-conditional-comment": "only Word, inside Outlook for Windows, reads them; nothing else gives it the width of 600 px and a Han font",
};

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended"],
    rules: Object.fromEntries(Object.keys(OFF).map((rule) => [rule, "off"])),
  }),
);

const problems = [];
const used = new Map();
for (const file of process.argv.slice(2)) {
  const html = readFileSync(file, "utf8");
  const report = await validator.validateString(html, file);
  for (const { messages } of report.results)
    for (const m of messages)
      problems.push({ file, tool: "html-validate", rule: m.ruleId, line: m.line, message: m.message });
  for (const feature of featuresOf(html)) {
    if (!used.has(feature.slug)) used.set(feature.slug, judge(feature));
    const verdict = used.get(feature.slug);
    if (verdict.refused)
      problems.push({ file, tool: "caniemail", rule: feature.slug, line: 0, message: verdict.refused });
  }
}
const features = [...used.values()].sort((a, b) => a.slug.localeCompare(b.slug));
console.log(JSON.stringify({ problems, features, off: OFF }));
