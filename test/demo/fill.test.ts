import { beforeAll, describe, expect, test } from "vitest";
import { RELEASE_WEEK, WEEKS } from "../../adapters/demo/arrivals.ts";
import { DEMO_INTERACTIONS } from "../../adapters/demo/fill.ts";
import { knownThresholds } from "../../adapters/demo/known-thresholds.ts";
import { SAMPLE_LOCALES } from "../../adapters/demo/sample.ts";
import { quarterSettings } from "../../adapters/demo/settings.ts";
import { readThemes } from "../../adapters/themes.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { blindSpotOf } from "../../src/digest/blind-spot.ts";
import { fateParts } from "../../src/digest/ledger-messages.ts";
import { createSpeaker } from "../../src/digest/say-figures.ts";
import { thresholdFor } from "../../src/digest/threshold.ts";
import type { JudgedWeeks } from "../../src/digest/thresholds.ts";
import { windowOf } from "../../src/digest/week.ts";
import type { Resolution } from "../../src/interaction/interaction.ts";
import type { Appointment } from "../../src/shadowing/appointment.ts";
import type { Lesson } from "../../src/shadowing/lesson.ts";
import type { Sitting } from "../../src/shadowing/sitting.ts";
import { isQuiet } from "../../src/survey/quiet-hours.ts";
import type { Response, Revision } from "../../src/survey/response.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { WORDING } from "../catalogues.ts";
import { auditOf, HAS_PYTHON, numbersIn, recounted } from "../recount/recounted.ts";
import { DAY } from "../world.ts";
import { digestOf, grouped, type Played, played, SATURDAY } from "./played.ts";
import { pagesOver, readable, sentencesOf, strayNumbers, textsOf } from "./said.ts";

const WEEK = 7 * DAY;
const { ask, desk } = quarterSettings();

describe("a small quarter", () => {
  test("is the same each time, down to the last row, and another one for another seed", async () => {
    const first = await digestOf((await played({ interactions: 15 })).store);
    expect(await digestOf((await played({ interactions: 15 })).store)).toBe(first);
    expect(await digestOf((await played({ interactions: 15, seed: "another" })).store)).not.toBe(first);
  });

  test("played on a Monday morning leaves questions open that still wait for an answer", async () => {
    const { store } = await played({ interactions: 40, now: Date.parse("2026-11-16T08:00:00Z") });
    expect((await store.list("resolution", { where: { fate: "waiting" } })).length).toBeGreaterThan(0);
  });
});

