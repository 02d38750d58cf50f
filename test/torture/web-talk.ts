import { wordsOf } from "./ledger.ts";
import { type Holding, RefusedError, type Stage, until } from "./talks.ts";

export const API_KEY = "a-key-for-this-torture-only";
const SLOWEST_MS = 5_000;
const REFUSALS = [400, 401, 403, 409, 413, 422];

interface Interaction {
  readonly survey?: { readonly id: string; readonly state: string; readonly url?: string };
}

/** One call of the help-desk API; null where it was not acknowledged. */
export async function callApi(
  origin: string,
  method: string,
  path: string,
  body?: object,
  key?: string,
): Promise<unknown> {
  const headers = {
    ...{ authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    ...(key === undefined ? {} : { "idempotency-key": key }),
  };
  const given = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = { method, headers, signal: AbortSignal.timeout(SLOWEST_MS), ...given };
  const answer = await fetch(`${origin}/api/v1${path}`, init);
  const text = await answer.text();
  if (REFUSALS.includes(answer.status)) throw new RefusedError(text);
  return answer.ok ? { of: text === "" ? null : JSON.parse(text) } : null;
}

/** The survey's own page, sent in as its form is. */
async function submitForm(origin: string, url: string, score: number): Promise<boolean> {
  const { pathname } = new URL(url);
  const init = { method: "POST", redirect: "manual", signal: AbortSignal.timeout(SLOWEST_MS) } as const;
  const body = new URLSearchParams({ score: String(score) });
  const answer = await fetch(`${origin}${pathname}`, { ...init, body, headers: { origin } });
  return answer.status === 303;
}

/** Over the help-desk API, answered on the survey's own page or by the API in turn. */
export function talkOnWeb(origin: () => string, stage: Stage): Holding {
  return async (talk) => {
    const { platform, number, score } = talk;
    const id = `talk-${number}`;
    const [asked, answered] = wordsOf(platform, number);
    const write = async (path: string, body: object, step: string, method = "POST") => {
      talk.step = step;
      await until(stage, () => callApi(origin(), method, path, body, `${id}-${step.replaceAll(" ", "-")}`));
    };
    const note = (kind: "words" | "resolved" | "score", value = "") =>
      stage.ledger.note({ platform, kind, talk: asked, value });
    await write("/interactions", { id, customer: { id: `c-${number}`, name: "Juniper" } }, "it is opened");
    await write(`/interactions/${id}/entries`, { author: "customer", text: asked }, "the first words are taken");
    note("words", asked);
    await write(
      `/interactions/${id}/entries`,
      { author: "agent", name: "Ash", text: answered },
      "the others are taken",
    );
    note("words", answered);
    await write(`/interactions/${id}/resolve`, { by: "Ash" }, "it is resolved");
    note("resolved");
    talk.step = "the question comes";
    const survey = await until(stage, async () => {
      const read = (await callApi(origin(), "GET", `/interactions/${id}`)) as { readonly of: Interaction } | null;
      return read?.of.survey?.state === "asked" ? read.of.survey : null;
    });
    const { url } = survey;
    talk.step = "the answer is taken";
    if (number % 2 === 0 && url !== undefined) await until(stage, () => submitForm(origin(), url, score));
    else await write(`/surveys/${survey.id}/response`, { score }, "the answer is taken", "PUT");
    note("score", String(score));
  };
}
