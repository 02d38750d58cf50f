import { describe, expect, it } from "vitest";
import { caseSchema, listedCaseSchema } from "../../../src/outside/shapes.ts";
import { DAY, settingsOf } from "../../world.ts";
import type { OpenDesk } from "../open-desk.ts";
import { type Document, expectProblem, interaction, read, withQuestion } from "./help-desk.ts";

interface WithCase extends OpenDesk {
  readonly caseId: string;
}

/** A desk where the customer of `T-1` was unhappy. */
async function withCase(): Promise<WithCase> {
  const settings = settingsOf({ ask: { quietHours: "" }, products: [{ id: "app", name: "App" }] });
  const desk = await withQuestion({ settings });
  await desk.call(`/surveys/${desk.surveyId}/response`, { score: 3, comment: "Slow" }, { method: "PUT" });
  const { case: item } = (await interaction(desk)) as { case: { id: string } };
  return { ...desk, caseId: item.id };
}

const acting = (desk: WithCase, body: unknown, key?: string) =>
  desk.call(`/cases/${desk.caseId}/acts`, body, key === undefined ? {} : { headers: { "Idempotency-Key": key } });

/** The ids that a query of the list gives. */
async function idsOf(desk: OpenDesk, query: string): Promise<readonly string[]> {
  const [status, { cases }] = await read(await desk.call(`/cases${query}`));
  expect(status).toBe(200);
  return (cases as { id: string }[]).map(({ id }) => id);
}

describe("the cases", () => {
  it("are listed as they are described, and each is read with its steps", async () => {
    const desk = await withCase();
    const [, page] = await read(await desk.call("/cases"));
    const [listed] = page.cases as Document[];
    expect(listedCaseSchema.parse(listed)).toEqual(listed);
    expect(listed).toMatchObject({
      ...{ id: desk.caseId, state: "new", overdue: false, interaction: "T-1", customer: { name: "Customer One" } },
      response: { score: 3, band: "detractor", comment: "Slow" },
      agent: { address: "api:agent:Agent%20Ash", name: "Agent Ash" },
    });
    expect(page).not.toHaveProperty("next");
    const [status, item] = await read(await desk.call(`/cases/${desk.caseId}`));
    expect(status).toBe(200);
    expect(caseSchema.parse(item)).toEqual({ ...listed, steps: [] });
  });

  it("are found by state, owner and lateness, and refused by anything else", async () => {
    const desk = await withCase();
    const { caseId } = desk;
    await acting(desk, { act: "claim", by: { name: "Agent Bo" } });
    for (const query of ["?state=open", "?state=claimed,new", "?owner=Agent%20Bo", "?owner=api:agent:Agent%2520Bo"])
      expect(await idsOf(desk, query)).toEqual([caseId]);
    for (const query of ["?state=resolved", "?owner=none", "?owner=Lead", "?overdue=true"])
      expect(await idsOf(desk, query)).toEqual([]);
    await desk.world.pass(5 * DAY, DAY);
    expect(await idsOf(desk, "?overdue=true")).toEqual([caseId]);
    expect(await read(await desk.call(`/cases/${caseId}`))).toMatchObject([200, { overdue: true }]);
    await acting(desk, { act: "contact", by: { name: "Agent Bo" } });
    expect(await idsOf(desk, "?overdue=true")).toEqual([]);
    for (const [query, field] of [
      ["?state=happy", "state"],
      ["?limit=0", "limit"],
      ["?overdue=maybe", "overdue"],
      ["?toString=1", "toString"],
    ])
      expect((await expectProblem(await desk.call(`/cases${query}`), 400, `${field}`)).errors).toMatchObject([
        { field },
      ]);
  });

  it("come a page at a time, none twice and none left out", async () => {
    const desk = await withCase();
    const [kept] = await desk.world.store.list("case", {});
    const [response] = await desk.world.store.list("response", {});
    const [survey] = await desk.world.store.list("survey", {});
    const [resolution] = await desk.world.store.list("resolution", {});
    if (!kept || !response || !survey || !resolution) throw new Error("Nothing to copy");
    const more = ["a", "b", "c", "d"].flatMap((name, index) => [
      { table: "resolution", row: { ...resolution, id: name, number: index + 2, version: 0 } } as const,
      { table: "survey", row: { ...survey, id: `s-${name}`, resolutionId: name, token: name, version: 0 } } as const,
      { table: "response", row: { ...response, id: `r-${name}`, surveyId: `s-${name}`, version: 0 } } as const,
      { table: "case", row: { ...kept, id: `k-${name}`, responseId: `r-${name}`, version: 0 } } as const,
    ]);
    expect(await desk.world.allDesks.save("default", { id: null, at: 0 }, more)).toBe("saved");
    const found: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const page: Document = (await read(await desk.call(`/cases?limit=2${after && `&after=${after}`}`)))[1];
      found.push(...(page.cases as { id: string }[]).map(({ id }) => id));
      after = page.next as string | undefined;
    }
    expect(found).toEqual([desk.caseId, "k-a", "k-b", "k-c", "k-d"].toSorted());
  });
});

