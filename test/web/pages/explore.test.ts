import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import type { Person } from "../../../src/interaction/customer.ts";
import type { Change } from "../../../src/outcome.ts";
import { bandOf } from "../../../src/survey/score.ts";
import { change, sampleRows } from "../../database/sample-rows.ts";
import { openPages, type Pages } from "./pages.ts";

const PRODUCTS = [
  { id: "app", name: "Mobile app" },
  { id: "billing", name: "Billing" },
];
const DAY = 86_400_000;

interface Given {
  readonly score: number;
  readonly product: string;
  readonly comment?: string;
  readonly locale?: string;
  readonly daysAgo?: number;
  readonly agent?: string;
}

function rowsOf(given: Given, key: string, now: number): Change[] {
  const { customer, interaction, resolution, survey, response } = sampleRows(key);
  const { score, product, comment = null, locale = "en", daysAgo = 1, agent = "web:agent:bo" } = given;
  const at = now - daysAgo * DAY;
  const shared = { product, creditedAgent: { address: agent, name: null } };
  const asked = { askedAt: at - 1, deliveredAt: at - 1, endedAt: at, dueAt: null, questionPostId: null, locale };
  const answer = { score, scale: "1-10", band: bandOf(score), comment, answeredAt: at, changedAt: at } as const;
  return [
    change("customer", { ...customer, readOptOutAt: null, name: "Robin Sample" }),
    change("interaction", { ...interaction, product, resolutionId: resolution.id }),
    change("resolution", { ...resolution, ...shared, at: at - 2, fate: "answered", fateReason: null, fateAt: at }),
    change("survey", {
      ...survey,
      ...shared,
      ...asked,
      scale: "1-10",
      state: "answered",
      purpose: "recommend",
      caseId: null,
    }),
    change("response", {
      ...response,
      ...shared,
      ...answer,
      excluded: null,
      purpose: "recommend",
      commentEntryId: null,
    }),
  ];
}

async function withAnswers(
  given: readonly Given[],
  settings: Record<string, unknown> = {},
  signedIn: Person | null = null,
): Promise<Pages> {
  const pages = openPages({ products: PRODUCTS, ...settings }, signedIn);
  const changes = given.flatMap((one, index) => rowsOf(one, `${index}`, pages.world.now()));
  expect(await pages.world.allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, changes)).toBe("saved");
  return pages;
}

const SIX = [10, 9, 8, 7, 3, 10];
const APP: Given[] = SIX.map((score, index) => ({
  score,
  product: "app",
  comment: `Comment ${index} about the price`,
}));
const BILLING: Given[] = SIX.map((score) => ({ score, product: "billing", locale: "de" }));
const OLD: Given[] = SIX.map((score) => ({ score, product: "app", daysAgo: 40 }));

