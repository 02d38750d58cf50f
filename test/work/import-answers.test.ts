import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { botOver, openStore, webAlone } from "../../adapters/compose.ts";
import { readMapping } from "../../adapters/csv/mapping.ts";
import type { DateOrder } from "../../adapters/csv/read-time.ts";
import { understandFile } from "../../adapters/csv/understand-file.ts";
import { createIds } from "../../adapters/ids.ts";
import { emptyReport, importAnswers } from "../../adapters/work/import-answers.ts";
import { systemClock } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Store } from "../../src/ports.ts";
import { settingsSchema } from "../../src/settings.ts";
import type { Scale } from "../../src/survey/score.ts";
import { eachInFolder } from "../cli/folder.ts";

const QUIET = { info: () => {}, warn: () => {}, fault: () => {} };
const NOW = Date.parse("2026-11-28T12:00:00Z");
const { signal } = new AbortController();
const folder = eachInFolder({ withDatabase: true });
let store: Store;
beforeEach(async () => {
  store = await openStore(join(folder.path, "emptychair.db"));
});
afterEach(() => store.close());

interface Choices {
  readonly map?: readonly string[];
  readonly scale?: Scale;
  readonly dates?: DateOrder | null;
}

/** What is found of a file, and what has come of it where nothing stands against it. */
async function bring(file: string, { map = [], scale, dates = null }: Choices = {}) {
  const settings = settingsSchema.parse({ desk: { zone: "Europe/Berlin" } });
  const given = { file, signal, onProgress: () => {} };
  const own = { scale: settings.question.scale, zone: settings.desk.zone };
  const mapping = readMapping(map, scale ?? null);
  const understanding = await understandFile({ ...given, ...own, mapping, dates, encoding: null });
  if (understanding === null) throw new Error(`${file} is empty`);
  const report = emptyReport();
  const refused: string[] = [];
  if (understanding.obstacles.length > 0) return { obstacles: understanding.obstacles, report, refused };
  const surroundings = { log: QUIET, ids: createIds(), clock: systemClock };
  const bot = botOver(webAlone(settings), store, surroundings);
  const onRefused = (line: number, reason: string) => void refused.push(`${line}: ${reason}`);
  const into = {
    store: store.at(DEFAULT_DESK),
    products: { products: settings.products, renamed: new Map<string, string>() },
    now: NOW,
    bot,
  };
  await importAnswers({ ...given, ...into, understanding, report, onRefused });
  return { obstacles: [], report, refused };
}

const fixture = (name: string, choices?: Choices) => bring(`test/csv/files/${name}.csv`, choices);

function written(content: string, choices?: Choices) {
  const file = join(folder.path, "answers.csv");
  writeFileSync(file, content);
  return bring(file, choices);
}

const kept = () => store.at(DEFAULT_DESK).list("response", { orderBy: "answeredAt" });
const people = async () => (await store.at(DEFAULT_DESK).list("customer", {})).length;
const addresses = async () => (await store.at(DEFAULT_DESK).list("identity", {})).map(({ id }) => id).sort();
const scores = async () => (await kept()).map(({ score }) => score);
const times = async () => (await kept()).map(({ answeredAt }) => new Date(answeredAt).toISOString());
const counts = (imported: number, more = {}) => ({ ...emptyReport(), imported, ...more });

describe("A file of another tool", () => {
  it("of SurveyMonkey loses no answer where it has one line of titles", async () => {
    expect((await fixture("surveymonkey-one-heading__one-heading")).report).toEqual(counts(3));
    expect(await scores()).toEqual([1, 9, 8]);
  });

  it("of a SurveyMonkey web link knows each person by the answer", async () => {
    expect((await fixture("surveymonkey-web-link__web-link")).report).toEqual(counts(12));
    expect(await people()).toBe(12);
    expect((await kept())[0]).toMatchObject({ score: 10, scale: "0-10", comment: "words 0" });
    expect((await addresses())[0]).toBe("api:118000000010");
  });

  it("of Qualtrics is read below its three lines of headings, in the zone that they name", async () => {
    expect((await fixture("qualtrics-three-headings__qualtrics")).report).toEqual(counts(2));
    expect(await kept()).toMatchObject([
      { score: 9, comment: "good", answeredAt: Date.parse("2026-11-10T09:02:01Z") },
      { score: 3, comment: "slow" },
    ]);
    expect(await addresses()).toEqual(["api:ann@example.test", "api:bob@example.test"]);
  });

  it.each([
    ["new", ["2026-11-10T09:00:00.000Z", "2026-11-11T09:00:00.000Z", "2026-11-11T09:00:00.000Z"]],
    ["old", ["2026-11-09T23:00:00.000Z", "2026-11-10T23:00:00.000Z"]],
  ])("of Formbricks has its %s dates, and knows who has no id by the response's", async (name, expected) => {
    expect((await fixture(`formbricks-dates__${name}`)).report).toEqual(counts(expected.length));
    expect(await times()).toEqual(expected);
    expect(await addresses()).toEqual(["api:cm3", "api:u1", "api:u2"].slice(3 - expected.length));
  });

  it("of Google Forms names the zone of its times", async () => {
    expect((await fixture("google-forms-times__form")).report).toEqual(counts(2));
    expect(await times()).toEqual(["2026-11-10T14:00:00.000Z", "2026-11-11T09:05:00.000Z"]);
  });

  it("from Google Sheets tells by one date that the day comes first", async () => {
    await fixture("google-forms-times__sheet-uk");
    expect(await times()).toEqual(["2026-11-10T14:00:00.000Z", "2026-11-23T08:05:00.000Z"]);
  });

  it("is asked about where no date tells the order, and nothing is kept", async () => {
    const { obstacles } = await fixture("google-forms-times__sheet-us");
    expect(obstacles).toEqual([expect.stringMatching(/--dates day-first or --dates month-first\.$/)]);
    expect(await kept()).toEqual([]);
    await fixture("google-forms-times__sheet-us", { dates: "month-first" });
    expect(await times()).toEqual(["2026-11-10T14:00:00.000Z", "2026-11-11T08:05:00.000Z"]);
  });

  it("of Microsoft Forms keeps people apart who are all anonymous, and twice changes nothing", async () => {
    const rows = [9, 9, 3].map(
      (score, index) => `${index + 1},7/22/26 11:00:22,7/22/26 11:05:00,anonymous,,${score},NA`,
    );
    const file = `ID,Start time,Completion time,Email,Name,How likely are you to recommend us?,Why?\n${rows.join("\n")}\n`;
    expect((await written(file)).report).toEqual(counts(3));
    expect((await written(file)).report).toEqual(counts(0, { known: 3 }));
    expect(await people()).toBe(3);
    expect(await kept()).toMatchObject([{ comment: null }, { comment: null }, { comment: null }]);
  });

  it("counts apart who did not answer", async () => {
    const titles = "nps_feedback_uid,user_id,state,rating,review,created_at,rated_at";
    const file = `${titles}\nu1,c1,rated,0,slow,2026-11-10 09:00:00,2026-11-10 09:02:01\nu2,c2,sent,,,2026-11-10 09:00:00,\n`;
    expect(await written(file)).toMatchObject({ report: counts(1, { unanswered: 1 }), refused: [] });
    expect(await times()).toEqual(["2026-11-10T09:02:01.000Z"]);
  });
});

