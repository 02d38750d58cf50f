import { expect, it, vi } from "vitest";
import { COMMAND } from "../../adapters/slack/commands.ts";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { settingsOf } from "../world.ts";
import { SLACK_SETTINGS, type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { homeOf, modalOf, moment, thread, untilAsked } from "./talk.ts";

const roles = { agents: ["slack:T1:S1"], leads: ["slack:T1:U5"] };
const products = [
  { id: "app", name: "Mobile app", owner: "slack:T1:U4" },
  { id: "billing", name: "Billing" },
];
const settings = settingsOf({ ...SLACK_SETTINGS, roles, products });

async function talked(): Promise<{ desk: SlackDesk; first: Message; reply: Message }> {
  const desk = await slackDesk({ settings, more: [{ id: "U5", name: "lead five" }] });
  const first = desk.slack.user("U1").writes(SUPPORT, "The app is down again.");
  await desk.settle();
  const reply = desk.slack.user("U2").writes(SUPPORT, "I am looking.", { thread: first });
  await desk.settle();
  return { desk, first, reply };
}

const cards = (desk: SlackDesk) =>
  desk.slack.messages(TEAM_CHANNEL).filter((one) => readable(one).includes("the cord"));
const card = (desk: SlackDesk) => {
  const [found] = cards(desk);
  if (!found) throw new Error("The cord has no card");
  return found;
};

it("is pulled by a colleague's reaction to any message of the thread; they are thanked alone and say why in a form", async () => {
  const { desk, first, reply } = await talked();
  desk.slack.user("U1").reacts(first, "rotating_light");
  await moment(desk);
  expect(await desk.store.list("cord", {})).toEqual([]);
  desk.slack.user("U2").reacts(reply, "rotating_light::skin-tone-2");
  await moment(desk);
  expect(readable(card(desk))).toContain("agent ash has pulled the cord. It stays pulled");
  expect(thread(desk, "U1", first)).not.toContain("Thank you for speaking up");
  const thanks = desk.slack
    .user("U2")
    .sees(SUPPORT, first)
    .findLast(({ onlyFor }) => onlyFor === "U2");
  expect(readable(thanks as Message)).toContain("Thank you for speaking up.");
  await desk.slack.user("U2").clicks(thanks as Message, "cord-words");
  expect(readableView(await modalOf(desk, "U2"))).toContain("What goes wrong, in one sentence?: ______");
  await desk.slack.user("U2").submits({ product: "app", note: "The login loops." });
  await moment(desk);
  expect(readable(card(desk))).toContain("on Mobile app");
  expect(readable(card(desk))).toContain("The login loops.");
  expect(cards(desk)).toHaveLength(1);
  expect(desk.slack.complaints).toEqual([]);
});

it("is pulled from a message's menu, and answered by the product's owner in a form, also from App Home", async () => {
  const { desk, reply } = await talked();
  await desk.slack.user("U2").usesShortcut("pull_cord", reply);
  expect(readableView(await modalOf(desk, "U2"))).toContain("== Pull the cord ==\nProduct: (Mobile app / Billing)");
  await desk.slack.user("U2").submits({ product: "app", note: "The login loops." });
  await moment(desk);
  expect(JSON.stringify(card(desk))).toContain('"user_id":"U4"');
  desk.slack.user("U5").opensHome();
  const home = await homeOf(desk, "U5", "The cord on Mobile app has been pulled since");
  expect(readableView(home)).toContain("To be answered by U4.");
  await desk.slack.user("U4").clicks(card(desk), "cord-answer");
  await modalOf(desk, "U4");
  await desk.slack.user("U4").submits({ note: "Rolled back." });
  await moment(desk);
  expect(readable(card(desk))).toContain("Rolled back.");
  expect(readable(card(desk))).not.toContain("[Say what will be done]");
  await desk.slack.user("U5").runs(`${COMMAND} cases`);
  expect(desk.slack.complaints).toEqual([]);
});

it("tells customers what was done by a command's form: a preview to the lead alone, then in the thread", async () => {
  const desk = await slackDesk({ settings, more: [{ id: "U5", name: "lead five" }] });
  const first = desk.slack.user("U1").writes(SUPPORT, "The app is down again.");
  await desk.settle();
  desk.slack.user("U2").writes(SUPPORT, "I am looking.", { thread: first });
  await desk.settle();
  await desk.slack.user("U2").usesShortcut("resolve_and_ask", first);
  await modalOf(desk, "U2");
  await desk.slack.user("U2").submits({ product: "app", note: "" });
  await untilAsked(desk);
  const question = desk.slack.user("U1").sees(SUPPORT, first).at(-1) as Message;
  await desk.slack.user("U1").clicks(question, "score:3");
  await moment(desk);
  const lead = desk.slack.user("U5");
  await lead.runs(`${COMMAND} told`);
  expect(readableView(await modalOf(desk, "U5"))).toContain(
    "== You said, we did ==\nWhat they raised: (Mobile app / Billing / Something was broken",
  );
  await lead.submits({ about: "product:app", note: "It works again." });
  await moment(desk);
  const preview = await vi.waitFor(() => {
    const last = lead.sees(lead.directChannel()).at(-1);
    if (!last || !readable(last).includes("It works again.")) throw new Error("no preview");
    return last;
  });
  expect(readable(preview)).toContain("One customer who raised Mobile app will read this, word for word:");
  expect(thread(desk, "U1", first)).not.toContain("It works again.");
  await lead.clicks(preview, "tell-confirm");
  await moment(desk);
  await moment(desk);
  expect(thread(desk, "U1", first)).toContain("You told us, and we did something about it: It works again.");
  expect(readable(lead.sees(lead.directChannel()).at(-1) as Message)).not.toContain("[Tell them]");
  expect(desk.slack.complaints).toEqual([]);
});
