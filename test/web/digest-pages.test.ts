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
  expect(page).toContain("9 – 15 November 2026".replaceAll(" – ", "\u2009–\u2009"));
  expect(page.indexOf('class="chair"')).toBeLessThan(page.indexOf('id="score"'));
  expect(page).toContain(
    'Of 120 conversations, <b class="silent-count">60 customers</b> said nothing. 10 still to be asked.',
  );
  expect(page).toContain("<b>15</b> they were asked recently");
  expect(page).toContain('<b class="score-figure">20</b> <span>between −13 and 49, with 95% confidence</span>');
  expect(page).toContain("no clear change");
  expect(page).toContain("If the silent customers were 20 points less happy");
  expect(page).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(page).toContain('<tr><th scope="row">10</th><td>9</td></tr>');
  expect(page).toContain("3 answers: 1 promoter, 1 passive, 1 detractor");
  expect(page).toContain("パーセル配送");
  expect(page).toContain("How to read it:");
});

test("a week with few answers has counts and no score, an empty one says that nothing was said", async () => {
  const few = await (await withDigest(fewAnswers(), { isLate: true })).read(`/digest/${WEEK}`);
  expect(few).toContain("3 answers: too few for a score.");
  expect(few).not.toContain('class="score-figure"');
  expect(few).toContain("late, because the bot wasn’t running when it was due");
  const empty = await (await withDigest(emptyWeek())).read(`/digest/${WEEK}`);
  expect(empty).toContain("No answers, so no score.");
  expect(empty).toContain("No conversation was resolved in this week.");
  expect(empty).not.toContain("Charts and tables");
});

test("a week that was not posted is counted from the rows, and one that has not begun is not there", async () => {
  const pages = openPages();
  const { world } = pages;
  await world.asked();
  await world.writes(customer, "3");
  await world.pass(SECOND, SECOND);
  const page = await pages.read("/digest/2026-W47");
  expect(page).toContain("This week is not over, so everything here may change.");
  expect(page).toContain("1 answer: too few for a score.");
  expect(await pages.read("/digest/2026-W46")).toContain("Not posted. Counted just now.");
  for (const [week, words] of [
    ["2026-W48", "The week 2026-W48 has not begun yet."],
    ["2025-W53", "That is not an ISO week such as 2026-W46."],
    ["last", "That is not an ISO week"],
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
  expect(before).toContain('<b class="silent-count">1 customer</b> has said nothing so far (may still answer).');
  await world.pass(8 * DAY, HOUR);
  const after = await pages.read("/digest/2026-W47");
  expect(after).toContain('<b class="silent-count">1 customer</b> said nothing.');
  expect(after).toContain("When this was posted, 1 customer could still answer.");
  expect(await pages.read("/digest")).toContain("0 customers answered, 1 customer had said nothing by then.");
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
  expect(page).toContain("No conversation was resolved in this week.");
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
  expect(now).toContain("Recounted");
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
  expect(page).toContain("Decided: <b>retire</b>, by <bdi>Ash</bdi>");
  expect(page).toContain("Nobody &lt;i&gt;wants&lt;/i&gt; it.");
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
  expect(nothing).toContain("No digest has been posted yet. The first one comes Mon 09:00");
  const pages = await withDigest();
  const document = fewAnswers();
  const older = { ...document, id: { ...document.id, week: "2026-W45" } };
  await postedDigests(pages.world.allDesks, [digestRow(older)]);
  const page = await pages.read("/digest?name=Ash");
  const weeks = [...page.matchAll(/class="card week" href="([^"]+)"/g)].map(([, href]) => href);
  expect(weeks).toEqual(["/digest/2026-W46?name=Ash", "/digest/2026-W45?name=Ash"]);
  expect(page).toContain("Score: 20, between −13 and 49. Trend: no clear change.");
  expect(page).toContain("Score: 3 answers, too few for a score.");
});

test("the lobby leads to the last digest", async () => {
  expect(await openPages().read("/")).not.toContain("/digest/");
  expect(await (await withDigest()).read("/")).toContain(
    `<a href="/digest/${WEEK}">The last weekly digest: Week 46, 2026</a>`,
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
