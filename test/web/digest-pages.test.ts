import { expect, test } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { shiftedWeek } from "../../src/digest/week.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { UNLEASED } from "../../src/outbox/lease.ts";
import type { Post } from "../../src/rows.ts";
import { emptyWeek, fewAnswers, fullWeek, WEEK } from "../chart/digests.ts";
import { customer, DAY, HOUR, SECOND } from "../world.ts";
import { digestRow, postedDigests } from "./digest-rows.ts";
import { openPages, type Pages } from "./pages/pages.ts";

const PRODUCTS = [
  { id: "app", name: "Mobile app" },
  { id: "billing", name: "Billing" },
];

async function withDigest(document = fullWeek(), given = {}): Promise<Pages> {
  const pages = openPages({ products: PRODUCTS });
  await postedDigests(pages.world.allDesks, [digestRow(document, given)]);
  return pages;
}

const decision = {
  name: "Ash",
  week: WEEK,
  product: "billing",
  verdict: "retire",
  sentence: "Nobody <i>wants</i> it.",
};

test("the page of a week shows what was posted: the chair, the ledger, the score, the picture and its tables", async () => {
  const pages = await withDigest();
  const page = await pages.read(`/digest/${WEEK}`);
  expect(page).toContain("<h1>Week 46, 2026</h1>");
  expect(page).toContain("November 9 – 15, 2026");
  expect(page.indexOf('class="chair"')).toBeLessThan(page.indexOf('id="score"'));
  expect(page).toContain("Of 120 conversations resolved this week:");
  for (const fate of ["60 said nothing", "10 still to be asked", "19 not asked"])
    expect(page).toContain(`</span>${fate}</li>`);
  expect(page).toContain("asked recently (15)");
  expect(page).toContain('<b class="score-figure">+20</b>');
  expect(page).toContain("+20 from 25 answers, plausibly from −13 to +49.");
  expect(page).toContain("no clear change");
  expect(page).toContain(
    "With everybody counted in, the score stays above zero unless those who said nothing are at −8 or lower.",
  );
  expect(page).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(page).toContain('<tr><th scope="row">10</th><td>9</td></tr>');
  expect(page).toContain("Counted apart, as they are on the scale 0-10: 3 answers");
  expect(page).toContain("Too few answers to show: パーセル配送.");
  expect(page).toContain("How to read it");
});

test("a week with few answers has counts and no score, an empty one says that nothing was said", async () => {
  const few = await (await withDigest(fewAnswers(), { isLate: true })).read(`/digest/${WEEK}`);
  expect(few).toContain("3 answers: too few for a score, which needs at least 5.");
  expect(few).not.toContain('class="score-figure"');
  expect(few).toContain("Posted late: the bot wasn’t running when it was due.");
  const empty = await (await withDigest(emptyWeek())).read(`/digest/${WEEK}`);
  expect(empty).toContain("No answers, so there is no score.");
  expect(empty).toContain("No conversation was resolved this week.");
  expect(empty).not.toContain("The same in numbers");
});

