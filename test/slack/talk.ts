import { vi } from "vitest";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import type { View } from "../servers/slack/views.ts";
import { MINUTE, SECOND } from "../world.ts";
import { type SlackDesk, type SlackDeskOptions, SUPPORT, slackDesk } from "./slack-desk.ts";

/** Which conversation is to be had. */
export interface Talk {
  readonly customer?: string;
  readonly channel?: string;
}

/** A customer writes, an agent answers and resolves by reaction. */
export async function resolved(desk: SlackDesk, { customer = "U1", channel = SUPPORT }: Talk = {}): Promise<Message> {
  const first = desk.slack.user(customer).writes(channel, "My invoice is wrong.");
  await desk.settle();
  desk.slack.user("U2").writes(channel, "I have corrected it.", { thread: first });
  await desk.settle();
  desk.slack.user("U2").reacts(first, "white_check_mark");
  await desk.settle();
  return first;
}

/** The delay before the question passes, and the seconds that posting takes. */
export async function untilAsked(desk: SlackDesk): Promise<void> {
  await desk.pass(5 * MINUTE, 5 * MINUTE);
  await moment(desk);
}

/** The seconds that a few posts take. */
export async function moment(desk: SlackDesk): Promise<void> {
  await desk.pass(2 * SECOND, SECOND);
}

/** The last message that somebody sees in the thread. */
export function lastSeen(desk: SlackDesk, user: string, first: Message): Message {
  const last = desk.slack.user(user).sees(first.channel, first).at(-1);
  if (!last) throw new Error(`${user} sees nothing in the thread`);
  return last;
}

/** The thread as somebody sees it, as text. */
export function thread(desk: SlackDesk, user: string, first: Message): string {
  return desk.slack.user(user).sees(first.channel, first).map(readable).join("\n");
}

/** The modal that opens before somebody, once it has. */
export async function modalOf(desk: SlackDesk, user: string): Promise<View> {
  return vi.waitFor(() => {
    const view = desk.slack.user(user).modal();
    if (!view) throw new Error(`No modal opened before ${user}`);
    return view;
  });
}

/** Somebody's App Home, once it says that. */
export async function homeOf(desk: SlackDesk, user: string, words: string): Promise<View> {
  return vi.waitFor(() => {
    const view = desk.slack.user(user).home();
    if (!view || !readableView(view).includes(words)) throw new Error(`App Home of ${user} does not say: ${words}`);
    return view;
  });
}

/** A customer wrote, an agent answered and resolved; five minutes and a few seconds have passed. */
export async function askedOnSlack(options: SlackDeskOptions & Talk = {}) {
  const desk = await slackDesk(options);
  const first = await resolved(desk, options);
  await untilAsked(desk);
  return { desk, first, question: lastSeen(desk, options.customer ?? "U1", first) };
}
