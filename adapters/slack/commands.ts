import type { InboundEvent } from "../../src/events.ts";
import { lastWeek, openCases, ownData } from "../../src/find-overview.ts";
import { isTeam, type Person } from "../../src/interaction/customer.ts";
import type { Clock, Reader } from "../../src/ports.ts";
import type { WordingKey } from "../../src/wording.ts";
import type { FormWords } from "./forms.ts";

/** A typed `/emptychair` and who typed it. */
export interface Command {
  readonly text: string;
  readonly by: Person;
  readonly triggerId: string;
}

export interface CommandConfig extends FormWords {
  readonly store: Reader;
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
  const asker = { ...config, by };
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
  if (word === "data" || word === "my") return { event: null, text: await ownData(asker) };
  if (isTeam(by.role) && word === "status") return { event: null, text: await lastWeek(asker) };
  if (isTeam(by.role) && word === "cases") return { event: null, text: await openCases(asker) };
  return { event: null, text: say(isTeam(by.role) ? "command.helpTeam" : "command.help") };
}