test("a week that was not posted is counted from the rows, and one that has not begun is not there", async () => {
  const pages = openPages();
  const { world } = pages;
  await world.asked();
  await world.writes(customer, "3");
  await world.pass(SECOND, SECOND);
  const page = await pages.read("/digest/2026-W47");
  expect(page).toContain("This week is not over, so everything here may change.");
  expect(page).toContain("1 answer: too few for a score, which needs at least 5.");
  expect(await pages.read("/digest/2026-W46")).toContain("Not posted. Counted just now.");
  for (const [week, words] of [
    ["2026-W48", "Week 48, 2026 has not begun yet."],
    ["2025-W53", "There is no such week. Write it like 2026-W46."],
    ["last", "There is no such week."],
  ] as const) {
    const answer = await pages.get(`/digest/${week}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(words);
  }
});

test("the ledger of a posted week says what has become of its conversations since", async () => {
  const pages = openPages();
  const { world } = pages;
  await world.asked();
  const before = await pages.read("/digest/2026-W47");
  expect(before).toContain("1 has said nothing so far, but may still answer");
  await world.pass(8 * DAY, HOUR);
  const after = await pages.read("/digest/2026-W47");
  expect(after).toContain("1 said nothing");
  expect(after).toContain("When this was posted, one customer could still answer.");
  expect(await pages.read("/digest")).toContain("1 said nothing");
});

test("answers from another tool stand beside the ledger, which nobody here can fill for them", async () => {
  const pages = openPages();
  const at = pages.world.now();
  const answer = { score: 3, scale: "1-10", comment: null, product: null, agent: null, answeredAt: at } as const;
  const answers = [
    { ...answer, conversation: "import:csv:1", customer: { address: "api:c-1", role: "customer" } } as const,
  ];
  await pages.world.handle({ kind: "answers-imported", id: null, answers });
  const page = await pages.read("/digest/2026-W47");
  expect(page).toContain("No conversation was resolved this week.");
  expect(page).toContain("1 answer was brought in from another tool; how many said nothing there is not known.");
});

test("weeks lead to the weeks before and after them, from the first with a conversation to the one under way", async () => {
  const pages = await withDigest();
  const links = async (week: string) => {
    const page = await pages.read(`/digest/${week}?name=Ash`);
    return [...page.matchAll(/rel="(prev|next)" href="([^"]+)"/g)].map(([, rel, href]) => `${rel} ${href}`);
  };
  await pages.world.asked();
  expect(await links("2026-W47")).toEqual([]);
  expect(await links(WEEK)).toEqual(["next /digest/2026-W47?name=Ash"]);
  await pages.world.pass(8 * DAY, HOUR);
  expect(await links("2026-W48")).toEqual(["prev /digest/2026-W47?name=Ash"]);
  expect(await links("2026-W47")).toEqual(["next /digest/2026-W48?name=Ash"]);
});

test("a digest that was counted again shows what it is now, and leads to what was posted before", async () => {
  const first = { ...fullWeek(), verbatims: [] };
  const history = [{ revision: 1, document: first, computedAt: 0 }];
  const pages = await withDigest(fullWeek(), { revision: 2, history });
  const now = await pages.read(`/digest/${WEEK}`);
  expect(now).toContain("Brought up to date on");
  expect(now).toContain('class="chair"');
  expect(now).toContain(`/digest/${WEEK}?revision=1`);
  const before = await pages.read(`/digest/${WEEK}?revision=1`);
  expect(before).toContain("This is how it stood before the recount.");
  expect(before).not.toContain('class="chair"');
});

test("a named person decides about a product, and the decision stands on the board", async () => {
  const pages = await withDigest();
  expect(await pages.read(`/digest/${WEEK}`)).not.toContain("/digest/decide");
  expect(await pages.read(`/digest/${WEEK}?name=Ash`)).toContain('action="/digest/decide"');
  const answer = await pages.post("/digest/decide", decision);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/digest/${WEEK}?name=Ash#board-billing`]);
  const page = await pages.read(`/digest/${WEEK}?name=Ash`);
  expect(page).toMatch(/Decided by Ash on [^:]+: retire\. Nobody/);
  expect(page).toContain("Nobody &lt;i&gt;wants&lt;/i&gt; it.");
});

test("a decision names what it shall move, which is kept in the form where it is refused", async () => {
  const pages = await withDigest();
  const aim = { aimMeasure: "detractors", aimTo: "150", aimBy: "2027-02-28" };
  const refused = await pages.post("/digest/decide", { ...decision, ...aim });
  const page = await refused.text();
  expect([refused.status, page]).toEqual([422, expect.stringContaining("“150” is not possible.")]);
  expect(page).toContain('<option value="detractors" selected>');
  expect(page).toContain('value="2027-02-28"');
  await pages.post("/digest/decide", { ...decision, ...aim, aimTo: "15" });
  const kept = { measure: "detractors", to: 15, on: "2027-02-28" };
  expect(await pages.world.store.list("decision", {})).toMatchObject([{ product: "billing", aim: kept }]);
  const product = await pages.read("/products/billing?name=Ash");
  expect(product).toContain("Due: at most 15% giving 6 or less by February 28, 2027.");
});

test("why a decision was refused is said next to its form", async () => {
  const pages = await withDigest();
  const answer = await pages.post("/digest/decide", { ...decision, product: "app", sentence: " " });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(/<p class="form-note" role="alert">[^<]{10,}<\/p><\/form>/);
  expect(await pages.world.store.list("decision", {})).toEqual([]);
});