describe("a step taken by a program", () => {
  it("is the named colleague's, and leads through the whole life of a case", async () => {
    const desk = await withCase();
    const by = { name: "Agent Bo" };
    const lead = { address: "slack:T1:U7", name: "Lead Lou" };
    const states: unknown[] = [];
    for (const act of [
      { act: "claim", by },
      { act: "assign", by, to: lead },
      { act: "contact", by: lead },
      { act: "wait", by: lead, note: "Back on Monday" },
      { act: "resolve", by: lead, note: "Paid back" },
      { act: "take-back", by: lead },
      { act: "close", by: lead, note: "No answer" },
      { act: "reopen", by },
    ]) {
      const [status, item] = await read(await acting(desk, act));
      expect(status).toBe(200);
      expect(caseSchema.parse(item)).toEqual(item);
      states.push(item.state);
    }
    expect(states).toEqual(["claimed", "claimed", "contacted", "waiting", "resolved", "waiting", "closed", "claimed"]);
    const [, item] = await read(await desk.call(`/cases/${desk.caseId}`));
    expect(item.owner).toEqual(lead);
    expect(item.steps).toMatchObject([
      { number: 1, act: "claim", by: { address: "api:agent:Agent%20Bo", name: "Agent Bo" } },
      { number: 2, act: "assign" },
      { number: 3, act: "contact", by: lead },
      { number: 4, act: "wait", note: "Back on Monday" },
      { number: 5, act: "resolve", note: "Paid back", takenBack: true },
      { number: 6, act: "take-back", takenBack: false },
      { number: 7, act: "close" },
      { number: 8, act: "reopen" },
    ]);
    expect(await interaction(desk)).toMatchObject({ case: { id: desk.caseId, state: "claimed", owner: lead } });
  });

  it("is refused where it comes too late, says too little, is about nothing or is none", async () => {
    const desk = await withCase();
    const by = { name: "Agent Bo" };
    await expectProblem(await acting(desk, { act: "resolve", by }), 422, "what was done");
    await expectProblem(await acting(desk, { act: "assign", by }), 422, "name the person");
    await expectProblem(await acting(desk, { act: "reopen", by }), 409, "open already");
    await expectProblem(await acting(desk, { act: "praise", by }), 400, "act");
    await expectProblem(await acting(desk, { act: "claim" }), 400, "by");
    await expectProblem(await acting(desk, { act: "claim", by: "Agent Bo" }), 400, "by");
    const asCustomer = { address: "api:c-1" };
    await expectProblem(await acting(desk, { act: "claim", by: asCustomer }), 400, "by");
    await expectProblem(await desk.call("/cases/nothing/acts", { act: "claim", by }), 404, "no case nothing");
    await expectProblem(await desk.call("/cases/nothing"), 404, "no case nothing");
    const rated = { address: "api:agent:Agent%20Ash" };
    await expectProblem(await acting(desk, { act: "claim", by: rated }), 403, "Nothing was changed");
    await expectProblem(await acting(desk, { act: "assign", by, to: rated }), 422, "Nothing was changed");
    await expectProblem(await acting(desk, { act: "contact", by, cause: "moon" }), 422, "Nothing was changed");
    expect(await desk.world.store.list("step", {})).toEqual([]);
    await acting(desk, { act: "claim", by });
    await expectProblem(await acting(desk, { act: "claim", by: { name: "Agent Cy" } }), 409, "looking after");
  });

  it("is whoever's the name is in the case, wherever they come from: the rated stay out, and an owner is found by name", async () => {
    const desk = await withCase();
    const [talk] = await desk.world.store.list("interaction", {});
    const [resolution] = await desk.world.store.list("resolution", {});
    if (!talk || !resolution) throw new Error("Nothing to rate");
    const helped = { address: "slack:T1:U7", name: "Lead Lou" };
    const agents = [...talk.agents, helped];
    await desk.world.allDesks.save("default", { id: null, at: 0 }, [
      { table: "interaction", row: { ...talk, agents } },
      { table: "resolution", row: { ...resolution, agents } },
    ]);
    await expectProblem(await acting(desk, { act: "claim", by: { name: "lead lou" } }), 403, "Nothing was changed");
    const owner = { address: "slack:T1:U8", name: "Agent Bo" };
    await acting(desk, { act: "claim", by: owner });
    expect(await idsOf(desk, "?owner=Agent%20Bo")).toEqual([desk.caseId]);
    await acting(desk, { act: "contact", by: { name: "Agent Bo" } });
    const [, item] = await read(await desk.call(`/cases/${desk.caseId}`));
    expect(item).toMatchObject({ owner, steps: [{ by: owner }, { act: "contact", by: owner }] });
  });

  it("is taken once under its idempotency key, and answered the same again", async () => {
    const desk = await withCase();
    const note = { act: "note", by: { name: "Agent Bo" }, note: "Called, engaged" };
    const first = await read(await acting(desk, note, "key-1"));
    expect(await read(await acting(desk, note, "key-1"))).toEqual(first);
    expect(await desk.world.store.list("step", {})).toHaveLength(1);
    await expectProblem(await acting(desk, { ...note, note: "Other" }, "key-1"), 409, "Idempotency-Key");
  });

  it("is that of the named desk alone", async () => {
    const desk = await withCase();
    const body = { act: "claim", by: { name: "Agent Bo" } };
    expect(await read(await desk.call(`/desks/default/cases/${desk.caseId}/acts`, body))).toMatchObject([
      200,
      { state: "claimed" },
    ]);
    await expectProblem(await desk.call(`/desks/returns/cases/${desk.caseId}`), 404, "There is no desk returns");
  });
});
