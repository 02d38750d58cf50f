import type { InboundEvent } from "../../src/events.ts";
import { isTeam, type Person } from "../../src/interaction/customer.ts";
import { FATES } from "../../src/interaction/interaction.ts";
import type { Clock, Reader } from "../../src/ports.ts";
import type { Case } from "../../src/recovery/case.ts";
import type { WordingKey } from "../../src/wording.ts";
import type { FormWords } from "./forms.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** A typed `/emptychair` and who typed it. */
export interface Command {
  readonly text: string;
  readonly by: Person;
  readonly triggerId: string;
}

/** What a line about a case is made with. */
export interface CaseWords extends FormWords {
  readonly store: Reader;
}

export interface CommandConfig extends CaseWords {
  readonly clock: Clock;
}

/** What a command does: perhaps an event, always an answer to the person alone. */
export interface CommandAnswer {
  readonly event: InboundEvent | null;
  readonly text: string;
}

/** Answers `/emptychair`: the customer's own switches and data, and for the team what is going on. */
export async function answerCommand({ text, by, triggerId }: Command, config: CommandConfig): Promise<CommandAnswer> {
  const { wording, locale, settings, clock } = config;
  const say = (key: WordingKey, values: Record<string, string | number> = {}) =>
    wording.say(locale, key, { brand: settings.desk.brand, ...values });
  const word = text.trim().toLowerCase().split(/\s+/)[0] ?? "";
  const asking = (ask: boolean): InboundEvent => ({
    kind: "asking-changed",
    id: `slack:command:${triggerId}`,
    at: clock.now(),
    by,
    ask,
  });
  if (word === "stop") return { event: asking(false), text: say("survey.optedOut") };
  if (word === "start" || word === "ask") return { event: asking(true), text: say("survey.optedIn") };
  if (word === "data" || word === "my") return { event: null, text: await ownData(by, config) };
  if (isTeam(by.role) && word === "status") return { event: null, text: await status(config) };
  if (isTeam(by.role) && word === "cases") return { event: null, text: await openCases(config) };
  return { event: null, text: say(isTeam(by.role) ? "command.helpTeam" : "command.help") };
}

async function ownData(by: Person, { store, wording, locale }: CommandConfig): Promise<string> {
  const identity = await store.get("identity", by.address);
  if (!identity) return wording.say(locale, "command.noData");
  const where = { customerId: identity.customerId };
  const [interactions, responses] = await Promise.all([
    store.list("interaction", { where }),
    store.list("response", { where, orderBy: "answeredAt" }),
  ]);
  const messages = interactions.reduce((sum, { customerMessages }) => sum + customerMessages, 0);
  const lines = responses.map(({ answeredAt, score, comment }) => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(answeredAt);
    return `${day}: ${score}${comment === null ? "" : ` – ${comment}`}`;
  });
  const held = wording.say(locale, "command.data", {
    conversations: interactions.length,
    messages,
    answers: responses.length,
  });
  return [held, ...lines].join("\n");
}

async function status({ store, clock, wording, locale }: CommandConfig): Promise<string> {
  const since = clock.now() - WEEK_MS;
  const resolutions = await store.list("resolution", { atLeast: { at: since } });
  const counts = FATES.map(
    (fate) => [fate, resolutions.filter((resolution) => resolution.fate === fate).length] as const,
  );
  const values = Object.fromEntries(counts.map(([fate, count]) => [fate.replace("-", ""), count]));
  return wording.say(locale, "command.status", { resolved: resolutions.length, ...values });
}

/** A case in one line: who, by when, whose. */
export async function caseLine(item: Case, { store, wording, locale, settings }: CaseWords): Promise<string> {
  const { zone: timeZone } = settings.desk;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const customer = await store.get("customer", item.customerId);
  const name = customer?.name ?? wording.say(locale, "team.somebody");
  const by = time.format(item.contactBy);
  return wording.say(locale, "command.case", { customer: name, by, owner: item.ownerName ?? "–" });
}

async function openCases(config: CommandConfig): Promise<string> {
  const where = { state: ["new", "claimed", "contacted"] } as const;
  const open = await config.store.list("case", { where, orderBy: "contactBy" });
  if (open.length === 0) return config.wording.say(config.locale, "home.noCases");
  return (await Promise.all(open.map((item) => caseLine(item, config)))).join("\n");
}