describe("A file", () => {
  it("with words at the ends of the scale keeps the ends", async () => {
    expect((await fixture("labelled-ends__labels")).report).toEqual(counts(43));
    expect((await scores()).filter((score) => score === 10)).toHaveLength(14);
    expect((await scores()).filter((score) => score === 0)).toHaveLength(2);
  });

  it("with zeros is not brought in on the scale 1-10, and wholly on its own", async () => {
    const { obstacles } = await fixture("zeros-on-the-default-scale__zeros");
    expect(obstacles).toEqual([expect.stringMatching(/Add --scale 0-10\.$/)]);
    expect(await kept()).toEqual([]);
    const { report } = await fixture("zeros-on-the-default-scale__zeros", { scale: "0-10" });
    expect(report.refused).toBe(0);
    expect((await kept()).filter(({ score, scale }) => score === 0 && scale === "0-10")).toHaveLength(6);
  });

  it("with rows of commas refuses none of them", async () => {
    expect(await fixture("rows-of-commas__blank-rows")).toMatchObject({ report: counts(2), refused: [] });
  });

  it("with marks for what is missing has neither words nor products of them", async () => {
    await fixture("missing-value-marks__na");
    expect((await kept()).map(({ comment }) => comment)).toEqual(Array(8).fill(null));
    expect((await kept()).map(({ product }) => product).filter((product) => product !== null)).toEqual(
      Array(6).fill("app"),
    );
  });

  it("with a mail address in capitals means the same person, also as the help-desk API knows them", async () => {
    await fixture("mail-addresses-by-case__case");
    expect(await people()).toBe(2);
    expect(await addresses()).toContain("api:Ann.Ample@Example.test");
  });

  it("in which one date is no time is read but for that row", async () => {
    const { report, refused } = await written("customer,score,answered_at\na,9,2026-11-10\nb,9,soon\n");
    expect({ report, refused }).toEqual({
      report: counts(1, { refused: 1 }),
      refused: [expect.stringMatching(/^3: /)],
    });
  });

  it("that our own export wrote brings nothing in at the same desk, and everything at another", async () => {
    await fixture("own-export-brought-in-again__first");
    const exported = (await kept()).map(({ id, customerId, score, answeredAt }) =>
      [id, customerId, score, "1-10", "band", new Date(answeredAt).toISOString(), "'=redacted", "", "", "", ""].join(
        ",",
      ),
    );
    const titles = "id,customer,score,scale,band,answered_at,comment,changed_at,interaction,survey,excluded";
    expect((await written(`${titles}\n${exported.join("\n")}\n`)).report).toEqual(counts(0, { known: 10 }));
    const elsewhere = await fixture("own-export-brought-in-again__exported");
    expect(elsewhere.report).toEqual(counts(10));
    const [first] = exported;
    const moved = first?.replace(/^[^,]+/, "elsewhere-1") ?? "";
    const leftOut = moved.replace("elsewhere-1", "elsewhere-2").replace(/,$/, ",by mistake");
    const { report, refused } = await written(`${titles}\n${moved}\n${leftOut}\n`);
    expect(report).toEqual(counts(1, { refused: 1 }));
    expect(refused).toEqual(['3: it was left out of the digests where it comes from: "by mistake".']);
    expect((await kept()).map(({ comment }) => comment)).toContain("=redacted");
  });
});
