import { describe, expect, it } from "vitest";
import type { SlackSection } from "../../adapters/slack/section.ts";
import { type KeptSettings, keepSettings } from "../kept-settings.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { type SlackDesk, type SlackDeskOptions, slackDesk, WORKSPACE } from "./slack-desk.ts";
import { homeOf } from "./talk.ts";

const WITH_ADMIN = '# Ours.\ndesk: { brand: Acme }\nroles: { admins: ["slack:T1:U4"] }\n';
const OWNED = {
  ...WORKSPACE,
  people: WORKSPACE.people.map((one) => (one.id === "U2" ? { ...one, isAdmin: true } : one)),
  channels: [...WORKSPACE.channels, { id: "C5", name: "help", members: ["U1", "U2", "U4"], bot: false }],
};

async function keptDesk(text: string, more: SlackDeskOptions = {}): Promise<{ desk: SlackDesk; kept: KeptSettings }> {
  const kept = keepSettings(text);
  const [{ id, settings, sections }] = kept.desks;
  const keeper: SlackDeskOptions["keeper"] = (bot) => {
    const made = kept.keeper(bot);
    void made.look();
    return made;
  };
  const own = { id, settings, section: sections.slack as SlackSection };
  const desk = await slackDesk({ desks: [own], keeper, local: { workspaces: [OWNED] }, ...more });
  return { desk, kept };
}

