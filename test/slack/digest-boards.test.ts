import { describe, expect, it } from "vitest";
import { readable } from "../servers/slack/readable.ts";
import { SECOND, settingsOf } from "../world.ts";
import { answers, below, digestIn, wantDigest } from "./digest-talk.ts";
import { SLACK_SETTINGS, type SlackDesk, slackDesk } from "./slack-desk.ts";
import { modalOf } from "./talk.ts";

const PRODUCTS = Array.from({ length: 40 }, (_, index) => ({ id: `p${index}`, name: `Product ${index}` }));
const ROLES = { ...SLACK_SETTINGS.roles, leads: ["slack:T1:U2"] };

/** The digest of a desk of forty products, each with as many answers as a verdict needs, at a workspace that knows these tables. */
async function fortyProducts(tables: readonly string[]): Promise<SlackDesk> {
  const desk = await slackDesk({ settings: settingsOf({ ...SLACK_SETTINGS, roles: ROLES, products: PRODUCTS }) });
  desk.slack.workspace().tables = new Set(tables);
  await wantDigest(
    desk,
    PRODUCTS.flatMap(({ id }) => answers([9, 8, 9, 10, 3], { product: id, conversation: `import:csv:${id}` })).map(
      (answer, index) => ({
        ...answer,
        conversation: `import:csv:${index}`,
        customer: { address: `api:c-${index}`, role: "customer" },
      }),
    ),
  );
  await desk.pass(20 * SECOND, SECOND);
  return desk;
}

const worded = (desk: SlackDesk) => below(desk).filter(({ files }) => !files);
const inThread = (desk: SlackDesk) => worded(desk).map(readable).join("\n");
const posts = (desk: SlackDesk) => desk.slack.calls("chat.postMessage").length;

async function decide(desk: SlackDesk, sentence: string): Promise<void> {
  const by = { address: "slack:T1:U2", role: "lead", name: "Agent Ash" } as const;
  const decided = { kind: "product-decided", id: null, by, productId: "p1", verdict: "keep" } as const;
  await desk.bot.handle({ ...decided, at: desk.time.now(), sentence });
  await desk.pass(20 * SECOND, SECOND);
}

describe("a digest of forty products on Slack", () => {
  it("shows the board at a glance, and in the thread each product with its button, where a correction edits it", async () => {
    const desk = await fortyProducts(["table", "data_table"]);
    const shown = readable(digestIn(desk));
    expect(shown).toContain("| Product | Verdict | Median | Answers |");
    expect(shown).toContain("| Product 39 | keep | 9 | 5 |");
    expect(shown).toContain("In the thread: The board, by the last 4 weeks together");
    expect(JSON.stringify(digestIn(desk).content.blocks)).toContain('"data_table"');
    for (const { name } of PRODUCTS) expect(inThread(desk)).toMatch(new RegExp(`${name}: keep, .* \\| \\[Decide\\]`));
    const [first] = worded(desk);
    const before = worded(desk).map(({ ts }) => ts);
    if (!first) throw new Error("no board");
    await desk.slack.user("U2").clicks(first, "decide:1");
    await modalOf(desk, "U2");
    expect(await desk.slack.user("U2").submits({ verdict: "keep", note: "It <sells>." })).toBe("ok");
    await desk.pass(20 * SECOND, SECOND);
    expect(inThread(desk)).toContain("Decided by agent ash on November 16, 2026: keep. It <sells>.");
    expect(worded(desk).map(({ ts }) => ts)).toEqual(before);
    expect(desk.log.faults).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each([
    [["table"], '"table"', 2],
    [[], "In the thread", 3],
  ] as const)("is drawn as the workspace takes it, which is tried once: %j", async (tables, kind, tries) => {
    const desk = await fortyProducts(tables);
    expect(JSON.stringify(digestIn(desk).content.blocks)).toContain(kind);
    expect(posts(desk) - worded(desk).length).toBe(tries);
    const updates = desk.slack.calls("chat.update").length;
    await decide(desk, "It sells.");
    expect(desk.slack.calls("chat.update").length - updates).toBe(1 + worded(desk).length);
    expect(inThread(desk)).toContain("keep. It sells.");
    expect(await desk.store.list("post", { where: { state: "failed" } })).toEqual([]);
  });
});