const textOf = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("The page of all figures", () => {
  it("takes whatever an address says for what is chosen, and draws none of it as markup", async () => {
    const { get } = await withAnswers(APP);
    for (const name of ["language", "channel", "product", "theme", "agent", "against", "span", "from", "behind"]) {
      const answer = await get(`/explore?name=Ash&${name}=${encodeURIComponent('"><script>=1!!')}`);
      const page = await answer.text();
      expect([name, answer.status < 500, page.includes('"><script>')]).toEqual([name, true, false]);
    }
  });

  it("shows silence, score, board, themes and every comment of the last thirty days", async () => {
    const { read } = await withAnswers([...APP, ...BILLING, ...OLD]);
    const page = textOf(await read("/explore?name=Ash"));
    expect(page).toContain("You can’t learn from answers you never got.");
    expect(page).toContain("from 12 answers");
    expect(page).toContain("6 comments");
    for (const index of SIX.keys()) expect(page).toContain(`Comment ${index} about the price`);
    expect(page).toContain("Price: 6 comments");
  });

  it("is filtered by what stands in its address, and each filter can be taken away", async () => {
    const { read } = await withAnswers([...APP, ...BILLING]);
    const page = await read("/explore?product=billing&language=de");
    expect(textOf(page)).toContain("from 6 answers");
    expect(textOf(page)).toContain("Nobody left a comment.");
    expect(page).toMatch(/aria-label="Product: Billing\. Remove this filter"/);
    expect(page).toMatch(/href="\/explore\?span=[^"]*&amp;language=de" aria-label="Product/);
  });

  it("tells nothing of fewer answers than the least, nor lets them be told by subtraction", async () => {
    const { read } = await withAnswers([...APP, { score: 2, product: "billing", comment: "Only I said this." }]);
    for (const path of ["/explore?product=billing", "/explore?product=app", "/explore.csv?product=billing"]) {
      const page = textOf(await read(path));
      expect(page).not.toContain("Only I said this.");
      expect(page).not.toMatch(/from \d+ answer/);
    }
    expect(textOf(await read("/explore?product=app"))).toContain("Too few answers to show");
  });

  it("holds two products against each other, with what chance allows", async () => {
    const { read } = await withAnswers([...APP, ...BILLING]);
    const page = textOf(await read("/explore?product=app&against=billing"));
    expect(page).toContain("the difference is 0, plausibly from");
    expect(page.match(/from 6 answers/g)).toHaveLength(2);
  });

  it("lists comments twenty at a time", async () => {
    const many = Array.from({ length: 23 }, (_, index) => ({
      score: 9,
      product: "app",
      comment: `Said ${index}.`,
      daysAgo: 1 + index / 100,
    }));
    const { read } = await withAnswers(many);
    const first = await read("/explore");
    const older = /rel="next" href="([^"]*behind[^"]*)#comments"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = textOf(await read(older));
    expect(textOf(first)).toContain("Said 19.");
    expect(textOf(first)).not.toContain("Said 20.");
    for (const index of [20, 21, 22]) expect(second).toContain(`Said ${index}.`);
    expect(second).not.toContain("Said 19.");
  });

  it("lists the comments of one band alone, with the figures of all", async () => {
    const { read } = await withAnswers(APP);
    const page = await read("/explore?band=detractor");
    expect(textOf(page)).toContain("Comment 4 about the price");
    expect(textOf(page)).not.toContain("Comment 0 about the price");
    expect(textOf(page)).toContain("from 6 answers");
    expect(page).toMatch(/aria-current="true">Gave 6 or less/);
    const themed = textOf(await read("/explore?band=passive&theme=price"));
    expect(themed).toContain("Comment 2 about the price");
    expect(themed).not.toContain("Comment 4 about the price");
    const csv = await read("/explore.csv?band=detractor");
    expect(csv.match(/^comment,/gm)).toHaveLength(1);
  });

  it("tells agents no score of their own help, on no page, by no band and in no file", async () => {
    const bo = { address: "web:agent:bo", role: "agent", name: "Bo" } as const;
    const own = { score: 3, product: "app", comment: "Bo was slow." };
    const other = { score: 4, product: "app", comment: "Cy was slow.", agent: "web:agent:cy" };
    const { read } = await withAnswers([...APP, own, other], {}, bo);
    const page = textOf(await read("/explore"));
    expect(page).toContain("Bo was slow.");
    expect(page).not.toContain("Gave 3");
    const narrowed = textOf(await read("/explore?band=detractor"));
    expect(narrowed).toContain("Cy was slow.");
    expect(narrowed).not.toContain("Bo was slow.");
    const csv = await read("/explore.csv");
    expect(csv).toMatch(/^comment,[^,]+,,4,/m);
    expect(csv).toMatch(/^comment,[^,]+,,,.*Bo was slow\./m);
    expect(await read("/explore.csv?band=detractor")).not.toContain("Bo was slow.");
  });

  it("takes the names of customers out of what they wrote", async () => {
    const { read } = await withAnswers([
      { score: 3, product: "app", comment: "Yours, Robin Sample, robin@example.com" },
    ]);
    for (const path of ["/explore", "/explore.csv", "/products/app"]) {
      expect(await read(path)).not.toMatch(/Robin|robin@/);
    }
  });

  it("is filtered by who helped only where the settings have it so", async () => {
    const answers = [...APP, ...APP.map((one) => ({ ...one, comment: "Helped by Cy.", agent: "web:agent:cy" }))];
    const query = "/explore?agent=web%3Aagent%3Acy";
    const without = await (await withAnswers(answers)).read(query);
    const allowed = await (await withAnswers(answers, { explore: { byAgent: true } })).read(query);
    expect(textOf(without)).toContain("from 12 answers");
    expect(without).not.toContain("explore-agent");
    expect(textOf(allowed)).toContain("from 6 answers");
  });

  it("says which days it could not read and shows the last thirty", async () => {
    const { get } = await withAnswers(APP);
    const answer = await get("/explore?from=2026-11-20&until=2026-11-01");
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain("We couldn’t read “2026-11-20..2026-11-01” as a stretch of days.");
  });

  it("is taken away as CSV and as picture", async () => {
    const { get } = await withAnswers(APP.map((one, index) => (index === 0 ? { ...one, comment: "=1+1" } : one)));
    const csv = await (await get("/explore.csv")).text();
    expect(csv.split("\n")[1]).toMatch(/^span,.*,6,33,/);
    expect(csv).toContain("'=1+1");
    const svg = await get("/explore.svg");
    expect(svg.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(await svg.text()).toContain("6 answers, by score");
    const png = new Uint8Array(await (await get("/explore.png")).arrayBuffer());
    expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  });

  it("speaks the language of its desk", async () => {
    const { read } = await withAnswers(APP, { desk: { locale: "de" } });
    const page = textOf(await read("/explore?span=2026-Q4"));
    expect(page).toContain("Aus Antworten, die nie kamen, lernt niemand.");
    expect(page).not.toMatch(/Compare|Earlier|Silence|Comments/);
  });
});

describe("The page of a product", () => {
  it("is decided on there, and shows what was said before and has been since", async () => {
    const { read, post } = await withAnswers([...APP, ...OLD.map((one) => ({ ...one, product: "app" }))]);
    const decision = { act: "decide", name: "Ash", verdict: "enhance", sentence: "The price is not clear." };
    const answer = await post("/products/app", decision);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/products/app?name=Ash"]);
    const page = textOf(await read("/products/app?name=Ash"));
    expect(page).toContain("The price is not clear.");
    expect(page).toContain("8 weeks before:");
    expect(textOf(await read("/products"))).toContain("Mobile app");
  });

  it("says what is missing where a decision has no reason", async () => {
    const { post } = await withAnswers(APP);
    const answer = await post("/products/app", { act: "decide", name: "Ash", verdict: "keep", sentence: " " });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Please give the reason for the decision in a sentence.");
  });

  it("is not there for a product that nobody knows", async () => {
    const { get } = await withAnswers(APP);
    expect((await get("/products/nobody")).status).toBe(404);
  });
});

describe("The search field at the top", () => {
  it("leads to the search with the name of whoever looks, and is not at the customer's seat", async () => {
    const { read } = await withAnswers([]);
    const page = await read("/explore?name=Ash");
    expect(page).toMatch(
      /<form class="find" role="search" aria-label="Search" method="get" action="\/search"><input type="hidden" name="name" value="Ash">/,
    );
    expect(await read("/customer")).not.toContain('class="find"');
    expect((await read("/search?name=Ash")).match(/role="search"/g)).toHaveLength(1);
  });
});