describe("the demo's quarter", () => {
  let quarter: Played;
  let resolutions: Resolution[];
  let surveys: Survey[];
  let asked: Survey[];
  let responses: Response[];
  let revisions: Revision[];

  /** What the thresholds were asked for, and which of that the file of the sample does not know. */
  const judged: JudgedWeeks[] = [];
  const unknown: JudgedWeeks[] = [];
  const known = knownThresholds({
    patienceMs: 0,
    find: async (weeks) => {
      unknown.push(weeks);
      return { threshold: Number.POSITIVE_INFINITY, blindSpot: null };
    },
  });
  const find = (weeks: JudgedWeeks) => {
    judged.push(weeks);
    return known.find(weeks);
  };

  const fates = (reason: string) => resolutions.filter(({ fateReason }) => fateReason === reason).length;
  const weekAt = (at: number) => Math.floor((at - quarter.quarter.from) / WEEK);
  const weekOf = ({ answeredAt }: Response) => weekAt(answeredAt);

  beforeAll(async () => {
    quarter = await played({ interactions: DEMO_INTERACTIONS, thresholds: { ...known, find } });
    const { store } = quarter;
    resolutions = await store.list("resolution", {});
    surveys = await store.list("survey", { where: { purpose: "recommend" } });
    asked = surveys.filter(({ askedAt }) => askedAt !== null);
    responses = await store.list("response", { where: { purpose: "recommend" } });
    revisions = await store.list("revision", {});
  });

  test("resolves 1,500 interactions within thirteen weeks and leaves five waiting for an agent", async () => {
    const resolved = await quarter.store.list("interaction", { where: { state: "resolved" } });
    expect(resolved).toHaveLength(1_500);
    expect(await quarter.store.list("interaction", { where: { state: "open" } })).toHaveLength(5);
    expect(quarter.quarter.until - quarter.quarter.from).toBeGreaterThanOrEqual(13 * WEEK);
    const { from, until } = quarter.quarter;
    expect(resolutions.filter(({ at }) => at < from || at >= until)).toEqual([]);
    expect(new Set(resolutions.map(({ at }) => Math.floor((at - from) / WEEK))).size).toBeGreaterThanOrEqual(13);
  });

  test("runs without a fault, and every post is delivered", async () => {
    expect(quarter.faults).toEqual([]);
    expect(await quarter.store.list("post", { where: { state: ["pending", "sending", "failed"] } })).toEqual([]);
  });

  test("gives each resolution one fate, of every kind that a web desk without a sample can have", () => {
    const surveysIn = (state: Survey["state"]) => surveys.filter((survey) => survey.state === state).length;
    const kinds = [...grouped(resolutions, ({ fate }) => fate)].map(([fate, those]) => [fate, those.length]);
    expect(Object.fromEntries(kinds)).toEqual({
      answered: responses.length,
      declined: surveysIn("declined"),
      silent: surveysIn("expired"),
      "not-asked": resolutions.length - responses.length - surveysIn("declined") - surveysIn("expired"),
    });
    for (const reason of ["cooldown", "opted-out", "too-short", "team-opened", "skipped-by-person", "reopened"])
      expect(fates(reason), reason).toBeGreaterThan(0);
    expect(
      resolutions.filter(({ fateReason, fateDetail }) => fateReason === "skipped-by-person" && !fateDetail),
    ).toEqual([]);
  });

  test("asks the customer of each resolved case once whether it has been put right, at its time", async () => {
    const again = await quarter.store.list("survey", { where: { purpose: "recovery" } });
    expect(again.length).toBeGreaterThan(20);
    expect(new Set(again.map(({ caseId }) => caseId)).size).toBe(again.length);
  });

  test("leaves about nine in ten of the asked silent", () => {
    const silent = resolutions.filter(({ fate }) => fate === "silent").length / asked.length;
    expect(silent).toBeGreaterThan(0.86);
    expect(silent).toBeLessThan(0.93);
  });

  test("is answered by about one in ten of those asked outside the week of the release", () => {
    const askedThen = asked.filter(({ askedAt }) => weekAt(askedAt ?? 0) !== RELEASE_WEEK).length;
    const answeredThen = responses.filter((response) => weekOf(response) !== RELEASE_WEEK).length;
    expect(answeredThen / askedThen).toBeGreaterThan(0.09);
    expect(answeredThen / askedThen).toBeLessThan(0.11);
  });

  test("has enough answers before its last weeks for a trend in the last digest", async () => {
    const digests = await quarter.store.list("digest", {});
    const inOrder = digests.toSorted((one, other) => (one.week < other.week ? -1 : 1));
    expect(inOrder).toHaveLength(WEEKS);
    expect(inOrder[0]?.document.trend.verdict).toBe("not-enough-data");
    expect(inOrder.at(-1)?.document.trend.verdict).not.toBe("not-enough-data");
  });

  describe("is told week by week", () => {
    test("in numbers of the document alone, each from the figures of its section", async () => {
      const rows = await quarter.store.list("digest", { orderBy: "week" });
      const weeks = await Promise.all(
        rows.map(async ({ document }) => ({ document, told: await sentencesOf(quarter.store, document) })),
      );
      expect(weeks.flatMap(({ document, told }) => strayNumbers(told, document))).toEqual([]);
      const mixed = weeks.map(({ told }, index) => ({ told, document: weeks.at(index - 1)?.document }));
      const stray = mixed.map(({ told, document }) => (document ? strayNumbers(told, document).length : 0));
      expect(Math.min(...stray)).toBeGreaterThan(4);
    });

    test("in the same sentences by post, command and page, the ledger as it stands now", async () => {
      const pages = pagesOver(quarter.allDesks, SATURDAY);
      const rows = await quarter.store.list("digest", { orderBy: "week" });
      for (const row of rows) {
        const sentences = await sentencesOf(quarter.store, row.document);
        const page = readable(await pages.read(`/digest/${row.week}`));
        const { post, text, md } = await textsOf(quarter.store, row);
        const { ledger, ...others } = sentences;
        const lines = Object.values(others).flat();
        expect(post).toEqual(expect.arrayContaining([...ledger, ...lines]));
        expect([...ledger, ...lines].filter((line) => !text.includes(line))).toEqual([]);
        expect(lines.filter((line) => !page.includes(line))).toEqual([]);
        const now = await quarter.store.countOutcomes(windowOf(row.week, desk.zone), SATURDAY);
        const speaker = createSpeaker({ wording: WORDING, settings: quarterSettings() });
        const parts = fateParts(speaker, now).map((part) => part.text);
        expect(parts.filter((part) => !page.includes(part))).toEqual([]);
        expect(md.split("\n").length).toBeGreaterThan(20);
      }
    });
  });

  test("has its thresholds known, as they are found (else `npm run sample:thresholds`)", async () => {
    expect(judged.length).toBeGreaterThanOrEqual(WEEKS - 2);
    expect(unknown).toEqual([]);
    const [first] = judged;
    const { threshold, blindSpot } = await known.find(first ?? { weeks: [], products: [] });
    expect(thresholdFor(first?.weeks ?? [], first?.products)).toBeCloseTo(threshold, 9);
    expect(blindSpotOf(first?.weeks ?? [], threshold)).toBe(blindSpot);
  });

  test("asks nobody twice within a cooldown", () => {
    for (const own of grouped(asked, ({ customerId }) => customerId).values()) {
      const inOrder = own.toSorted((one, other) => (one.askedAt ?? 0) - (other.askedAt ?? 0));
      for (const [index, survey] of inOrder.entries()) {
        const before = inOrder[index - 1];
        if (!before || (before.state === "cancelled" && before.interactionId === survey.interactionId)) continue;
        const cooled =
          before.state === "answered"
            ? (before.endedAt ?? 0) + ask.cooldownAnswered
            : (before.askedAt ?? 0) + ask.cooldownUnanswered;
        expect(survey.askedAt).toBeGreaterThanOrEqual(cooled);
      }
    }
  });

  test("asks nobody in their quiet hours", async () => {
    const customers = new Map((await quarter.store.list("customer", {})).map((customer) => [customer.id, customer]));
    const zoneOf = (survey: Survey) => customers.get(survey.customerId)?.zone ?? desk.zone;
    expect(asked.filter((survey) => isQuiet(survey.askedAt ?? 0, ask.quietHours, zoneOf(survey)))).toEqual([]);
  });

  test("is asked and answered in every language", () => {
    for (const locale of SAMPLE_LOCALES) {
      expect(asked.filter((survey) => survey.locale === locale).length, locale).toBeGreaterThan(20);
      expect(
        surveys.filter((survey) => survey.locale === locale && survey.state === "answered").length,
        locale,
      ).toBeGreaterThan(0);
    }
  });

  test("has a bad week for the app after the release, and no other like it", () => {
    const unhappy = responses.filter(({ product, band }) => product === "app" && band === "detractor");
    const byWeek = grouped(unhappy, weekOf);
    const inRelease = byWeek.get(RELEASE_WEEK)?.length ?? 0;
    const elsewhere = [...byWeek].filter(([week]) => week !== RELEASE_WEEK).map(([, those]) => those.length);
    expect(inRelease).toBeGreaterThanOrEqual(10);
    expect(inRelease).toBeGreaterThan(2 * Math.max(...elsewhere));
  });

  test("has answers tapped, typed, explained in a form and changed", async () => {
    expect(new Set(revisions.map(({ via }) => via))).toEqual(new Set(["tap", "typed", "form"]));
    const scores = grouped(revisions, ({ responseId }) => responseId);
    const changed = [...scores.values()].filter((own) => new Set(own.map(({ score }) => score)).size > 1);
    expect(changed.length).toBeGreaterThanOrEqual(2);
    expect(responses.filter(({ comment }) => comment !== null).length).toBeGreaterThan(responses.length / 3);
    expect(
      (await quarter.store.list("customer", {})).filter(({ optedOutAt }) => optedOutAt !== null).length,
    ).toBeGreaterThan(2);
  });

  test("has messages that were mended and messages that were taken back", async () => {
    const entries = await quarter.store.list("entry", {});
    expect(entries.filter(({ history }) => history.length > 0).length).toBeGreaterThan(10);
    expect(entries.filter(({ deletedAt }) => deletedAt !== null).length).toBeGreaterThan(10);
  });

  test("has a case for every detractor, all but two closed with words, some overdue", async () => {
    const cases = await quarter.store.list("case", {});
    const unhappy = new Set(revisions.filter(({ score }) => score <= 6).map(({ responseId }) => responseId));
    expect(new Set(cases.map(({ responseId }) => responseId))).toEqual(unhappy);
    const left = cases.filter(({ closedAt }) => closedAt === null);
    expect(left).toHaveLength(2);
    const wordless = cases.filter(({ closedAt, outcome }) => closedAt !== null && outcome === null);
    expect(wordless.filter(({ state }) => state !== "withdrawn")).toEqual([]);
    expect(cases.filter(({ overdueAt }) => overdueAt !== null).length).toBeGreaterThanOrEqual(3);
    expect(cases.filter(({ overdueAt }) => overdueAt !== null).length).toBeLessThan(cases.length / 2);
  });

  test("pulls the cord now and then, and a lead answers for it within days", async () => {
    const cords = await quarter.store.list("cord", { orderBy: "pulledAt" });
    const answered = cords.filter(({ state }) => state === "answered");
    expect(answered.length).toBeGreaterThanOrEqual(2);
    expect(cords.length - answered.length).toBeLessThanOrEqual(1);
    for (const { pulledAt, answeredAt } of answered) expect((answeredAt ?? 0) - pulledAt).toBeLessThan(4 * DAY);
  });

  test("wins one customer back: unhappy, looked after, and weeks later a promoter", async () => {
    const [customer] = await quarter.store.list("customer", { where: { name: "Juniper Vale" } });
    const own = responses.filter(({ customerId }) => customerId === customer?.id);
    const [worked] = await quarter.store.list("case", { where: { customerId: customer?.id ?? "" } });
    expect(own.map(({ band }) => band)).toEqual(["detractor", "promoter"]);
    expect(own.every(({ comment }) => comment !== null)).toBe(true);
    expect(worked?.state).toBe("resolved");
    expect(worked?.overdueAt).toBeNull();
    expect(worked?.closedAt ?? 0).toBeLessThan((own[1]?.answeredAt ?? 0) - 28 * DAY);
  });

  test("was resolved by people on working days in working hours", () => {
    const local = new Intl.DateTimeFormat("en-GB", {
      timeZone: desk.zone,
      weekday: "short",
      hour: "numeric",
      hourCycle: "h23",
    });
    const parts = resolutions.map(({ at }) =>
      Object.fromEntries(local.formatToParts(at).map(({ type, value }) => [type, value])),
    );
    expect(parts.filter(({ weekday }) => weekday === "Sat" || weekday === "Sun")).toEqual([]);
    expect(parts.filter(({ hour }) => Number(hour) < 9 || Number(hour) > 17)).toEqual([]);
    expect(Math.max(...resolutions.map(({ at }) => at))).toBeLessThan(SATURDAY);
  });

  describe("has executives", () => {
    let appointments: Appointment[];
    let sittings: Sitting[];
    let lessons: Lesson[];

    beforeAll(async () => {
      const { store } = quarter;
      appointments = await store.list("appointment", { orderBy: "at" });
      sittings = await store.list("sitting", {});
      lessons = await store.list("lesson", {});
    });

    test("with a seat each, who keep most of their appointments and miss some", () => {
      const shares = [...grouped(appointments, ({ whoName }) => whoName).values()].map((own) =>
        own.map(({ state }) => state),
      );
      expect(shares).toHaveLength(3);
      for (const states of shares) expect(states.length).toBeGreaterThanOrEqual(WEEKS - 1);
      const share = (state: Appointment["state"]) =>
        appointments.filter((one) => one.state === state).length / appointments.length;
      expect(share("kept")).toBeGreaterThan(0.6);
      expect(share("missed")).toBeGreaterThan(0.05);
      expect(share("missed")).toBeLessThan(0.4);
    });

    test("who guess better the longer they sit with customers", () => {
      const errors = sittings
        .filter(({ guess, score }) => guess !== null && score !== null)
        .map(({ guess, score, guessedAt }) => ({
          week: weekAt(guessedAt ?? 0),
          error: Math.abs((guess ?? 0) - (score ?? 0)),
        }));
      const mean = (those: typeof errors) => those.reduce((sum, { error }) => sum + error, 0) / those.length;
      const half = WEEKS / 2;
      expect(mean(errors.filter(({ week }) => week < half))).toBeGreaterThan(
        mean(errors.filter(({ week }) => week >= half)) + 0.5,
      );
      expect(mean(errors)).toBeGreaterThan(0.8);
    });

    test("who take from each conversation what belongs to it", async () => {
      const talks = new Map(quarter.quarter.talks.map((talk) => [talk.conversation, talk]));
      const read = new Map(sittings.map(({ id, interactionId }) => [id, interactionId]));
      expect(lessons.length).toBeGreaterThan(50);
      for (const { sittingId, surprised, toFix } of lessons) {
        const interaction = await quarter.store.get("interaction", read.get(sittingId) ?? "");
        const tale = talks.get(interaction?.conversation ?? "")?.tale;
        if (tale?.surprised) expect(surprised).toBe(tale.surprised);
        if (tale?.fix && toFix !== "") expect(toFix.toLowerCase()).toContain(tale.fix.toLowerCase());
      }
    });

    test("whose lessons are done in part, and else have somebody and a day", () => {
      const open = lessons.filter(({ state }) => state === "open");
      expect(lessons.filter(({ state, toFix }) => state === "done" && toFix !== "").length).toBeGreaterThan(10);
      expect(open.filter(({ ownerName, dueOn }) => ownerName !== null && dueOn !== null).length).toBeGreaterThan(3);
      expect(
        lessons.filter(({ state, toFix, doneAt }) => toFix === "" && (state !== "done" || doneAt === null)),
      ).toEqual([]);
    });

    test("of whom the last digest tells by name", async () => {
      const digests = await quarter.store.list("digest", { orderBy: "week" });
      const { due, people = [], guessError, openLessons } = digests.at(-1)?.document.shadowing ?? {};
      expect(due).toBe(3);
      expect(people.map(({ name }) => name).toSorted()).toEqual(["Exec Alder", "Exec Hazel", "Exec Rowan"]);
      expect(guessError).not.toBeNull();
      expect(openLessons).toBeGreaterThan(0);
    });
  });

  test.skipIf(!HAS_PYTHON)(
    "has thirteen digests, of which Python counts every number again from their rows",
    async () => {
      const { store } = quarter;
      const rows = await store.list("digest", { orderBy: "week" });
      const settings = quarterSettings();
      const desk = { deskId: DEFAULT_DESK, store, settings, clock: { now: () => SATURDAY }, themes: readThemes() };
      const files = await Promise.all(rows.map(({ week }) => auditOf(desk, week)));
      const { told, stderr } = recounted(...files);
      expect({ stderr, differing: told.flatMap(({ differing }) => differing) }).toEqual({ stderr: "", differing: [] });
      expect(told.map(({ numbers }) => numbers)).toEqual(rows.map(({ document }) => numbersIn(document)));
      expect(told).toHaveLength(13);
    },
  );
});
