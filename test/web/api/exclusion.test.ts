import { expect, it } from "vitest";
import { expectProblem, interaction, read, withQuestion } from "./help-desk.ts";

it("leaves an answer out with a reason and counts it again, each in the audit log under the one named", async () => {
  const desk = await withQuestion();
  await desk.call(`/surveys/${desk.surveyId}/response`, { score: 3 }, { method: "PUT" });
  const { response } = (await interaction(desk)) as { response: { id: string } };
  const path = `/responses/${response.id}/exclusion`;
  const by = { name: "Lead Birch" };
  expect(await read(await desk.call(path, { reason: "our own test", by }))).toMatchObject([
    200,
    { id: "T-1", response: { id: response.id, excluded: "our own test" } },
  ]);
  expect(await desk.world.store.list("case", {})).toMatchObject([{ state: "withdrawn" }]);
  await expectProblem(await desk.call(path, undefined, { method: "DELETE" }), 400, "who decides it");
  const [status, counted] = await read(await desk.call(`${path}?by=Lead%20Birch`, undefined, { method: "DELETE" }));
  expect([status, counted.response as object]).toEqual([
    200,
    expect.not.objectContaining({ excluded: expect.anything() }),
  ]);
  expect(
    await desk.world.store.list("audit", { where: { act: ["excluded", "counted-again"] }, orderBy: "number" }),
  ).toMatchObject([
    { act: "excluded", byName: "Lead Birch", byRole: "lead", via: "api", facts: { reason: "our own test" } },
    { act: "counted-again", byName: "Lead Birch" },
  ]);
  await expectProblem(await desk.call(path, { reason: " ", by }), 400, "reason");
  await expectProblem(await desk.call("/responses/nobody/exclusion", { reason: "x", by }), 404, "response.id");
});
