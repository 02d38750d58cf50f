import { systemClock } from "../../src/clock.ts";
import type { FoundWord, FoundWords } from "../../src/privacy/disclosure.ts";
import type { SearchWish } from "../../src/search/sought.ts";
import { BANDS, type Band } from "../../src/survey/score.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commander } from "./reader.ts";
import { textTable } from "./text-table.ts";

export interface SearchOptions extends DeskChoice {
  readonly without?: string;
  readonly product?: string;
  readonly band?: string;
  readonly agent?: string;
  readonly week?: string;
  readonly person?: string;
  readonly limit: string;
  readonly format: "text" | "json";
}

const USUAL_WIDTH = 120;

function bandOf(band: string | undefined): { readonly band?: Band } {
  const known = BANDS.find((one) => one === band);
  if (band !== undefined && known === undefined)
    throw new Failure([`--band "${band}" is none; there are ${BANDS.join(", ")}.`], 2);
  return known === undefined ? {} : { band: known };
}

function soughtIn(words: readonly string[], options: SearchOptions): SearchWish {
  const { product, agent, week, person } = options;
  const given = Object.entries({ product, agent, week, person }).filter(([, value]) => value !== undefined);
  const limit = Number(options.limit);
  if (!Number.isSafeInteger(limit) || limit < 1) throw new Failure(["--limit is a whole number from 1."], 2);
  const without = (options.without ?? "").split(/\s+/).flatMap((word) => (word === "" ? [] : [`-${word}`]));
  return { typed: [...words, ...without].join(" "), limit, ...Object.fromEntries(given), ...bandOf(options.band) };
}

function rowOf({ at, kind, author, score, product, text, interactionId }: FoundWord): string[] {
  const moment = new Date(at).toISOString().slice(0, 16).replace("T", " ");
  const who = kind === "comment" ? `reason${score === null ? "" : ` ${score}/10`}` : author;
  return [moment, who, product ?? "", interactionId, text];
}

function asText({ hits, behind }: FoundWords): string {
  if (hits.length === 0) return "Nothing was found.\n";
  const titles = ["WHEN (UTC)", "WHO", "PRODUCT", "CONVERSATION", "WORDS"];
  const table = textTable(titles, hits.map(rowOf), process.stdout.columns ?? USUAL_WIDTH);
  return `${table}${hits.length} found${behind === null ? "" : ", and there are older ones: see --limit"}.\n`;
}

/** `emptychair search`: what was written, redacted, the newest first; the audit log tells of it. May be run while the program runs. */
export async function search(words: readonly string[], options: SearchOptions): Promise<void> {
  const config = loadDesk(options);
  const [{ id: desk }] = config.desks;
  const wanted = { kind: "search", sought: soughtIn(words, options) } as const;
  const handled = await withStore(config, async (store) => {
    const bot = await openBot(config, store);
    const reading = { by: commander(), via: "command", purpose: "learn", wanted, desk } as const;
    return bot.handle({ kind: "words-wanted", id: null, at: systemClock.now(), ...reading });
  });
  if (handled.disclosed?.kind !== "search") throw new Failure([handled.refusal?.text ?? "Nothing was found."], 2);
  const { found } = handled.disclosed;
  process.stdout.write(options.format === "json" ? `${JSON.stringify(found.hits, null, 2)}\n` : asText(found));
}
