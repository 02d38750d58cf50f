import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { DIRECT_COMMANDS } from "../../src/talk/direct-commands.ts";
import { MARK } from "../privacy/marked.ts";
import { DAY, settingsOf } from "../world.ts";
import { SLACK_SETTINGS, type SlackDesk, SUPPORT } from "./slack-desk.ts";
import { askedOnSlack, moment } from "./talk.ts";

const EXECUTIVE = "U5";
/** Who is who: the customer's own words are theirs, and nobody outside the team may read anything. */
const PEOPLE = { U1: "own", U2: "team", U3: "nobody", [EXECUTIVE]: "team" } as const;

const manifest = readFileSync("adapters/slack/manifest.yaml", "utf8");
const hint = /usage_hint: "([^"]*)"/.exec(manifest)?.[1] ?? "";
/** Every word that the command is said to take, and every one that is understood on a direct line. */
const WORDS = [...new Set([...hint.split("|").map((word) => word.trim()), ...DIRECT_COMMANDS, `search was`])];

/** A desk on whose every list the word stands. */
async function markedOnSlack(): Promise<SlackDesk> {
  const roles = { ...SLACK_SETTINGS.roles, executives: [`slack:T1:${EXECUTIVE}`] };
  const settings = settingsOf({ ...SLACK_SETTINGS, roles, ask: { quietHours: "" }, digest: { minAnswers: 1 } });
  const more = [{ id: EXECUTIVE, name: "executive elm" }];
  const { desk, question, first } = await askedOnSlack({ settings, more });
  await desk.slack.user("U1").clicks(question, "score:8");
  await moment(desk);
  desk.slack.user("U1").writes(SUPPORT, `It was a ${MARK}.`, { thread: first });
  await moment(desk);
  await desk.pass(7 * DAY, 7 * DAY);
  desk.slack.user("U1").writes(SUPPORT, `Another ${MARK}.`);
  await moment(desk);
  return desk;
}

function marksSeenBy(desk: SlackDesk, user: string): number {
  const person = desk.slack.user(user);
  const seen = [person.sees(person.directChannel()), person.home()?.definition ?? null];
  return JSON.stringify(seen).split(MARK).length - 1;
}

/** How much has been told in the audit log and said, and whether something is still to leave. */
async function stateOf(desk: SlackDesk): Promise<string> {
  const [lines, posts] = await Promise.all([desk.store.list("audit", {}), desk.store.list("post", {})]);
  return `${lines.length} ${posts.length} ${posts.filter(({ state }) => state === "pending").length}`;
}

/** Waits until everything that is to be said has been: commands are answered after they were acknowledged, and posts leave no faster than the platform permits. */
async function silence(desk: SlackDesk): Promise<void> {
  let before = "";
  for (let tries = 0; tries < 20; tries += 1) {
    await moment(desk);
    await setTimeout(10);
    const now = await stateOf(desk);
    if (now === before && now.endsWith(" 0")) return;
    before = now;
  }
}

/** What somebody can do to be shown something, by its name. */
function waysOf(desk: SlackDesk, user: string): readonly (readonly [string, () => Promise<unknown> | unknown])[] {
  const person = desk.slack.user(user);
  const direct = person.directChannel();
  return [
    ...WORDS.map((word) => [`/emptychair ${word}`, () => person.runs(`/emptychair ${word}`)] as const),
    ...DIRECT_COMMANDS.map((word) => [`"${word}" on a direct line`, () => person.writes(direct, word)] as const),
    ["App Home", () => person.opensHome()],
  ];
}

it("gives people's words away by no command, direct message or App Home without a line in the audit log", async () => {
  const desk = await markedOnSlack();
  const lines = () => desk.store.list("audit", { orderBy: "number" });
  const round: string[] = [];
  const shown = new Set<string>();
  for (const [user, kind] of Object.entries(PEOPLE))
    for (const [way, act] of waysOf(desk, user)) {
      const [before, marks] = [(await lines()).length, marksSeenBy(desk, user)];
      await act();
      await silence(desk);
      const told = (await lines()).slice(before).filter(({ byAddress }) => byAddress === `slack:T1:${user}`);
      if (marksSeenBy(desk, user) <= marks) continue;
      shown.add(way);
      const isOwn = kind === "own" && /data|App Home/.test(way);
      if (kind === "nobody" || (!isOwn && !told.some(({ act }) => act === "read"))) round.push(`${user} by ${way}`);
    }
  expect(round).toEqual([]);
  expect([...shown]).toEqual(expect.arrayContaining(["/emptychair enhance", '"digest" on a direct line', "App Home"]));
  const denied = (await lines()).filter(({ act }) => act === "read-denied");
  expect(denied.map(({ facts }) => facts.what)).toEqual(expect.arrayContaining(["cases", "digest", "enhance"]));
  expect(new Set(denied.map(({ byRole }) => byRole))).toEqual(new Set(["customer", "agent", "executive"]));
  expect(desk.slack.complaints).toEqual([]);
});
