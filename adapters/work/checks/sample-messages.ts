import { digestMessage } from "../../../src/digest/digest-messages.ts";
import { findDigest } from "../../../src/digest/find-digest.ts";
import { lastFinishedWeek } from "../../../src/digest/week.ts";
import { type Customer, UNKNOWN_CUSTOMER } from "../../../src/interaction/customer.ts";
import { type Case, UNTOUCHED } from "../../../src/recovery/case.ts";
import { caseCard } from "../../../src/recovery/case-messages.ts";
import { sorryMessage } from "../../../src/recovery/contact-messages.ts";
import type { Settings } from "../../../src/settings.ts";
import type { Response } from "../../../src/survey/response.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { questionMessage } from "../../../src/survey/survey-messages.ts";
import { UNDRAWN } from "../../../src/trial.ts";
import { botConfig, contextAt, webAlone } from "../../compose.ts";
import { createMemoryStore } from "../../database/memory.ts";
import { createIds } from "../../ids.ts";
import type { SampleMessage } from "../../platform.ts";

const SILENT = { info: () => {}, warn: () => {}, fault: () => {} };
const LOW = 2;
const WHO = { id: "sample", version: 1, interactionId: "sample", customerId: "sample", creditedAgent: null };

function survey({ question, products }: Settings, locale: string, now: number): Survey {
  const times = { dueAt: now, scheduledAt: now, askedAt: now, deliveredAt: now, remindedAt: null, endedAt: null };
  return {
    ...{ ...WHO, ...times, token: "sample", resolutionId: "sample", state: "asked", askIn: "web:sample" },
    ...{ scale: question.scale, locale, wordingVersion: "1", product: products[0]?.id ?? null },
    ...{ questionPostId: null, purpose: "recommend", caseId: null, ...UNDRAWN },
  };
}

function response({ question, products }: Settings, now: number): Response {
  return {
    ...{
      ...WHO,
      surveyId: "sample",
      score: LOW,
      scale: question.scale,
      band: "detractor",
      comment: "It took too long.",
    },
    ...{ product: products[0]?.id ?? null, answeredAt: now, changedAt: now, scoredAt: now },
    commentedAt: now,
    ...{ revisionCount: 1, excluded: null, commentEntryId: null, quoteConsentAt: null, purpose: "recommend" },
    ...{ trialId: null, arm: null },
  };
}

function openCase(now: number): Case {
  const about = { responseId: "sample", product: null, score: LOW };
  return { ...WHO, ...UNTOUCHED, ...about, openedAt: now, contactBy: now, dueAt: now };
}

function customer(now: number): Customer {
  const { id, version } = WHO;
  return { ...UNKNOWN_CUSTOMER, id, version, createdAt: now };
}

/** The question, the thanks, the alert and the digest as this desk would say them, about nobody. */
export async function sampleMessages(settings: Settings, now: number): Promise<SampleMessage[]> {
  const surroundings = { log: SILENT, ids: createIds(), clock: { now: () => now } };
  const composed = botConfig(webAlone(settings), createMemoryStore(), surroundings);
  const context = contextAt(composed, composed.desks.first);
  const asked = survey(settings, context.wording.choose(settings.desk.locale), now);
  const file = {
    item: openCase(now),
    response: response(settings, now),
    customer: customer(now),
    rated: [],
    earlier: [],
    before: null,
  };
  const spoken = { survey: asked, customer: file.customer, to: "web:sample" };
  const promised = { ...file.item, contactBy: now + 1 };
  const digest = await findDigest(context, lastFinishedWeek(now, settings.desk.zone));
  return [
    { name: "question", message: questionMessage(context, asked) },
    { name: "thanks", message: sorryMessage(context, spoken, promised, { comment: null }) },
    { name: "alert", message: caseCard(context, file) },
    ...(digest ? [{ name: "digest", message: await digestMessage(context, digest) }] : []),
  ];
}
