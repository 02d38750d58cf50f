import { html } from "hono/html";
import { isOverrulable } from "../../../../src/survey/eligibility.ts";
import type { Survey } from "../../../../src/survey/survey.ts";
import type { WordingKey } from "../../../../src/wording.ts";
import { notAskedWords, undeliverableWords } from "../agent/fate-words.ts";
import { formNote, hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { nameField } from "../seated.ts";
import { writtenTime } from "../times.ts";
import type { AskingSeen, ResolvedSeen } from "./load-story.ts";
import { mayDo, noteAt, type StoryFrame } from "./story-frame.ts";

/** How a survey ended, by its state; none of these is said while it is open. */
const ENDS = {
  answered: "conv.answered",
  declined: "conv.declined",
  expired: "conv.silent",
  cancelled: "conv.cancelled",
} as const satisfies Partial<Record<Survey["state"], WordingKey>>;

/** The survey's way, a line each, in its order. */
function courseOf({ say, times }: StoryFrame, { survey, answer }: AskingSeen): readonly string[] {
  const { state, askedAt, deliveredAt, remindedAt, dueAt } = survey;
  const at = (moment: number) => ({ at: writtenTime(moment, times) });
  const step = (key: WordingKey, moment: number | null) => (moment === null ? [] : [say(key, at(moment))]);
  const endedAt = answer?.response.answeredAt ?? survey.endedAt;
  const end = state in ENDS ? step(ENDS[state as keyof typeof ENDS], endedAt) : [];
  const isWaiting = state === "asked" || state === "reminded";
  return [
    ...(state === "scheduled" ? step("conv.planned", dueAt) : []),
    ...step("conv.asked", askedAt),
    ...step("conv.arrived", deliveredAt),
    ...step("conv.reminded", remindedAt),
    ...end,
    ...(isWaiting ? [say("conv.stillOpen")] : []),
  ];
}

function askForm(frame: StoryFrame, { resolution }: ResolvedSeen): Markup {
  const { desk, seated, story, say } = frame;
  const isStanding = story.interaction.resolutionId === resolution.id && story.customer?.optedOutAt === null;
  if (resolution.fate !== "not-asked" || !isStanding || !isOverrulable(resolution.fateReason)) return NOTHING;
  if (!mayDo(frame, "skip-question")) return NOTHING;
  const fields = hiddenFields(desk.ids, { ...nameField(seated), subject: resolution.id });
  return html`<form id="ask-${resolution.id}" method="post" action="${desk.path(`/conversations/${story.interaction.id}/ask`)}">${fields}
<button>${say("team.askAnyway")}</button>${formNote(noteAt(frame, "ask", resolution.id)?.text ?? null)}</form>`;
}

function fateLines(frame: StoryFrame, { resolution, askings }: ResolvedSeen): readonly Markup[] {
  const { say } = frame;
  const line = (text: string) => html`<li>${text}</li>`;
  const asked = askings.flatMap((asking) => {
    const title = asking.survey.purpose === "recovery" ? [say("conv.askedAgain")] : [];
    return [...title, ...courseOf(frame, asking)].map(line);
  });
  if (resolution.fate === "not-asked") return [...asked, line(notAskedWords(frame, resolution))];
  if (resolution.fate === "undeliverable") return [...asked, line(undeliverableWords(frame, resolution.fateReason))];
  return asked.length === 0 && resolution.imported ? [line(say("conv.imported"))] : asked;
}

function resolvedItem(frame: StoryFrame, resolved: ResolvedSeen, isReopened: boolean): Markup {
  const { say, times } = frame;
  const { resolution } = resolved;
  const by = { who: resolution.by ?? say("card.somebody"), at: writtenTime(resolution.at, times) };
  return html`<li id="course-${resolution.id}"><p>${say("conv.resolvedBy", by)}</p>
<ul>${fateLines(frame, resolved)}</ul>${askForm(frame, resolved)}${isReopened ? html`<p>${say("conv.openAgain")}</p>` : ""}</li>`;
}

/** The survey's whole course, resolution by resolution: planned, asked, reminded, and how it ended or why nobody asked. */
export function courseView(frame: StoryFrame): Markup {
  const { say, story } = frame;
  const { resolved, interaction } = story;
  const isReopened = (index: number) => index < resolved.length - 1 || interaction.state === "open";
  const none = html`<p class="hint">${say(interaction.isTest ? "conv.test" : "conv.notResolved")}</p>`;
  return html`<section class="card" aria-labelledby="course"><h2 id="course">${say("conv.course")}</h2>
${resolved.length === 0 ? none : html`<ol class="course">${resolved.map((one, index) => resolvedItem(frame, one, isReopened(index)))}</ol>`}</section>`;
}
