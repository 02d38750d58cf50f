import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../adapters/locales.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { fullWeek } from "../chart/digests.ts";
import { MARKED_SETTINGS, markedDesk } from "../privacy/marked.ts";
import { countingIds, DAY, settingsOf } from "../world.ts";
import { digestRow, postedDigests } from "./digest-rows.ts";
import { englishIn } from "./english.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

/** What programs and operators read, in English: calls, their answers, the log. */
const FOR_PROGRAMS = [
  "adapters/web/api/",
  "adapters/web/access.ts",
  "adapters/web/web.ts",
  "adapters/web/live.ts",
  "adapters/web/metrics.ts",
  "adapters/web/web-chat.ts",
  "adapters/web/public-chat/chat-feed.ts",
  "adapters/web/public-chat/widget-routes.ts",
];

function filesUnder(folder: string): string[] {
  return readdirSync(packageFile(folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|js)$/.test(file))
    .map((file) => join(folder, file).replaceAll("\\", "/"));
}

function left(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    englishIn(readFileSync(packageFile(file), "utf8")).map(({ line, text }) => `${file}:${line} ${text}`),
  );
}

const startsWithOne = (file: string, starts: readonly string[]) => starts.some((start) => file.startsWith(start));

describe("the sources of pages and pictures", () => {
  it("have no English in them: every word comes from the catalogues", () => {
    const files = [...filesUnder("adapters/web"), ...filesUnder("adapters/chart")];
    const held = files.filter((file) => !startsWithOne(file, FOR_PROGRAMS));
    expect(held.length).toBeGreaterThan(60);
    expect(left(held)).toEqual([]);
  });

  it.each([
    ['html`<p class="lead">Who is unhappy</p>`', ["Who is unhappy"]],
    ['html`<b>§{count}</b> answers §{x ? html`<i>told</i>` : ""}`', ["told", "answers"]],
    ['html`<button aria-label="Close it">×</button>`', ["Close it"]],
    ['const OFFLINE = "You’re offline. It reconnects.";', ["You’re offline. It reconnects."]],
    ["const text = `The week §{week} is over`;", ["The week … is over"]],
    ['const words = { cooldown: "they were asked recently" };', ["they were asked recently"]],
  ])("are searched in every corner: %s", (planted, found) => {
    expect(englishIn(planted.replaceAll("§", "$")).map(({ text }) => text)).toEqual(found);
  });

  it.each([
    'html`<p class="card week is-missing">§{say("seat.lead")}</p>`',
    '// Nobody reads this\n/* Nor this one */ const key = "seat.lead";',
    'log.fault("A page failed", { path });',
    'throw new Error("Nothing is here");',
    'const look = { what: "A digest page" } as const;',
    "const found = /^Some [a-z]+ words$/.test(text);",
    'const checked = html` aria-current="page"`;',
    'import { html } from "hono/html";',
  ])("are not accused wrongly: %s", (source) => {
    expect(englishIn(source.replaceAll("§", "$"))).toEqual([]);
  });
});

/** The words on a page: its texts, and the attributes that are read to people. */
function wordsOn(page: string): string[] {
  const main = page.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
  const spoken = [...main.matchAll(/\b(?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map(([, text]) => text ?? "");
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return [...main.split(/<[^>]*>/), ...spoken].map((text) =>
    text.replace(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all).trim(),
  );
}

const catalogues = readCatalogues();

/** What each English sentence looks like that says something else in German; those with a choice in them by no pattern. */
const ENGLISH = Object.entries(catalogues.get("en") ?? {}).flatMap(([key, text]) => {
  const german = Object.values(catalogues.get("de") ?? {});
  if (german.includes(text) || /\{\w+, (?:plural|select)/.test(text) || !/\p{L}{2}/u.test(text)) return [];
  const parts = text.split(/\{[^}]*\}/);
  if (parts.length > 1 && parts.join("").length < 12) return [];
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return [{ key, pattern: new RegExp(`^${escaped.join(".+")}$`, "u") }];
});

function englishOn(page: string): string[] {
  const words = wordsOn(page).filter((text) => /\p{L}{2}/u.test(text));
  return ENGLISH.filter(({ pattern }) => words.some((text) => pattern.test(text))).map(({ key }) => key);
}

/** The addresses of the desk's pages, with what stands under each. */
function pagesOf({ platform }: OpenDesk, ids: Readonly<Record<string, string>>): string[] {
  const routes = platform.app.routes.filter(({ method, path }) => method === "GET" && !path.startsWith("/api/"));
  const paths = [...new Set(routes.map(({ path }) => path))].filter((path) => !/live$|news$|\*|^\/desks/.test(path));
  return paths.map((path) =>
    path.replace(/:(\w+)/g, (_, name: string) => ids[`${path} ${name}`] ?? ids[name] ?? "none"),
  );
}

describe("a German desk", () => {
  it("is German on every page", async () => {
    const settings = settingsOf({ ...MARKED_SETTINGS, desk: { locale: "de", zone: "Europe/Berlin" } });
    const marked = await markedDesk({ settings, ids: countingIds() });
    const { world, interactionId, caseId, customerId, token } = marked;
    await world.pass(DAY, DAY);
    await postedDigests(world.allDesks, [digestRow(fullWeek(), { isLate: true })]);
    const desk = await openDesk({ from: world, settings });
    const ids = {
      ...{ token, week: "2026-W46", file: "chair.svg", id: caseId, caseId, interactionId, customerId },
      ...{ "/conversations/:id id": interactionId, "/customers/:id id": customerId, "/products/:id id": "app" },
    };
    const query = new URLSearchParams({ name: "Ash", me: "unhappy", chat: "unhappy", conversation: interactionId });
    const english: string[] = [];
    const seen: string[] = [];
    for (const path of [...pagesOf(desk, ids), "/nowhere", "/digest", "/digest/2026-W99"]) {
      const nameless = await desk.sit(path);
      const answer = await desk.sit(`${path}?${query}`);
      const shut = await desk.ask(path);
      if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
      const pages = await Promise.all([nameless, answer, shut].map((one) => one.text()));
      seen.push(path);
      const lang = pages.flatMap((page) => [...page.matchAll(/<html lang="([^"]+)"/g)].map(([, tag]) => tag));
      english.push(...lang.filter((tag) => tag !== "de").map((tag) => `${path} is in ${tag}`));
      english.push(...new Set(pages.flatMap(englishOn).map((key) => `${path} says ${key}`)));
    }
    expect(seen.length).toBeGreaterThan(12);
    expect(english).toEqual([]);
  });

  it("would not go unnoticed with an English word on it", () => {
    expect(englishOn("<p>Continue</p>")).toContain("seat.continue");
    expect(englishOn('<a aria-label="Skip to the content">x</a>')).toContain("nav.skip");
    expect(englishOn("<p>Decided by Ash on 3 May: keep. It works.</p>")).toContain("digest.board.decided");
    expect(englishOn("<p>Weiter</p>")).toEqual([]);
  });
});
