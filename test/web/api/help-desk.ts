import { expect } from "vitest";
import { MINUTE } from "../../world.ts";
import { type DeskOptions, type OpenDesk, openDesk } from "../open-desk.ts";

/** What a program gets to read, loosely: the tests say what must stand there. */
export interface Document {
  readonly [field: string]: unknown;
}

/** The status and the document of an answer. */
export async function read(answer: Response): Promise<[number, Document]> {
  return [answer.status, (await answer.json()) as Document];
}

/** A problem document with that status whose detail contains the words. */
export async function expectProblem(answer: Response, status: number, words: string): Promise<Document> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const [given, problem] = await read(answer);
  expect([given, problem.status]).toEqual([status, status]);
  expect(problem).toMatchObject({ type: "about:blank", title: expect.any(String) });
  expect(problem.detail).toContain(words);
  return problem;
}

/** A customer of a help desk, as sent. */
export const CUSTOMER = { id: "c-1", name: "Customer One" };

/** A desk where interaction `T-1` is opened and has one entry of each side. */
export async function withTalk(options: DeskOptions = {}): Promise<OpenDesk> {
  const desk = await openDesk(options);
  await desk.call("/interactions", { id: "T-1", customer: CUSTOMER });
  await desk.call("/interactions/T-1/entries", { author: "customer", text: "My invoice is wrong." });
  await desk.call("/interactions/T-1/entries", { author: "agent", name: "Agent Ash", text: "I have corrected it." });
  return desk;
}

/** The interaction as a program sees it now. */
export async function interaction(desk: OpenDesk, id = "T-1"): Promise<Document> {
  return (await read(await desk.call(`/interactions/${encodeURIComponent(id)}`)))[1];
}

/** A desk where the customer of `T-1` has been asked; with the id of the survey. */
export async function withQuestion(options: DeskOptions = {}): Promise<OpenDesk & { surveyId: string }> {
  const desk = await withTalk(options);
  await desk.call("/interactions/T-1/resolve", {});
  await desk.world.pass(5 * MINUTE);
  const { survey } = (await interaction(desk)) as { survey: { id: string } };
  return { ...desk, surveyId: survey.id };
}