test("nobody without a name decides, and nothing but keep, enhance and retire is a decision", async () => {
  const pages = await withDigest();
  const leadsTo = async (wrong: object) =>
    (await pages.post("/digest/decide", { ...decision, ...wrong })).headers.get("location");
  expect(await leadsTo({ name: "" })).toBe(`/digest/${WEEK}#board-billing`);
  expect(await leadsTo({ verdict: "discard" })).toBe(`/digest/${WEEK}?name=Ash#board-billing`);
  expect(await leadsTo({ name: "", week: "//example.org" })).toBe("/digest#board-billing");
  expect(await pages.world.store.list("decision", {})).toEqual([]);
});

test("the board of an older week is not decided on", async () => {
  const document = fullWeek();
  const older = { ...document, id: { ...document.id, week: shiftedWeek(WEEK, -1) } };
  const pages = await withDigest(older);
  expect(await pages.read(`/digest/${older.id.week}?name=Ash`)).not.toContain("/digest/decide");
});

test("the list has every posted week, the latest first, and says when the first will come", async () => {
  const nothing = await openPages().read("/digest");
  expect(nothing).toMatch(/No digest has been posted yet. The first one comes Monday[^.]*9:00, by the clock of/);
  const pages = await withDigest();
  const document = fewAnswers();
  const older = { ...document, id: { ...document.id, week: "2026-W45" } };
  await postedDigests(pages.world.allDesks, [digestRow(older)]);
  const page = await pages.read("/digest?name=Ash");
  const weeks = [...page.matchAll(/class="week" href="([^"]+)"/g)].map(([, href]) => href);
  expect(weeks).toEqual(["/digest/2026-W46?name=Ash", "/digest/2026-W45?name=Ash"]);
  expect(page).toContain("Week of November 9 – 15, 2026: score +20 from 25 answers");
  expect(page).toContain("3 answers, too few for a score");
  expect(page).toContain("60 said nothing");
});

test("the lobby leads to the last digest", async () => {
  expect(await openPages().read("/")).not.toContain("/digest/");
  expect(await (await withDigest()).read("/")).toContain(
    `<a class="card task" href="/digest/${WEEK}"><span class="what">The latest digest: Week 46, 2026</span>`,
  );
});

function posted(id: string, message: OutboundMessage): Post {
  return {
    ...{ id, version: 0, lane: "web:team", message, surveyId: null, state: "posted", attempts: 1 },
    ...{ createdAt: 0, dueAt: 0, sentAt: null, postedAt: 0, reference: id, error: null, ...UNLEASED },
  };
}

test("the feed shows the latest digest in full with its picture, and earlier ones by the chair", async () => {
  const pages = await withDigest();
  const message = (digestId: string, title: string): OutboundMessage => ({
    ...{ kind: "digest", text: `What was said in ${title}` },
    sections: [
      { title: "The chair", lines: ["A detractor:"], quote: { text: `Words of <${title}>`, by: null } },
      { title: `Ledger of ${title}`, lines: ["Of 120 conversations"] },
    ],
    picture: { kind: "digest", digestId, alt: "The picture", after: 1, fingerprint: "1" },
    actions: [{ name: "decide", subject: "app", label: "Decide" }],
  });
  const posts = [
    posted("1", message("2026-W45|Europe/Berlin|default", "week 45")),
    posted("2", message("2026-W46|Europe/Berlin|default", "week 46")),
  ];
  await pages.world.allDesks.save(
    DEFAULT_DESK,
    { id: null, at: 0 },
    posts.map((row) => ({ table: "post", row })),
  );
  const page = await pages.read("/team?name=Ash");
  expect(page.match(/role="img"/g)).toHaveLength(1);
  expect(page).toContain("Words of &lt;week 45&gt;");
  expect(page).toContain("Ledger of week 46");
  expect(page).not.toContain("Ledger of week 45");
  expect(page).toContain('<a href="/digest/2026-W46?name=Ash">The whole week, with tables</a>');
  expect(page).toContain('<a href="/digest/2026-W46?name=Ash#board">Decide on the board</a>');
});

test("the rows behind a week are given out as a file to who may decide, and its page leads there", async () => {
  const pages = await withDigest();
  expect(await pages.read(`/digest/${WEEK}`)).toContain(`href="/digest/${WEEK}/audit" download`);
  const file = await pages.read(`/digest/${WEEK}/audit`);
  expect(JSON.parse(file.split("\n")[0] ?? "")).toMatchObject({ kind: "head", week: WEEK, rowsKept: false });
  const log = await pages.world.store.list("audit", { where: { act: "exported" } });
  expect(log).toMatchObject([{ subjectTable: "digest", subject: WEEK, via: "page", facts: { what: "audit" } }]);
});
