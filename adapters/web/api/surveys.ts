import { type Context, Hono } from "hono";
import type { z } from "zod";
import { isScore, lowest } from "../../../src/survey/score.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { askedCustomer } from "../asked-customer.ts";
import type { PageDesk } from "../desk.ts";
import { ApiProblem } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { receiptOf, usedForAnother } from "./receipt.ts";
import { answerSchema } from "./schemas.ts";
import { viewOf } from "./view.ts";

type GivenAnswer = z.output<typeof answerSchema>;

async function needSurvey(desk: PageDesk, id: string): Promise<Survey> {
  const survey = await desk.store.get("survey", id);
  if (survey) return survey;
  throw new ApiProblem(404, `There is no survey ${id}. Its id stands in the interaction, under survey.id.`);
}

function checkScore({ score }: GivenAnswer, { scale }: Survey): void {
  if (isScore(score, scale)) return;
  const message = `a whole number from ${lowest(scale)} to 10`;
  throw new ApiProblem(400, `score: ${message}. Nothing was changed.`, [{ field: "score", message }]);
}

async function answer(desk: PageDesk, context: Context, id: string): Promise<Response> {
  const body = await readBody(context, answerSchema);
  const survey = await needSurvey(desk, id);
  checkScore(body, survey);
  const by = await askedCustomer(desk.store, survey.customerId);
  if (!by) throw new ApiProblem(409, "The customer of this survey was forgotten, so no answer can be kept.");
  const { score, comment } = body;
  const words = comment === undefined ? {} : { comment };
  const given = { score, ...words, by, surveyId: id, via: "api" } as const;
  const { refusal } = await desk.bot.handle({
    kind: "score-given",
    id: null,
    at: desk.clock.now(),
    ...receiptOf(context),
    ...given,
  });
  if (refusal?.code === "conflict") throw usedForAnother();
  if (refusal) throw notTaken(survey);
  const interaction = await desk.store.get("interaction", survey.interactionId);
  if (!interaction) throw new Error(`Survey ${survey.id} has lost its interaction`);
  return context.json(await viewOf(context, desk, interaction));
}

function notTaken({ id, state }: Survey): ApiProblem {
  const rule =
    "An answer counts from when the question is asked until it expires, and may be changed within ask.changeWindow.";
  return new ApiProblem(409, `Survey ${id} is ${state} and takes no answer now. ${rule} Nothing was changed.`);
}

/** Answering a survey on the customer's behalf. */
export function surveyAnswerRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.put("/surveys/:id/response", (context) => answer(desk, context, context.req.param("id")));
  return app;
}
