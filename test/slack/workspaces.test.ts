import { describe, expect, it } from "vitest";
import { slackSection } from "../../adapters/slack/section.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import type { View } from "../servers/slack/views.ts";
import { settingsOf } from "../world.ts";
import { MODES, slackDesk, WORKSPACE } from "./slack-desk.ts";
import { moment, resolved, untilAsked } from "./talk.ts";

const SECOND_WORKSPACE = {
  id: "T2",
  name: "Second workspace",
  token: "xoxb-second",
  botUser: "U0BOT2",
  botId: "B0BOT2",
  people: [
    { id: "U5", name: "customer five" },
    { id: "U6", name: "agent elm" },
  ],
  channels: [{ id: "C5", name: "help", members: ["U5", "U6"] }],
};

const section = slackSection.parse({ teamChannel: "C9", supportChannels: ["C1", "C5"] });
const settings = settingsOf({ roles: { agents: ["slack:T1:S1", "slack:T2:U6"] } });
const desks = [{ id: DEFAULT_DESK, settings, section }] as const;

describe.each(MODES)("two workspaces in one program over %s", (mode) => {
  it("are each answered with their own token, and the team hears of both", async () => {
    const local = { workspaces: [WORKSPACE, SECOND_WORKSPACE] };
    const desk = await slackDesk({ mode, desks, local });
    const first = await resolved(desk);
    const other = desk.slack.user("U5").writes("C5", "Where is my order?");
    await desk.settle();
    desk.slack.user("U6").writes("C5", "On its way.", { thread: other });
    await desk.settle();
    desk.slack.user("U6").reacts(other, "white_check_mark");
    await desk.settle();
    await untilAsked(desk);
    for (const [user, message] of [
      ["U1", first],
      ["U5", other],
    ] as const) {
      const question = desk.slack.user(user).sees(message.channel, message).at(-1);
      if (!question) throw new Error(`${user} was not asked`);
      expect(await desk.slack.user(user).clicks(question, "score:2")).toBe("ok");
      await moment(desk);
    }
    const tokens = (channel: string) =>
      new Set(desk.slack.calls().flatMap(({ args, token }) => (args.channel === channel ? [token] : [])));
    expect(tokens("C1")).toContain("xoxb-local");
    expect(desk.slack.calls("chat.postMessage").map(({ args, token }) => [args.channel, token])).toEqual(
      expect.arrayContaining([
        ["C1", "xoxb-local"],
        ["C5", "xoxb-second"],
        ["C9", "xoxb-local"],
      ]),
    );
    expect(
      (await desk.store.list("interaction", {})).map(({ conversation }) => conversation.split(":", 3).join(":")),
    ).toEqual(["slack:T1:C1", "slack:T2:C5"]);
    const alerts = desk.slack.messages("C9").map(readable);
    expect(alerts).toEqual([
      expect.stringContaining("customer one was unhappy with us"),
      expect.stringContaining("customer five was unhappy with us"),
    ]);
    expect(alerts.join()).not.toContain("2/10");
    expect(desk.log.faults).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("have their conversations in the App Home of their own people, however many wait in the other", async () => {
    const local = { workspaces: [WORKSPACE, SECOND_WORKSPACE] };
    const { slack, settle } = await slackDesk({ mode, desks, local });
    for (let count = 1; count <= 21; count += 1) slack.user("U5").writes("C5", `Order ${count}?`);
    await settle();
    slack.user("U1").writes("C1", "Hello?");
    await settle();
    slack.user("U2").opensHome();
    const home = () => slack.user("U2").home();
    await expect.poll(() => home() && readableView(home() as View)).toContain("customer one: Hello?");
    expect(readableView(home() as View)).not.toContain("Order");
    expect(slack.complaints).toEqual([]);
  });

  it("do not know each other's agents", async () => {
    const local = { workspaces: [WORKSPACE, SECOND_WORKSPACE] };
    const desk = await slackDesk({ mode, desks, local });
    const { slack } = desk;
    const { people } = slack.workspace("T2");
    const { person } = slack.world.ofPerson("U5");
    people.set("U2", { ...person, id: "U2" });
    const message = slack.user("U5").writes("C5", "Hello?");
    await desk.settle();
    slack.happenings.reacted(message, "white_check_mark", "U2");
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });
});
