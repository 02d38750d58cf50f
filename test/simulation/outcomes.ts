import type { Store } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { grouped } from "./grouped.ts";
import { DESKS } from "./town.ts";

/** What became of a talk, a case or a week, told without ids and times; the lists in an order that these do not decide. */
export type Outcomes = Readonly<Record<string, string>>;

type Reader = ReturnType<Store["at"]>;

const listed = <T extends Table>(reader: Reader, table: T): Promise<readonly Rows[T][]> => reader.list(table, {});

/** The names of the talks of a desk by their interactions: the word that stands in all that the customer says there. */
async function namesAt(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { interactionId, text } of await listed(reader, "entry")) {
    const [token] = /\b(?:north|south)token\d+x/.exec(text) ?? [];
    if (token !== undefined) names.set(interactionId, token);
  }
  return names;
}

/** The fates of each talk's resolutions. */
async function fatesOf(reader: Reader) {
  return (await listed(reader, "resolution")).map(({ interactionId, number, fate, fateReason }) => ({
    interactionId,
    told: `resolution ${number} was ${fate} ${fateReason ?? ""}`,
  }));
}

/** How surveys ended and what was answered, with each change of it. */
async function answersOf(reader: Reader) {
  const responses = new Map((await listed(reader, "response")).map((response) => [response.surveyId, response]));
  const revisions = grouped(await listed(reader, "revision"), ({ responseId }) => responseId);
  const numbers = new Map((await listed(reader, "resolution")).map(({ id, number }) => [id, number]));
  return (await listed(reader, "survey")).map(({ id, interactionId, resolutionId, state, purpose }) => {
    const about = `the question (${purpose}) about resolution ${numbers.get(resolutionId)} is ${state}`;
    const response = responses.get(id);
    if (!response) return { interactionId, told: about };
    const { score, comment, excluded } = response;
    const given = (revisions.get(response.id) ?? []).toSorted((a, b) => a.number - b.number);
    const scores = given.map((revision) => `${revision.score} by ${revision.via}`).join(", ");
    return { interactionId, told: `${about}: ${score}, ${JSON.stringify(comment)}, ${excluded}; ${scores}` };
  });
}

/** How far cases have got, and by which steps. */
async function casesOf(reader: Reader) {
  const steps = grouped(await listed(reader, "step"), ({ caseId }) => caseId);
  return (await listed(reader, "case")).map(({ id, interactionId, state, score, outcome, putRight }) => {
    const taken = (steps.get(id) ?? []).toSorted((a, b) => a.number - b.number).map(({ act }) => act);
    return { interactionId, told: `a case of ${score} is ${state}, ${outcome}, ${putRight}: ${taken.join(", ")}` };
  });
}

/** All figures of the weeks' digests. */
async function digestsOf(reader: Reader): Promise<[string, string][]> {
  return (await listed(reader, "digest")).map(({ id, document }) => {
    const { nps, histogram, fates, setAside, rolling, trend, weeks, comparison, responseRate, board } = document;
    const { cases, recovery, silence, heardAgain, asking, sensitivity } = document;
    const figures = { nps, histogram, fates, setAside, rolling, trend, weeks, comparison, responseRate, board };
    return [`digest ${id}`, JSON.stringify({ ...figures, cases, recovery, silence, heardAgain, asking, sensitivity })];
  });
}

/** What the rows of both desks say that became of everything. */
export async function outcomesIn(store: Store): Promise<Outcomes> {
  const outcomes: [string, string][] = [];
  for (const desk of DESKS) {
    const reader = store.at(desk);
    const names = await namesAt(reader);
    const all = [...(await fatesOf(reader)), ...(await answersOf(reader)), ...(await casesOf(reader))];
    const byTalk = grouped(all, ({ interactionId }) => names.get(interactionId) ?? "a talk without a name");
    for (const [name, some] of byTalk) {
      const sentences = some.map(({ told }) => told).sort();
      outcomes.push([name, sentences.join("\n")]);
    }
    outcomes.push(...(await digestsOf(reader)).map(([name, told]): [string, string] => [`${desk} ${name}`, told]));
  }
  return Object.fromEntries(outcomes);
}

/** Where two worlds have come to different outcomes, a sentence each. */
export function differencesOf(one: Outcomes, other: Outcomes): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.flatMap((name) =>
    one[name] === other[name] ? [] : [`${name}:\n      ${one[name]}\n    with restarts:\n      ${other[name]}`],
  );
}
