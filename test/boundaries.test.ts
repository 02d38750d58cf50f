import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES, type Sources } from "./boundaries.ts";

function sourcesIn(folder: string): (readonly [path: string, source: string])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .map((path) => [path, readFileSync(path, "utf8")]);
}

const HOUSE: Sources = new Map([...sourcesIn("src"), ...sourcesIn("adapters")]);

type Breach = readonly [rule: string, path: string, source: string];

const WORDS = "words are had from the bot alone, but for those who are named with a reason";

/** A breach of each rule, to be planted among the true sources. */
const BREACHES: readonly Breach[] = [
  ["nouns import nothing but nouns", "src/survey/planted.ts", 'import type { Store } from "../ports.ts";'],
  ["nouns import nothing but nouns", "src/survey/planted.ts", 'import { ask } from "./ask-survey.ts";'],
  ["nouns import nothing but nouns", "src/survey/planted.ts", 'import { readFileSync } from "node:fs";'],
  ["shared words import nouns and each other", "src/ports.ts", 'export { ask } from "./survey/ask-survey.ts";'],
  ["use cases import nouns, use cases and shared words", "src/survey/ask-planted.ts", 'import "../bot.ts";'],
  ["use cases import nouns, use cases and shared words", "src/survey/ask-planted.ts", 'import { Hono } from "hono";'],
  [
    "what presses, forms and commands mean is told in words of the product",
    "src/chat/planted.ts",
    'import { parseClick } from "../../adapters/slack/parse-interaction.ts";',
  ],
  [
    "bot.ts imports the product alone",
    "src/bot.ts",
    'import { openSqliteStore } from "../adapters/database/sqlite.ts";',
  ],
  [
    "what decides and what follows are put together of use cases",
    "src/reactions.ts",
    'import { createBot } from "./bot.ts";',
  ],
  [
    "bot.ts alone says when what follows is to follow",
    "src/survey/record-planted.ts",
    'import { withReactions } from "../reactions.ts";',
  ],
  [
    "no folders beside each other import each other in a circle",
    "src/interaction/planted.ts",
    'import type { Response } from "../survey/response.ts";',
  ],
  [
    "no folders beside each other import each other in a circle",
    "adapters/web/pages/digest/planted.ts",
    'import { teamPage } from "../team/team-page.ts";',
  ],
  [
    "the dispatcher and the clock speak to the bot, not to use cases",
    "src/outbox/dispatcher.ts",
    'import {\n  askSurvey,\n} from "./survey/ask-survey.ts";',
  ],
  [
    "an adapter imports the product, itself and what stands directly in adapters/",
    "adapters/web/planted.ts",
    'const store = await import("../database/sqlite.ts");',
  ],
  [
    "an adapter imports the product, itself and what stands directly in adapters/",
    "adapters/planted.ts",
    'import type { Chat } from "./web/web.ts";',
  ],
  [
    "an adapter imports the product, itself and what stands directly in adapters/",
    "adapters/web/planted.ts",
    'import { startProgram } from "../main.ts";',
  ],
  [
    "an adapter imports the product, itself and what stands directly in adapters/",
    "adapters/planted.ts",
    'import { PLATFORMS } from "./platforms.ts";',
  ],
  [
    "nothing outside a platform's folder names a platform",
    "src/planted.ts",
    'export const isIt = (name: string) => name === "slack";',
  ],
  [
    "nothing outside a platform's folder names a platform",
    "adapters/cli/planted.ts",
    'import "../discord/platform.ts";',
  ],
  [
    "nothing outside a platform's folder names a platform",
    "adapters/discord/planted.ts",
    "export const slackToken = 1;",
  ],
  ["the product names no platform's package", "src/planted.ts", 'const name = "@slack/bolt";'],
  ["only bot.ts saves", "adapters/web/planted.ts", "await store.save({ id: null, at: 0 }, []);"],
  ["only the dispatcher posts", "adapters/web/planted.ts", "await chat.post(outgoing);"],
  [
    "what a press or a form of a chat or a page means stands in src/chat/button-events.ts alone",
    "adapters/web/pages/planted.ts",
    'const event = { kind: "case-acted", act: "claim" };',
  ],
  ["nothing is of type any", "src/planted.ts", "export const planted = (value: any) => value;"],
  ["nothing is of type any", "src/planted.ts", "export const planted: Map<string, any> = new Map();"],
  ["nothing is a default export", "src/planted.ts", "export default 1;"],
  ["nothing writes to the console", "adapters/cli/planted.ts", 'console.log("planted");'],
  ["no file is longer than 250 lines", "src/planted.ts", "export {};\n".repeat(251)],
  ["a type's name stands for one thing", "src/survey/planted.ts", "interface Band {}"],
  ["a type's name stands for one thing", "adapters/slack/planted.ts", "export type DiscordApi = string;"],
  ["every use case is imported by somebody", "src/survey/ask-planted.ts", "export {};"],
  [WORDS, "adapters/web/planted.ts", 'const rows = await store.at(desk).list("entry", {});'],
  [WORDS, "adapters/slack/planted.ts", "const rows = desk.bot.ownWords(somebodyElse);"],
  [WORDS, "adapters/discord/planted.ts", "const held = store as unknown as WordlessReader;"],
];

describe("the house", () => {
  it.each(RULES)("holds: $name", (rule) => {
    expect(rule.breaches(HOUSE)).toEqual([]);
  });

  it.each(BREACHES)("would notice a breach of: %s (%s)", (name, path, source) => {
    const rule = RULES.find((candidate) => candidate.name === name);
    const clean = rule?.breaches(HOUSE) ?? [];
    const found = rule?.breaches(new Map([...HOUSE, [path, source]])) ?? [];
    expect(found.filter((breach) => !clean.includes(breach))).toEqual([expect.stringContaining(path)]);
  });

  it("plants a breach of every rule", () => {
    expect(new Set(BREACHES.map(([rule]) => rule))).toEqual(new Set(RULES.map((rule) => rule.name)));
  });

  it("lets comments and words of the same look be", () => {
    const source =
      '// import "../ports.ts"\n/** Any answer, say: any. */\nexport const company = "many: any, console.";';
    const found = RULES.flatMap((rule) => rule.breaches(new Map([["src/survey/planted.ts", source]])));
    expect(found).toEqual([]);
  });
});
