import { describe, expect, it } from "vitest";
import { asObjects } from "../servers/slack/json.ts";
import { readable } from "../servers/slack/readable.ts";
import { MODES, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, lastSeen, moment, resolved, untilAsked } from "./talk.ts";

const HOSTILE = [
  "<!channel> <!here> <@U1> <#C1> <https://evil.example|your bank> &lt;!channel&gt; & < >",
  "*bold* _low_ ~gone~ `code` ```block``` > quote :white_check_mark:",
  "\u202Eright to left is broken\u202C \u{1FA91}\u{1FA91} \u0000 end",
];
const LONG = Array.from({ length: 2_000 }, (_, index) => `word${index}`)
  .join(" ")
  .slice(0, 12_000);

describe.each(MODES)("hostile text on Slack over %s", (mode) => {
  it.each([...HOSTILE, LONG, "界".repeat(4_000), "\u{1FA91}".repeat(5_000)])(
    "is quoted to the team as plain text: %.40s",
    async (text) => {
      const { desk, question, first } = await askedOnSlack({ mode });
      await desk.slack.user("U1").clicks(question, "score:1");
      await moment(desk);
      const raw = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      desk.slack.user("U1").writes(SUPPORT, raw, { thread: first });
      await desk.settle();
      await moment(desk);
      await moment(desk);
      const [alert] = desk.slack.messages(TEAM_CHANNEL);
      if (!alert) throw new Error("no alert");
      const blocks = asObjects(alert.content.blocks);
      const rich = blocks.filter(({ type }) => type === "rich_text").map((block) => JSON.stringify(block));
      const quotes = rich.filter((block) => block.includes('"rich_text_quote"'));
      expect(quotes.length).toBeGreaterThan(0);
      expect(quotes.every((quote) => !quote.includes('"link"'))).toBe(true);
      expect(rich.filter((block) => !quotes.includes(block))).toEqual([
        expect.stringContaining(".slack.com/archives/"),
      ]);
      const marked = blocks.flatMap((block) => asObjects(block.fields)).filter(({ type }) => type === "mrkdwn");
      expect(marked.map(({ text: own }) => String(own).replace(/<!date\^\d+\^[^|]*\|[^<>|&]*>$/, "a time"))).toEqual([
        "*Score*\n1/10",
        "*Contact by*\na time",
        "*Owner*\nnobody yet",
        "*State*\nnew",
        "*Helped by*\nagent ash",
        "*With us since*\nNov 16, 2026",
      ]);
      const others = blocks.filter((block) => block.fields === undefined);
      expect(others.every((block) => !JSON.stringify(block).includes('"mrkdwn"'))).toBe(true);
      expect(alert.content.text).not.toMatch(/<|>/);
      expect(JSON.stringify(alert.content)).not.toMatch(/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/i);
      expect((await desk.store.list("response", {}))[0]?.comment).toBe(text.trim());
      expect(await desk.store.list("post", { where: { state: "failed" } })).toEqual([]);
      expect(desk.slack.complaints).toEqual([]);
    },
  );
});

describe("a hostile name", () => {
  it.each([...HOSTILE, LONG])("stays a name everywhere: %.40s", async (name) => {
    const desk = await slackDesk({ more: [{ id: "U8", name }] });
    const first = await resolved(desk, { customer: "U8" });
    desk.slack.user("U2").opensHome();
    await untilAsked(desk);
    await desk.slack.user("U8").clicks(lastSeen(desk, "U8", first), "score:1");
    await moment(desk);
    desk.slack.user("U2").opensHome();
    await desk.slack.user("U2").runs("/emptychair cases");
    await moment(desk);
    const [alert] = desk.slack.messages(TEAM_CHANNEL);
    expect(alert && readable(alert)).toContain("gave 1 out of 10");
    expect(alert?.content.text).not.toMatch(/<|>/);
    expect(await desk.store.list("post", { where: { state: "failed" } })).toEqual([]);
    await expect.poll(() => desk.slack.calls("views.publish").length).toBeGreaterThan(1);
    expect(desk.slack.calls("views.publish").every(({ answer }) => answer?.ok === true)).toBe(true);
    expect(desk.slack.complaints).toEqual([]);
  });
});
