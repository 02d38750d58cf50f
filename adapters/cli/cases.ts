import { dateFormat } from "../../src/calendar/date-format.ts";
import { systemClock } from "../../src/clock.ts";
import { findCases } from "../../src/outside/find-cases.ts";
import { gatherCases } from "../../src/outside/gather-views.ts";
import { byUrgency } from "../../src/outside/urgency.ts";
import { isLate, listedCase, type ToldCase } from "../../src/outside/views.ts";
import type { Reader } from "../../src/ports.ts";
import { CASE_STATES, type CaseState, isCaseOpen, OPEN_CASE_STATES } from "../../src/recovery/case.ts";
import type { Settings } from "../../src/settings.ts";
import { isWithdrawn } from "../../src/survey/response.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commandLook } from "./reader.ts";
import { textTable } from "./text-table.ts";
import { type GivenSpan, timeSpan } from "./time-span.ts";

export interface CasesOptions extends GivenSpan, DeskChoice {
  readonly state?: string;
  readonly owner?: string;
  readonly product?: string;
  readonly overdue?: true;
  readonly all?: true;
  readonly format: "text" | "json";
}

const USUAL_WIDTH = 120;

function statesOf({ state, all }: CasesOptions): readonly CaseState[] {
  if (state === undefined) return all ? CASE_STATES : OPEN_CASE_STATES;
  if (all) throw new Failure(["--state and --all do not go together; leave one of them out."], 2);
  return state.split(",").map((part) => {
    const known = CASE_STATES.find((one) => one === part.trim());
    if (known !== undefined) return known;
    throw new Failure([`--state "${part.trim()}" is none; there are ${CASE_STATES.join(", ")}.`], 2);
  });
}

function isOwnedBy(owner: string, { ownerAddress, ownerName }: ToldCase["item"]): boolean {
  if (owner === "none") return ownerAddress === null;
  return ownerAddress === owner || ownerName?.toLowerCase() === owner.toLowerCase();
}

/** The id of the product that somebody calls by its id or its name. */
function productId(product: string, { products }: Settings): string {
  return products.find(({ name }) => name.toLowerCase() === product.toLowerCase())?.id ?? product;
}

/** The cases that are wanted, the most urgent first. */
async function wanted(store: Reader, options: CasesOptions, settings: Settings, now: number): Promise<ToldCase[]> {
  const { owner, overdue = false } = options;
  const { from, to } = timeSpan(options, settings.desk.zone);
  const product = options.product === undefined ? null : productId(options.product, settings);
  const found = await findCases(store, { states: statesOf(options), isOverdue: overdue }, now);
  const fit = found.filter(
    (item) => item.openedAt >= from && item.openedAt < to && (owner === undefined || isOwnedBy(owner, item)),
  );
  const told = await gatherCases(store, fit.toSorted(byUrgency(now)));
  return told.filter(({ response }) => product === null || response.product === product);
}

/** A moment on the desk's clock, short and the same in every language. */
function momentText(at: number, zone: string): string {
  const parts = { weekday: "short", day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return dateFormat("en-GB", { ...parts, timeZone: zone }).format(at);
}

function dueText({ item }: ToldCase, zone: string, now: number): string {
  if (item.contactedAt !== null) return "contacted";
  if (!isCaseOpen(item)) return "";
  if (item.contactWish === "no") return "wants no contact";
  return `${momentText(item.contactBy, zone)}${isLate(item, now) ? " LATE" : ""}`;
}

function summary(told: readonly ToldCase[], zone: string, now: number): string {
  const open = told.filter(({ item }) => isCaseOpen(item)).length;
  const late = told.filter(({ item }) => isLate(item, now)).length;
  const closed = told.length - open;
  return `${open} open, ${late} of them late${closed > 0 ? `; ${closed} closed` : ""}. Times are by ${zone}.\n`;
}

function asText(told: readonly ToldCase[], { desk }: Settings, now: number): string {
  if (told.length === 0) return "There is no such case.\n";
  const rows = told.map((one) => [
    one.customer.name ?? one.customer.id,
    isWithdrawn(one.response) ? "taken back" : `${one.response.score}/10`,
    dueText(one, desk.zone, now),
    one.item.ownerName ?? one.item.ownerAddress ?? "nobody yet",
    one.item.state,
    (isWithdrawn(one.response) ? null : one.response.comment) ?? "",
  ]);
  const titles = ["CUSTOMER", "SCORE", "CONTACT BY", "OWNER", "STATE", "WORDS"];
  return `${textTable(titles, rows, process.stdout.columns ?? USUAL_WIDTH)}\n${summary(told, desk.zone, now)}`;
}

function asJson(told: readonly ToldCase[], now: number): string {
  return `${JSON.stringify(
    told.map((one) => listedCase(one, now)),
    null,
    2,
  )}\n`;
}

/** `emptychair cases`: who is still waiting for somebody, the most urgent first; may be run while the program runs. */
export async function cases(options: CasesOptions): Promise<void> {
  const config = loadDesk(options);
  const [{ id, settings }] = config.desks;
  const now = systemClock.now();
  const told = await withStore(config, async (store) => {
    const bot = await openBot(config, store);
    const looked = await bot.read({ ...commandLook({ what: "cases" }), desk: id }, (context) =>
      wanted(context.store, options, settings, now),
    );
    if (looked.kind === "given") return looked.found;
    throw new Failure([looked.text]);
  });
  process.stdout.write(options.format === "json" ? asJson(told, now) : asText(told, settings, now));
}
