import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { DeskBot } from "../../src/bot.ts";
import type { Change } from "../../src/outcome.ts";
import type { Table } from "../../src/rows.ts";
import { TEAM_LANE } from "./desk.ts";

/** What a page may have to bring up to date. */
export const TOPICS = ["conversation", "queue", "team", "figures", "digest", "shadowing"] as const;
export type Topic = (typeof TOPICS)[number];

/** The feed of news to open pages. */
export interface Live {
  /** Tells the page what it hears of, until it leaves or may not stay. */
  stream(context: Context, followed: Followed): Response;
  /** Ends every stream; pages that ask afterwards are told to come back later. */
  close(): void;
}

const HEARTBEAT = 15_000;
const RETRY = 1_000;
/** Open pages are told at most so often, milliseconds: what is saved meanwhile they hear of together. */
const TOGETHER = 500;
/** The more pages are open, the longer it is from one round to the next, milliseconds for each page: what telling them takes is a small part of any second. */
const EACH = 5;
/** So many are told in one turn; everything else that waits comes between. */
const IN_A_TURN = 50;

const TOPICS_OF: Readonly<Record<Exclude<Table, "post">, readonly Topic[]>> = {
  customer: ["conversation", "queue"],
  identity: [],
  interaction: ["conversation", "queue", "figures"],
  entry: ["conversation", "queue"],
  resolution: ["conversation", "queue", "figures"],
  survey: ["conversation", "queue", "figures"],
  response: ["conversation", "queue", "figures"],
  revision: [],
  case: ["team"],
  step: ["team"],
  amendment: [],
  work: [],
  pause: [],
  news: [],
  receipt: [],
  cursor: [],
  digest: ["digest", "figures"],
  decision: ["digest"],
  enhancement: ["team"],
  telling: [],
  promise: [],
  greeting: ["team"],
  plea: [],
  examination: ["digest", "conversation"],
  basis: [],
  threshold: [],
  cord: ["team", "conversation"],
  announcement: [],
  told: [],
  audit: [],
  shift: ["shadowing"],
  appointment: ["team", "shadowing"],
  sitting: ["shadowing"],
  lesson: ["team", "shadowing"],
  listener: ["shadowing", "conversation"],
  informed: [],
  tombstone: [],
  sweep: [],
  link: [],
  session: [],
  account: [],
  passkey: [],
  attempt: [],
  challenge: [],
  key: [],
};

/** What a saved row changes on the pages; a post counts once it can be seen. */
export function topicsOf(change: Change): readonly Topic[] {
  if (change.table !== "post") return TOPICS_OF[change.table];
  if (change.row.state === "pending" || change.row.state === "sending") return [];
  return change.row.lane === TEAM_LANE ? ["team"] : ["conversation"];
}

/** Which news a page hears of a change, and for how long. */
export interface Followed {
  hears(change: Change): readonly Topic[];
  /** Asked before each piece of news: whoever was shut out meanwhile hears nothing more. */
  mayStay(): Promise<boolean>;
  /** Told once, when the page has left. */
  left?(): void;
}

/** What one page has not been told yet; a page that is slow to read is told once about much. */
interface Listener extends Followed {
  readonly news: Set<Topic>;
  wake(): void;
  /** Whether it is to be told what there is: a page that was still being written to hears of it next. */
  isDue: boolean;
  isGone: boolean;
}

async function nextNews(listener: Listener, heartbeat: number): Promise<Topic[]> {
  if (!listener.isDue && !listener.isGone) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, heartbeat);
      listener.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
  const topics = [...listener.news];
  listener.news.clear();
  listener.isDue = false;
  return topics;
}

async function feed(stream: SSEStreamingApi, listener: Listener, heartbeat: number): Promise<void> {
  await stream.write(`retry: ${RETRY}\n\n`);
  while (!listener.isGone) {
    const topics = await nextNews(listener, heartbeat);
    if (listener.isGone || !(await listener.mayStay())) return;
    if (topics.length > 0) await stream.writeSSE({ data: JSON.stringify({ topics }) });
    else await stream.write(": still here\n\n");
  }
}

/** Wakes those who have news: at once after a quiet time, in turns of their own, and at most once in {@link TOGETHER} or longer where they are many. */
function createRounds(listeners: ReadonlySet<Listener>) {
  let isWaiting = false;
  let isAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    isWaiting = false;
    if (isAgain) soon();
  };
  const wake = (told: readonly Listener[]) => {
    for (const listener of told.slice(0, IN_A_TURN)) {
      listener.isDue = true;
      listener.wake();
    }
    if (told.length > IN_A_TURN) return void setImmediate(wake, told.slice(IN_A_TURN));
    timer = setTimeout(rest, Math.max(TOGETHER, listeners.size * EACH));
    timer.unref();
  };
  const round = () => {
    isAgain = false;
    wake([...listeners].filter(({ news }) => news.size > 0));
  };
  const soon = () => {
    isAgain = true;
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(round);
  };
  return { soon, stop: () => clearTimeout(timer) };
}

/** What each of the pages hears of the changes; pages that hear alike are asked once. Whether anybody hears anything. */
function spread(changes: readonly Change[], listeners: ReadonlySet<Listener>): boolean {
  const heard = new Map<Followed["hears"], readonly Topic[]>();
  for (const { hears, news } of listeners) {
    const topics = heard.get(hears) ?? changes.flatMap((change) => hears(change));
    heard.set(hears, topics);
    for (const topic of topics) news.add(topic);
  }
  return [...heard.values()].some((topics) => topics.length > 0);
}

/** Server-sent events of what has changed: `{"topics": [...]}`, names only, so that pages fetch what they show. */
export function createLive(bot: DeskBot, heartbeat = HEARTBEAT): Live {
  const listeners = new Set<Listener>();
  const leave = (listener: Listener) => {
    if (listeners.delete(listener)) listener.left?.();
    listener.isGone = true;
    listener.wake();
  };
  const rounds = createRounds(listeners);
  let isClosed = false;
  const stopListening = bot.onSaved((changes) => {
    if (spread(changes, listeners)) rounds.soon();
  });
  return {
    stream: (context, followed) => {
      if (isClosed) return context.text("The desk is closing.\n", 503);
      if (context.req.method === "HEAD") return context.body(null);
      return streamSSE(context, async (stream) => {
        const listener: Listener = { ...followed, news: new Set(), wake: () => {}, isDue: false, isGone: false };
        listeners.add(listener);
        stream.onAbort(() => leave(listener));
        await feed(stream, listener, heartbeat);
        leave(listener);
      });
    },
    close: () => {
      isClosed = true;
      stopListening();
      rounds.stop();
      for (const listener of [...listeners]) leave(listener);
    },
  };
}
