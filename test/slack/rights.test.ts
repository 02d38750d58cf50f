import { describe, expect, it, vi } from "vitest";
import { isGranted, type Right } from "../../src/rights.ts";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { createHandTime } from "../servers/slack/time.ts";
import { MONDAY_TEN, settingsOf } from "../world.ts";
import { answers, wantDigest } from "./digest-talk.ts";
import {
  localSlack,
  SLACK_SETTINGS,
  type SlackDesk,
  SUPPORT,
  slackDesk,
  TEAM_CHANNEL,
  WORKSPACE,
} from "./slack-desk.ts";
import { homeOf, lastSeen, moment, thread, untilAsked } from "./talk.ts";

/** Who acts; automatons press no buttons on Slack. */
const USERS = { agent: "U4", lead: "U5", executive: "U6", admin: "U8", customer: "U1", stranger: "U3" } as const;
type Actor = keyof typeof USERS;
const ACTORS = Object.keys(USERS) as Actor[];

/** What is tried, and the right it takes. */
const ACTS = {
  "the menu of a message": "skip-question",
  "the resolving reaction": "resolve",
  "taking the reaction back": "resolve",
  "not now": "answer",
  "a score": "answer",
  "figures in App Home": "read-figures",
  "resolving in App Home": "skip-question",
  "cases in App Home": "work-case",
  "claiming a case": "work-case",
  "noting contact": "work-case",
  "closing a case": "work-case",
  "deciding on a product": "decide-product",
  "/emptychair status": "read-figures",
  "/emptychair cases": "read-figures",
  "/emptychair digest": "read-figures",
  "/emptychair data": "read-own-data",
  "/emptychair shadow": "shadow",
  "/emptychair chair": "shadow",
  "/emptychair stop": "opt-out",
} as const satisfies Record<string, Right>;
type ActName = keyof typeof ACTS;
const OWN: readonly Right[] = ["opt-out", "read-own-data"];

/** A workspace in which everybody is in the support channel and the team's. */
async function deskOfAll(): Promise<SlackDesk> {
  const more = [
    { id: "U5", name: "lead birch" },
    { id: "U6", name: "executive elm" },
    { id: "U8", name: "admin fir" },
  ];
  const people = [...WORKSPACE.people, ...more];
  const members = people.filter(({ id }) => id !== "U7").map(({ id }) => id);
  const channels = WORKSPACE.channels.map((one) => (one.id === "C2" ? one : { ...one, members }));
  const time = createHandTime(MONDAY_TEN);
  const slack = await localSlack(time, { workspaces: [{ ...WORKSPACE, people, channels }] });
  const roles = {
    agents: ["slack:T1:S1"],
    leads: ["slack:T1:U5"],
    executives: ["slack:T1:U6"],
    admins: ["slack:T1:U8"],
  };
  const products = [{ id: "app", name: "Mobile app" }];
  return slackDesk({ time, slack, settings: settingsOf({ ...SLACK_SETTINGS, roles, products }) });
}

