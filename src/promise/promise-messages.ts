import type { Context } from "../context.ts";
import type { Action, OutboundMessage } from "../messages.ts";
import type { Survey } from "../survey/survey.ts";
import type { WordingKey } from "../wording.ts";
import type { Promised } from "./promise.ts";

/** The promise that a post asks about; null for any other post. */
export async function promiseAskedIn(
  { store }: Pick<Context, "store">,
  { actions }: OutboundMessage,
): Promise<Promised | null> {
  const surveyId = actions.find(({ name }) => name === "told-later")?.subject;
  if (surveyId === undefined) return null;
  const [promise] = await store.list("promise", { where: { surveyId }, limit: 1 });
  return promise ?? null;
}

/** What has come of it: it betrays to nobody else in the conversation what was answered. It calls its reader, if named. */
export function laterMessage({ wording, settings }: Context, survey: Survey, reader: string | null): OutboundMessage {
  const { brand } = settings.desk;
  const button = (value: string, key: WordingKey): Action => ({
    name: "told-later",
    subject: survey.id,
    value,
    label: wording.say(survey.locale, key, { brand }),
  });
  return {
    kind: "notice",
    text: wording.say(survey.locale, "survey.later", { brand }),
    actions: [
      button("good", "survey.later.good"),
      button("bad", "survey.later.bad"),
      button("both", "survey.later.both"),
      button("none", "survey.later.none"),
    ],
    ...(reader === null ? {} : { mentions: [reader] }),
  };
}
