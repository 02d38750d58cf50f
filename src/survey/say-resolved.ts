import { dateFormat } from "../calendar/date-format.ts";
import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { isColleague, type Person } from "../interaction/customer.ts";
import type { NotAskedReason, Resolution } from "../interaction/interaction.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { customerName } from "../team/say-to-team.ts";
import type { WordingKey } from "../wording.ts";
import { isOverrulable } from "./eligibility.ts";
import type { Survey } from "./survey.ts";

/** Whoever resolved a conversation, or had its customer asked all the same, is told at once and privately what that did, and whether anybody is asked. */
export async function sayResolved(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"resolution">,
  event: InboundEvent,
): Promise<void> {
  if (event.kind !== "resolved" && event.kind !== "ask-wanted") return;
  if (event.answerIn === undefined || !isColleague(event.by.role) || (event.kind === "resolved" && before !== null))
    return;
  const resolution = (await context.store.get("resolution", after.id)) ?? after;
  const message = await whatItDid(context, draft, resolution, event.by);
  draft.say({ id: context.ids.next(), to: event.answerIn, message });
}

async function whatItDid(context: Context, draft: Draft, resolution: Resolution, by: Person): Promise<OutboundMessage> {
  const { wording, settings } = context;
  const locale = wording.choose(by.locale, settings.desk.locale);
  const found = await context.store.get("customer", resolution.customerId);
  const customer = found === null ? wording.say(locale, "team.somebody") : customerName(context, found);
  const { kind, actions, privateTo } = { kind: "notice", actions: [], privateTo: by.address } as const;
  const survey = scheduledIn(draft, resolution.id);
  if (survey?.dueAt != null) {
    const time = dateFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: settings.desk.zone,
    });
    const text = wording.say(locale, "team.willAsk", { customer, at: time.format(survey.dueAt) });
    return { kind, text, actions, privateTo };
  }
  const key: WordingKey = `team.notAsked.${(resolution.fateReason ?? "cooldown") as NotAskedReason}`;
  const text = wording.say(locale, key, { customer });
  if (!isOverrulable(resolution.fateReason)) return { kind, text, actions, privateTo };
  const askAnyway = {
    name: "ask-anyway",
    subject: resolution.id,
    label: wording.say(locale, "team.askAnyway"),
  } as const;
  return { kind, text, actions: [askAnyway], privateTo };
}

function scheduledIn(draft: Draft, resolutionId: string): Survey | undefined {
  const surveys = draft.outcome().changes.flatMap((change) => (change.table === "survey" ? [change.row] : []));
  return surveys.find((survey) => survey.resolutionId === resolutionId && survey.state === "scheduled");
}
