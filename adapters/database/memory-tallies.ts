import { ledgerOf } from "../../src/digest/fates.ts";
import { during } from "../../src/digest/gather-rows.ts";
import { countHeardAgain } from "../../src/digest/heard-again.ts";
import { outcomesOf } from "../../src/digest/outcomes.ts";
import { countRecovered } from "../../src/digest/recovered.ts";
import { countAside, countScores } from "../../src/digest/score-counts.ts";
import { settledOf } from "../../src/digest/settled.ts";
import { sortAnswers } from "../../src/digest/tally.ts";
import type { Window } from "../../src/digest/week.ts";
import { wordOfMouthOf } from "../../src/digest/word-of-mouth.ts";
import { countEnhancements } from "../../src/enhance/enhancement-counts.ts";
import type { Reader } from "../../src/ports.ts";
import { CONTACTING_ACTS } from "../../src/recovery/case.ts";
import type { Response } from "../../src/survey/response.ts";
import type { Tallies } from "../../src/tallies.ts";
import { memoryExplore } from "./memory-explore.ts";

/** When somebody first contacted each customer, by response. */
async function contactsIn(list: Reader["list"]): Promise<Map<string, number>> {
  const cases = await list("case", {});
  const steps = await list("step", { where: { act: CONTACTING_ACTS, takenBack: false } });
  const moments = cases.map(({ id, responseId, contactedAt }) => {
    const taken = steps.filter(({ caseId }) => caseId === id).map(({ at }) => at);
    return [responseId, Math.min(...taken, contactedAt ?? Number.POSITIVE_INFINITY)] as const;
  });
  return new Map(moments.filter(([, at]) => at < Number.POSITIVE_INFINITY));
}

/** The tallies of the rows that are listed, by the rules themselves. */
export function memoryTallies(list: Reader["list"]): Tallies {
  const answersIn = (window: Window) => list("response", during("answeredAt", window));
  const settledIn = async (window: Window) => {
    const resolutions = await list("resolution", during("at", window));
    const waits = resolutions.filter(({ fate }) => fate === "waiting").map(({ id }) => id);
    return { resolutions, waiting: await list("survey", { where: { resolutionId: waits } }) };
  };
  return {
    ...memoryExplore(list),
    countScores: async (window) => countScores(await answersIn(window), window),
    countAside: async (window) => countAside(await answersIn(window), window),
    listCommented: async (window) => {
      const counted = sortAnswers(await answersIn(window), window).counted as readonly Response[];
      return counted.filter(({ comment }) => comment !== null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    countFates: async (window) => {
      const { resolutions, waiting } = await settledIn(window);
      return ledgerOf(resolutions, waiting, window);
    },
    countOutcomes: async (window, now) => {
      const rows = {
        ...(await settledIn(window)),
        cases: await list("case", {}),
        answers: await answersIn(window),
      };
      return outcomesOf(rows, window, now);
    },
    countWordOfMouth: async (window) => {
      const told = await list("telling", during("at", window));
      const asked = await list("promise", during("askedAt", window));
      const ids = [...told, ...asked].map(({ responseId }) => responseId);
      const counting = await list("response", { where: { id: ids, excluded: null } });
      const counted = new Set(counting.map(({ id }) => id));
      const counts = ({ responseId }: { readonly responseId: string }) => counted.has(responseId);
      return wordOfMouthOf({ tellings: told.filter(counts), promises: asked.filter(counts) }, window);
    },
    countEnhancements: async () => countEnhancements(await list("enhancement", {})),
    countRecovered: async (window) => {
      const resolutionId = (await list("resolution", { where: { imported: true } })).map(({ id }) => id);
      const imported = await list("survey", { where: { resolutionId } });
      const contacts = await contactsIn(list);
      const answers = await list("response", {});
      return countRecovered({ answers, contacts, imported: new Set(imported.map(({ id }) => id)) }, window);
    },
    countSettled: async (window) => settledOf(await list("resolution", during("at", window)), window),
    countHeardAgain: async (until) => {
      const rows = { resolutions: await list("resolution", {}), interactions: await list("interaction", {}) };
      return countHeardAgain(rows, until);
    },
  };
}
