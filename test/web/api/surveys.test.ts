import { describe, expect, it } from "vitest";
import { DAY, settingsOf } from "../../world.ts";
import { expectProblem, interaction, read, withQuestion, withTalk } from "./help-desk.ts";

const PUT = { method: "PUT" };

describe("answering for the customer", () => {
  it("records the score and the words, and tells of the case of a detractor", async () => {
    const desk = await withQuestion();
    const answer = await desk.call(`/surveys/${desk.surveyId}/response`, { score: 3, comment: "Slow" }, PUT);
    const [status, view] = await read(answer);
    expect(status).toBe(200);
    expect(view).toEqual({
      id: "T-1",
      status: "resolved",
      fate: { kind: "answered" },
      survey: expect.objectContaining({ id: desk.surveyId, state: "answered" }),
      response: {
        id: expect.any(String),
        score: 3,
        scale: "1-10",
        band: "detractor",
        comment: "Slow",
        answeredAt: "2026-11-16T09:05:00.000Z",
      },
      case: { id: expect.any(String), state: "new", dueAt: expect.stringMatching(/^2026-11-19T\d\d:05:00\.000Z$/) },
    });
    expect(await interaction(desk)).toEqual(view);
    expect(await desk.world.store.list("revision", {})).toMatchObject([{ via: "api", number: 1 }]);
  });

  it("changes the answer within the window and refuses to do so afterwards", async () => {
    const desk = await withQuestion();
    const path = `/surveys/${desk.surveyId}/response`;
    await desk.call(path, { score: 9 }, PUT);
    expect(await read(await desk.call(path, { score: 7 }, PUT))).toMatchObject([
      200,
      { response: { score: 7, band: "passive" } },
    ]);
    await desk.world.pass(7 * DAY, DAY);
    await expectProblem(await desk.call(path, { score: 1 }, PUT), 409, "takes no answer now");
    expect(await interaction(desk)).toMatchObject({ response: { score: 7 } });
  });

  it.each(["8", 7.5, 11, 0, -1, null, true, [8], { value: 8 }, "", "ten", 1e21])(
    "never coerces a score: %j",
    async (score) => {
      const desk = await withQuestion();
      const answer = await desk.call(`/surveys/${desk.surveyId}/response`, { score }, PUT);
      const problem = await expectProblem(answer, 400, "score");
      expect(problem.errors).toEqual([{ field: "score", message: expect.stringContaining("whole number") }]);
      expect(await desk.world.store.list("response", {})).toEqual([]);
    },
  );

  it("takes a zero on the scale that has one", async () => {
    const settings = settingsOf({ question: { scale: "0-10" }, ask: { quietHours: "" } });
    const desk = await withQuestion({ settings });
    const answer = await desk.call(`/surveys/${desk.surveyId}/response`, { score: 0 }, PUT);
    expect(await read(answer)).toMatchObject([200, { response: { score: 0, scale: "0-10", band: "detractor" } }]);
  });

  it("is refused before the question is put, after it expired, and for what is not there", async () => {
    const early = await withTalk();
    const { survey } = (await (await early.call("/interactions/T-1/resolve", {})).json()) as { survey: { id: string } };
    await expectProblem(await early.call(`/surveys/${survey.id}/response`, { score: 8 }, PUT), 409, "is scheduled");
    const late = await withQuestion();
    await late.world.pass(8 * DAY, DAY);
    await expectProblem(await late.call(`/surveys/${late.surveyId}/response`, { score: 8 }, PUT), 409, "is expired");
    expect(await interaction(late)).toMatchObject({ fate: { kind: "silent" } });
    await expectProblem(await late.call("/surveys/nobody/response", { score: 8 }, PUT), 404, "no survey nobody");
  });

  it("never happens by reading", async () => {
    const desk = await withQuestion();
    await expectProblem(await desk.call(`/surveys/${desk.surveyId}/response?score=8`), 404, "There is no GET");
    expect(await desk.world.store.list("response", {})).toEqual([]);
  });
});
