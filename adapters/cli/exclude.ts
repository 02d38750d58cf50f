import { systemClock } from "../../src/clock.ts";
import type { Reader } from "../../src/ports.ts";
import type { Response } from "../../src/survey/response.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { commander } from "./reader.ts";

export interface ExcludeOptions extends DeskChoice {
  readonly reason?: string;
  readonly takeBack?: true;
  readonly as: string;
}

async function meant(reader: Reader, wanted: string): Promise<Response[]> {
  const byId = await reader.get("response", wanted);
  if (byId) return [byId];
  const bySurvey = await reader.list("response", { where: { surveyId: wanted }, limit: 1 });
  if (bySurvey.length > 0) return bySurvey;
  return reader.list("response", { where: { interactionId: wanted, purpose: "recommend" } });
}

/** The one answer that is meant by its id, or that of its survey or conversation. Fails with a sentence where there is none, or more than one. */
async function findAnswer(reader: Reader, wanted: string): Promise<Response> {
  const [answer, ...others] = await meant(reader, wanted);
  if (!answer) throw new Failure([`There is no answer ${wanted}. Give its id, or that of its survey or conversation.`]);
  if (others.length === 0) return answer;
  const ids = [answer, ...others].map(({ id }) => id).join(", ");
  throw new Failure([`${wanted} has several answers; name one by its id: ${ids}.`]);
}

/** The reason that was given; null to count it again. Throws wrong usage where it is both or neither. */
function reasonIn({ reason, takeBack }: ExcludeOptions): string | null {
  if (takeBack && reason !== undefined)
    throw new Failure(["--reason and --take-back do not go together; leave one of them out."], 2);
  if (!takeBack && reason === undefined)
    throw new Failure(["Say why with --reason, or --take-back to count it again."], 2);
  return takeBack ? null : (reason ?? null);
}

/** `emptychair exclude`: leaves an answer out of the score or counts it again; may be run while the program runs, which counts posted digests again. */
export async function exclude(wanted: string, options: ExcludeOptions): Promise<void> {
  const reason = reasonIn(options);
  const config = loadDesk(options);
  const [{ id: desk }] = config.desks;
  await withStore(config, async (store) => {
    const { id: responseId } = await findAnswer(store.at(desk), wanted);
    const bot = await openBot(config, store);
    const what = { responseId, by: commander(options.as), reason, via: "command" };
    const { refusal } = await bot.handle({ kind: "answer-excluded", id: null, desk, at: systemClock.now(), ...what });
    if (refusal) throw new Failure([refusal.text]);
    const said = reason === null ? "It counts again." : "It is left out of the score.";
    process.stdout.write(`${said} Digests that were posted with it are counted again by the program.\n`);
  });
}