/** The walk of one person through everything that can be done on Slack. */
async function walk(user: string): Promise<Record<ActName, boolean>> {
  const desk = await deskOfAll();
  const { slack, store } = desk;
  const actor = slack.user(user);
  const done = {} as Record<ActName, boolean>;
  const first = slack.user("U1").writes(SUPPORT, "My invoice is wrong.");
  await desk.settle();
  slack.user("U2").writes(SUPPORT, "I have corrected it.", { thread: first });
  await desk.settle();
  const isResolved = async () => {
    await desk.settle();
    return (await store.list("interaction", { where: { state: "resolved" } })).length > 0;
  };
  const modal = () => vi.waitFor(() => actor.modal() ?? Promise.reject(new Error("no modal")));
  const opensForm = async (opens: () => Promise<unknown>, form: string): Promise<boolean> => {
    const said = alone().length;
    await opens();
    await vi.waitFor(() => (actor.modal() || alone().length > said ? true : Promise.reject(new Error("nothing"))));
    return actor.modal()?.definition.callback_id === form;
  };
  const alone = () =>
    slack
      .user(user)
      .sees(TEAM_CHANNEL)
      .filter(({ onlyFor }) => onlyFor === user)
      .map(readable);

  await actor.usesShortcut("resolve_and_ask", first);
  done["the menu of a message"] = (await modal()).definition.callback_id === "resolve";
  await actor.closes();

  actor.reacts(first, "white_check_mark");
  done["the resolving reaction"] = await isResolved();
  if (!done["the resolving reaction"]) slack.user("U2").reacts(first, "white_check_mark");
  expect(await isResolved()).toBe(true);
  if (user === USERS.executive) expect(thread(desk, user, first)).toContain("Conversations are resolved by agents");
  else expect(thread(desk, user, first)).not.toContain("Conversations are resolved by");
  actor.unreacts(first, "white_check_mark");
  done["taking the reaction back"] = !(await isResolved());
  if (done["taking the reaction back"]) actor.reacts(first, "white_check_mark");
  expect(await isResolved()).toBe(true);

  await untilAsked(desk);
  const question = lastSeen(desk, user, first);
  await actor.clicks(question, "not-now");
  await moment(desk);
  const isDeclined = async () => (await store.list("survey", { where: { state: "declined" } })).length > 0;
  done["not now"] = await isDeclined();
  await actor.clicks(question, "score:3", null, { stale: true });
  await moment(desk);
  done["a score"] = (await store.list("response", {})).length > 0;
  if (!done["a score"]) {
    expect(thread(desk, user, first)).toContain("This question is for the person who wrote in");
    await slack.user("U1").clicks(question, "score:3");
    await moment(desk);
  }

  slack.user("U7").writes("C2", "Is anybody there?");
  await desk.settle();
  actor.opensHome();
  const home = readableView(await homeOf(desk, user, "== Home"));
  done["figures in App Home"] = home.includes("customer one gave 3 out of 10");
  done["resolving in App Home"] = home.includes("Is anybody there?");
  done["cases in App Home"] = home.includes("[I will take it]");

  const alert = slack.messages(TEAM_CHANNEL).find((one) => readable(one).includes("3 out of 10")) as Message;
  const item = async () => (await store.list("case", {}))[0];
  await actor.clicks(alert, "case-claim");
  await moment(desk);
  done["claiming a case"] = (await item())?.ownerAddress === `slack:T1:${user}`;
  await actor.clicks(alert, done["claiming a case"] ? "case-contact" : "case-more");
  await moment(desk);
  done["noting contact"] = (await item())?.contactedAt !== null;
  done["closing a case"] = await opensForm(
    () => actor.clicks(alert, done["noting contact"] ? "case-resolve" : "case-more"),
    "case-resolve",
  );
  if (done["closing a case"]) await actor.submits({ note: "Called." });
  await moment(desk);
  expect((await item())?.state === "resolved").toBe(done["closing a case"]);

  await wantDigest(desk, answers([9, 10, 8, 3, 9]));
  await moment(desk);
  const digest = slack.messages(TEAM_CHANNEL).find((one) => readable(one).includes("Week of")) as Message;
  done["deciding on a product"] = await opensForm(() => actor.clicks(digest, "decide:0"), "decide");
  if (done["deciding on a product"]) await actor.submits({ verdict: "keep", note: "It works." });
  await moment(desk);
  expect(await store.list("decision", {})).toHaveLength(done["deciding on a product"] ? 1 : 0);

  const says = async (word: string): Promise<string> => {
    await actor.runs(`/emptychair ${word}`);
    await moment(desk);
    return actor.sees(actor.directChannel()).map(readable).at(-1) ?? "";
  };
  done["/emptychair status"] = (await says("status")).includes("1 answered");
  done["/emptychair cases"] = !(await says("cases")).includes("You can type");
  done["/emptychair digest"] = (await says("digest")).includes("Week of");
  done["/emptychair data"] = (await says("data")).includes("We keep");
  done["/emptychair shadow"] = !(await says("shadow")).includes("Reading whole conversations is for");
  done["/emptychair chair"] = !(await says("chair")).includes("Reading whole conversations is for");
  await says("stop");
  const identity = await store.get("identity", `slack:T1:${user}`);
  const known = identity && (await store.get("customer", identity.customerId));
  done["/emptychair stop"] = known?.optedOutAt !== null && known !== null;
  expect(slack.complaints).toEqual([]);
  return done;
}

describe("who may do what on Slack", () => {
  it.each(ACTORS)("is as the table of rights says: %s", async (name) => {
    const holder = (right: Right) => (name === "stranger" && OWN.includes(right) ? "customer" : name);
    const expected = Object.entries(ACTS).map(([act, right]) => [act, isGranted(holder(right), right)]);
    expect(await walk(USERS[name])).toEqual(Object.fromEntries(expected));
  });
});
