import { expect, it } from "vitest";
import type { Log } from "../src/ports.ts";
import { agent, createWorld, customer, MINUTE, settingsOf } from "./world.ts";

type Line = readonly [string, Readonly<Record<string, unknown>> | undefined];

function listening() {
  const lines: Line[] = [];
  const log: Log & { readonly faults: string[] } = {
    ...{ faults: [], warn: () => {}, fault: () => {} },
    info: (message, facts) => void lines.push([message, facts]),
  };
  return { lines, log };
}

it("says what was asked, answered, posted, resolved and reopened, a line each, by ids that one conversation shares and never in words", async () => {
  const { lines, log } = listening();
  const world = createWorld({ settings: settingsOf({ ask: { quietHours: "" } }), log });
  await world.writes(customer, "My secret invoice is wrong.");
  await world.writes(agent, "I have corrected it.");
  await world.resolves();
  await world.pass(5 * MINUTE);
  const survey = await world.survey();
  await world.handle({ kind: "score-given", surveyId: survey.id, score: 3, by: customer, via: "tap" });
  await world.handle({ kind: "score-given", surveyId: survey.id, score: 2, by: customer, via: "tap" });
  await world.settle();
  await world.handle({ kind: "reopened", conversation: survey.askIn, by: agent });
  const { id } = await world.interaction();
  const about = lines.filter(([, facts]) => facts?.interaction === id);
  const said = about.map(([what]) => what);
  expect(said.filter((what) => what !== "Posted")).toEqual([
    ...["Resolved", "Asked", "Answered", "Case opened", "Answer changed", "Reopened"],
  ]);
  expect(said.filter((what) => what === "Posted").length).toBeGreaterThanOrEqual(2);
  expect(about).toHaveLength(lines.length);
  expect(JSON.stringify(lines)).not.toMatch(/secret invoice|corrected it|recommend/);
  for (const [, facts] of lines) expect(facts).toMatchObject({ desk: "default", interaction: id });
});
