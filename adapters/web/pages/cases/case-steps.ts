import { html } from "hono/html";
import { shownAt } from "../../../../src/chat/find-shown.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { OutboundMessage } from "../../../../src/messages.ts";
import { fileOf } from "../../../../src/recovery/find-case.ts";
import { stepMessage } from "../../../../src/recovery/step-messages.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type Markup, NOTHING } from "../markup.ts";
import type { PageWords } from "../page-words.ts";
import { timeOf } from "../times.ts";

/** What happened to a case, as it stands under its card. */
export interface ShownStep {
  readonly at: number;
  readonly message: OutboundMessage;
  readonly isTakenBack: boolean;
}

/** What happened to the case, oldest first, as this reader may read it. */
export async function loadSteps(desk: ReadingDesk, caseId: string, viewer: Person | null): Promise<ShownStep[]> {
  const file = await fileOf(desk, caseId);
  if (!file) return [];
  const steps = await desk.store.list("step", { where: { caseId }, orderBy: "number" });
  return steps.map((step) => ({
    at: step.at,
    message: shownAt(stepMessage(desk, file, step), viewer),
    isTakenBack: step.takenBack,
  }));
}

/** The steps in a list, those that were taken back struck out. */
export function stepList({ times }: Pick<PageWords, "times">, steps: readonly ShownStep[]): Markup {
  if (steps.length === 0) return NOTHING;
  const words = ({ message }: ShownStep) =>
    html`<span dir="auto">${message.text}</span>${message.quote ? html` <q dir="auto">${message.quote.text}</q>` : ""}`;
  return html`<ol class="steps">${steps.map(
    (step) => html`<li>${timeOf(step.at, times)} ${step.isTakenBack ? html`<s>${words(step)}</s>` : words(step)}</li>`,
  )}</ol>`;
}
