import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { surveyFor } from "../survey/find-survey.ts";
import { refusePerson, sayInSurvey } from "../survey/say-to-customer.ts";
import { type Case, isCaseOpen } from "./case.ts";
import { reopened } from "./case-acts.ts";
import { wishMessage } from "./contact-messages.ts";
import { fileAbout } from "./find-file.ts";
import { contactDue } from "./plan-contact.ts";
import { recordStep } from "./record-step.ts";

/** The customer says whether somebody is to contact them, and how. "No" ends the duty and keeps the case; "yes" begins it anew. */
export async function hearContactWish(event: EventOf<"contact-wished">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, at } = event;
  const asked = await surveyFor(context, draft, event.surveyId, by);
  if (!asked) return draft.outcome();
  const { survey, customer } = asked;
  const file = await fileAbout(context, survey);
  if (!file || file.item.state === "withdrawn") {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, by, { code: "late", text });
    return draft.outcome();
  }
  const how = event.how?.trim() || null;
  const after = event.wish === "no" ? unwanted(file.item) : wanted(context, file.item, how, at);
  const { item } = file;
  const isChanged = after.contactWish !== item.contactWish || after.contactHow !== item.contactHow;
  const act = event.wish === "no" ? "unwanted" : "wanted";
  const facts = act === "wanted" && after.contactBy !== item.contactBy ? { isNew: true } : {};
  if (isChanged) recordStep(context, draft, item, after, { act, at, note: how, facts });
  sayInSurvey(context, draft, survey, wishMessage(context, { survey, customer, to: by.address }, after));
  return draft.outcome();
}

/** Nobody has to be in touch any more: a case that is closed is not asked about again either. */
function unwanted(item: Case): Case {
  return { ...item, contactWish: "no", dueAt: null, overdueAt: null };
}

/** Somebody has to be in touch; the time begins anew where it had ended. */
function wanted({ settings }: Context, item: Case, how: string | null, at: number): Case {
  const wished: Case = { ...item, contactWish: "yes", contactHow: how ?? item.contactHow };
  const contactBy = contactDue(at, settings);
  if (!isCaseOpen(item)) return { ...wished, ...reopened(wished, at, contactBy) };
  if (item.contactWish !== "no" || item.contactedAt !== null) return wished;
  return { ...wished, contactBy, dueAt: contactBy, remindedAt: null, overdueAt: null, escalatedAt: null };
}