describe("/emptychair setup", () => {
  it("opens a form for an admin, and writes what was chosen into the file, comments and all", async () => {
    const { desk, kept } = await keptDesk(WITH_ADMIN);
    const birch = desk.slack.user("U4");
    await birch.runs("/emptychair setup");
    await expect.poll(() => birch.modal()).toBeTruthy();
    const shown = readableView(birch.modal() ?? ({} as never));
    expect(shown).toContain("Where do customers write?");
    expect(shown).toContain("Who answers customers? Groups");
    expect(JSON.stringify(birch.modal()).match(/set in the file/g)).toHaveLength(3);
    const filled = {
      support: ["C1", "C5"],
      team: "C9",
      "agents-groups": ["slack:T1:S1"],
      "leads-people": ["U2"],
      zone: "Europe/Berlin",
      locale: "de",
    };
    await birch.submits(filled);
    expect(readableView(birch.modal() ?? ({} as never))).toContain(
      "Saved. It takes effect now, and stands in the settings file.",
    );
    expect(readableView(birch.modal() ?? ({} as never))).toContain("Now invite me to #help,");
    expect(kept.text()).toContain("# Ours.\n");
    expect(kept.value()).toEqual({
      desk: { brand: "Acme", zone: "Europe/Berlin", locale: "de" },
      roles: { admins: ["slack:T1:U4"], agents: ["slack:T1:S1"], leads: ["slack:T1:U2"] },
      slack: { teamChannel: "C9", supportChannels: ["C1", "C5"] },
    });
    const told = (await desk.store.list("audit", {})).filter(({ act }) => act === "settings-changed");
    expect(told.every(({ byAddress }) => byAddress === "slack:T1:U4")).toBe(true);
    expect(told.length).toBeGreaterThan(0);
    desk.slack.user("U1").writes("C1", "My invoice is wrong.");
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("says who may to anybody else, a workspace's owner too as long as there is an admin", async () => {
    const { desk, kept } = await keptDesk(WITH_ADMIN);
    for (const user of ["U1", "U2"]) {
      await desk.slack.user(user).runs("/emptychair setup", "C1");
      await expect.poll(() => desk.slack.user(user).sees("C1").at(-1)?.onlyFor).toBe(user);
      expect(desk.slack.user(user).modal()).toBeUndefined();
    }
    expect(kept.text()).toBe(WITH_ADMIN);
  });

  it("opens for no owner of a customer's workspace, though there is no admin", async () => {
    const theirs = {
      ...{ id: "T2", name: "Customers", token: "xoxb-second", botUser: "U0BOT2", botId: "B0BOT2" },
      people: [{ id: "U6", name: "their owner", isAdmin: true }],
      channels: [{ id: "C8", name: "theirs", members: ["U6"] }],
    };
    const { desk, kept } = await keptDesk("", { local: { workspaces: [OWNED, theirs] } });
    const owner = desk.slack.user("U6");
    await owner.runs("/emptychair setup", "C8");
    await expect.poll(() => owner.sees("C8").at(-1)?.onlyFor).toBe("U6");
    expect([owner.modal(), kept.text()]).toEqual([undefined, ""]);
  });

  it("opens for a workspace's owner as long as there is no admin, and proposes them as the first", async () => {
    const { desk, kept } = await keptDesk("");
    const ash = desk.slack.user("U2");
    await ash.runs("/emptychair setup");
    await expect.poll(() => ash.modal()).toBeTruthy();
    await ash.submits({ brand: "Acme", team: "C9" });
    expect(kept.value()).toEqual({
      desk: { brand: "Acme" },
      roles: { admins: ["slack:T1:U2"] },
      slack: { teamChannel: "C9" },
    });
  });

  it("opens in time, and keeps the groups that stand in the file, where Slack does not say which there are", async () => {
    const text = `${WITH_ADMIN.replace("] }", '], agents: ["slack:T1:S1", "slack:T1:U3"] }')}`;
    const { desk, kept } = await keptDesk(text);
    desk.slack.faults.add({ method: "usergroups.list", when: "before", how: { slowMs: Number.POSITIVE_INFINITY } });
    const birch = desk.slack.user("U4");
    await birch.runs("/emptychair setup");
    await expect.poll(() => birch.modal(), { timeout: 10_000 }).toBeTruthy();
    await birch.submits({ support: ["C1"] });
    expect(kept.value()).toMatchObject({
      roles: { admins: ["slack:T1:U4"], agents: ["slack:T1:S1", "slack:T1:U3"] },
      slack: { supportChannels: ["C1"] },
    });
  });

  it("stands among the words of the help for whoever may", async () => {
    const { desk } = await keptDesk(WITH_ADMIN);
    for (const [user, isTold] of [
      ["U4", true],
      ["U2", false],
    ] as const) {
      await desk.slack.user(user).runs("/emptychair help", "C1");
      await expect.poll(() => desk.slack.user(user).sees("C1").at(-1)?.onlyFor).toBe(user);
      const [help] = desk.slack.user(user).sees("C1").slice(-1).map(readable);
      expect(help?.includes("/emptychair setup")).toBe(isTold);
    }
  });

  it("says at its field what cannot be", async () => {
    const { desk, kept } = await keptDesk(WITH_ADMIN);
    const birch = desk.slack.user("U4");
    await birch.runs("/emptychair setup");
    await expect.poll(() => birch.modal()).toBeTruthy();
    expect(await birch.submits({ support: ["C1"], team: "C1" })).toBe("errors");
    expect(kept.text()).toBe(WITH_ADMIN);
    await birch.submits({ support: ["C1"], team: "C9" });
    expect(kept.value()).toMatchObject({ slack: { teamChannel: "C9", supportChannels: ["C1"] } });
  });
});

describe("App Home", () => {
  it("shows admins what is missing with the button that opens the form, and nobody else", async () => {
    const { desk } = await keptDesk(WITH_ADMIN);
    desk.slack.user("U4").opensHome();
    const view = await homeOf(desk, "U4", "What is still missing");
    expect(readableView(view)).toContain("Where customers write: no channel is named");
    await desk.slack.user("U4").clicks(view, "set-up");
    await expect.poll(() => desk.slack.user("U4").modal()).toBeTruthy();
    desk.slack.user("U1").opensHome();
    expect(readableView(await homeOf(desk, "U1", "Your conversations"))).not.toContain("missing");
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("The bot in a new channel", () => {
  it("asks whoever invited it what the channel is for, and writes what an admin says", async () => {
    const { desk, kept } = await keptDesk(WITH_ADMIN);
    const birch = desk.slack.user("U4");
    birch.invitesBot("C5");
    await expect.poll(() => birch.sees("C5").at(-1)?.onlyFor).toBe("U4");
    const question = birch.sees("C5").at(-1);
    if (!question) throw new Error("nothing was asked");
    expect(readable(question)).toContain("Is this where customers write?");
    await birch.clicks(question, "set-up-here:support");
    await expect.poll(() => kept.value()).toMatchObject({ slack: { supportChannels: ["C5"] } });
    await birch.clicks(question, "set-up-here:team");
    await expect.poll(() => kept.value()).toMatchObject({ slack: { teamChannel: "C5" } });
    expect(kept.value()).not.toMatchObject({ slack: { supportChannels: ["C5"] } });
    expect(desk.slack.complaints).toEqual([]);
  });

  it("writes nothing for who may not, and tells them who may", async () => {
    const { desk, kept } = await keptDesk(WITH_ADMIN);
    const customer = desk.slack.user("U1");
    customer.invitesBot("C5");
    await expect.poll(() => customer.sees("C5").at(-1)?.onlyFor).toBe("U1");
    const question = customer.sees("C5").at(-1);
    if (!question) throw new Error("nothing was asked");
    await customer.clicks(question, "set-up-here:support");
    await expect.poll(() => customer.sees("C5").at(-1)?.ts).not.toBe(question.ts);
    expect(kept.text()).toBe(WITH_ADMIN);
  });
});
