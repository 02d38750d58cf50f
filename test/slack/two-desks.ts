import { slackSection } from "../../adapters/slack/section.ts";
import type { Reader } from "../../src/ports.ts";
import type { Message } from "../servers/slack/messages.ts";
import { settingsOf } from "../world.ts";
import { type Mode, type SlackDesk, type SlackDeskOptions, slackDesk, WORKSPACE } from "./slack-desk.ts";
import { lastSeen, moment, thread, untilAsked } from "./talk.ts";

/** Channels of the two desks on one Slack, in which everybody is; and one that is nobody's. */
export const SHOP = { support: "C1", team: "C9" };
export const HOSTING = { support: "C3", team: "C8" };
export const ELSEWHERE = "C4";
/** Who is of which team; `LEAD` is of both. */
export const SHOP_AGENT = "U2";
export const HOSTING_AGENT = "U4";
export const LEAD = "U5";

const people = [...WORKSPACE.people.filter(({ id }) => id !== "U7"), { id: LEAD, name: "lead elm" }];
const members = people.map(({ id }) => id);
const channelOf = (id: string) => ({ id, name: `channel-${id.toLowerCase()}`, members });
const TWO_DESKS = {
  ...WORKSPACE,
  people,
  channels: [SHOP.support, SHOP.team, HOSTING.support, HOSTING.team, ELSEWHERE].map(channelOf),
  userGroups: [
    { id: "S1", handle: "shop-team", members: [SHOP_AGENT] },
    { id: "S2", handle: "hosting-team", members: [HOSTING_AGENT] },
  ],
};

/** Two desks that differ in everything: channels, reaction, brand, delay, products, roles. */
function desksOf(where: "thread" | "dm") {
  const shop = settingsOf({
    recovery: { agentsSeeOwnScores: true },
    desk: { name: "Acme Shop", brand: "Acme Shop", zone: "Europe/Berlin" },
    ask: { where },
    products: [{ id: "app", name: "Shop app" }],
    roles: { agents: ["slack:T1:S1"], leads: [`slack:T1:${LEAD}`] },
  });
  const hosting = settingsOf({
    recovery: { agentsSeeOwnScores: true },
    desk: { name: "Acme Hosting", brand: "Acme Hosting", zone: "Europe/Berlin" },
    ask: { where, delay: "10m" },
    products: [{ id: "app", name: "Hosting app" }],
    roles: { agents: ["slack:T1:S2"], leads: [`slack:T1:${LEAD}`] },
  });
  const inShop = { teamChannel: SHOP.team, supportChannels: [SHOP.support] };
  const inHosting = { teamChannel: HOSTING.team, supportChannels: [HOSTING.support], resolveReaction: "tada" };
  return [
    { id: "shop", settings: shop, section: slackSection.parse(inShop) },
    { id: "hosting", settings: hosting, section: slackSection.parse(inHosting) },
  ] as const;
}

/** Both desks, started on one local Slack. */
export function twoDesks({ where = "thread", ...more }: SlackDeskOptions & { where?: "thread" | "dm" } = {}) {
  return slackDesk({ desks: desksOf(where), local: { workspaces: [TWO_DESKS] }, ...more });
}

/** A customer writes to the desk. */
export async function writtenAt(desk: SlackDesk, where: typeof SHOP, customer: string): Promise<Message> {
  const first = desk.slack.user(customer).writes(where.support, "My invoice is wrong.");
  await desk.settle();
  return first;
}

/** A customer writes to the desk, unless they have; its agent answers and resolves. */
export async function resolvedAt(
  desk: SlackDesk,
  where: typeof SHOP,
  customer: string,
  written?: Message,
): Promise<Message> {
  const [agent, reaction] = where === SHOP ? [SHOP_AGENT, "white_check_mark"] : [HOSTING_AGENT, "tada"];
  const { slack } = desk;
  const first = written ?? (await writtenAt(desk, where, customer));
  slack.user(agent).writes(where.support, "I have corrected it.", { thread: first });
  await desk.settle();
  slack.user(agent).reacts(first, reaction);
  await desk.settle();
  return first;
}

export const rowsAt = (desk: SlackDesk, id: "shop" | "hosting"): Reader => desk.allDesks.at(id);

/** An unhappy customer at each desk: customer one at the shop, customer two at hosting. */
export async function unhappyAtBoth(mode: Mode = "socket") {
  const desk = await twoDesks({ mode });
  const inShop = await resolvedAt(desk, SHOP, "U1");
  const inHosting = await resolvedAt(desk, HOSTING, "U3");
  await untilAsked(desk);
  const askedFirst = [thread(desk, "U1", inShop), thread(desk, "U3", inHosting)];
  await untilAsked(desk);
  await desk.slack.user("U1").clicks(lastSeen(desk, "U1", inShop), "score:2");
  await desk.slack.user("U3").clicks(lastSeen(desk, "U3", inHosting), "score:3");
  await moment(desk);
  return { desk, inShop, inHosting, askedFirst };
}
