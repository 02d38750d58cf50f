import { createIds } from "../../adapters/ids.ts";
import type { Bot } from "../../src/bot.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Chat } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import type { Settings } from "../../src/settings.ts";
import { anyPicture } from "../chart/any-picture.ts";
import { openStore } from "../database/open-store.ts";
import type { LocalSlackOptions } from "../servers/slack/slack.ts";
import { createHandTime } from "../servers/slack/time.ts";
import { MONDAY_TEN } from "../world.ts";
import { localSlack, type Mode, type SlackDesk, slackDesk } from "./slack-desk.ts";

/** What the program is about to do or has just done when it is killed. */
export interface Point {
  readonly when: "before" | "after";
  readonly what: string;
}

/** Where a program can be killed over a post: what lies between one of these points and the next keeps nothing. */
export function pointsOf(post: string): Point[] {
  return [
    { when: "before", what: `saving that the ${post} is sending` },
    { when: "after", what: `saving that the ${post} is sending` },
    { when: "after", what: `posting the ${post}` },
    { when: "after", what: `saving that the ${post} is posted` },
  ];
}

/** A program that dies at the point, once: from then on nothing of it comes back. */
export function mortal(point: Point | null) {
  const waiting: ((error: Error) => void)[] = [];
  let tell = () => {};
  const killed = new Promise<"killed">((resolve) => {
    tell = () => resolve("killed");
  });
  let isDead = false;
  let isBuried = false;
  const die = () =>
    new Promise<never>((_, reject) => {
      if (isBuried) reject(new Error("killed"));
      else waiting.push(reject);
    });
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const isHere = point?.what === what && !isDead;
    if (isHere && point.when === "before") {
      isDead = true;
      tell();
    }
    if (isDead) return die();
    const result = await work();
    if (isHere && point.when === "after") {
      isDead = true;
      tell();
    }
    return isDead ? die() : result;
  };
  return {
    killed,
    step,
    /** Lets what the dead one was waiting for end, so that its connections can be closed. */
    bury: () => {
      isDead = true;
      isBuried = true;
      for (const reject of waiting.splice(0)) reject(new Error("killed"));
    },
  };
}

function nameOfPost({ message }: Post): string {
  if (message.kind === "detail") return message.picture ? "picture" : "detail";
  if (message.replaces) return message.caseId === undefined ? "edit" : "card's edit";
  if (message.threadName !== undefined) return "step";
  return message.privateTo ? "private word" : message.kind;
}

function nameOf(event: InboundEvent, post: Post | null): string {
  if (event.kind === "message") return `saving the message "${event.text}"`;
  if (event.kind !== "post-moved") return `saving ${event.kind}`;
  return `saving that the ${post ? nameOfPost(post) : "post"} is ${event.move.kind}`;
}

/** What the program stands on. */
export interface Ground {
  readonly mode: Mode;
  /** The database file. */
  readonly path: string;
  readonly settings?: Settings;
  readonly limits?: LocalSlackOptions["limits"];
}

/** The program on a real database file, at the mercy of `life`; after another one in its place. */
export async function mortalDesk(
  { mode, path, settings, limits }: Ground,
  life: ReturnType<typeof mortal>,
  before?: SlackDesk,
): Promise<SlackDesk> {
  const time = before?.time ?? createHandTime(MONDAY_TEN);
  const slack = before?.slack ?? (await localSlack(time, limits ? { limits } : {}));
  const store = await openStore(path, { clock: time, durable: false });
  const between = (bot: Bot): Bot => ({
    ...bot,
    async handle(event) {
      const post = event.kind === "post-moved" ? await store.at(DEFAULT_DESK).get("post", event.postId) : null;
      return life.step(nameOf(event, post), () => bot.handle(event));
    },
  });
  const around = (chat: Chat): Chat => ({
    ...chat,
    post: (outgoing) => life.step(`posting the ${nameOfPost(outgoing.post)}`, () => chat.post(outgoing)),
  });
  const desk = { mode, time, slack, store, ids: createIds(), between, around, drawPicture: anyPicture };
  return slackDesk({ ...desk, ...(settings ? { settings } : {}) });
}
