import type { Reader } from "../../../src/ports.ts";
import type { Post } from "../../../src/rows.ts";
import { type Finding, fault, ok, warning } from "../../finding.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long something due may wait before it counts as stuck, milliseconds. */
const PATIENCE = 10 * MINUTE;
/** How long a post that was given up is worth telling, milliseconds. */
const RECENT = 7 * DAY;
/** Most rows that are counted one by one. */
const MOST = 1_000;

/** When the check is made, and whether the program is at work on the rows. */
export interface Moment {
  readonly now: number;
  readonly isRunning: boolean;
}

function counted(rows: readonly unknown[]): string {
  return rows.length >= MOST ? `${MOST} or more` : String(rows.length);
}

/** Work that waits: a fault while the program runs, to be expected while it does not. */
function waiting(check: string, found: string, { isRunning }: Moment, remedy: string): Finding {
  return isRunning
    ? fault(check, found, remedy)
    : warning(check, found, "Run emptychair start, which goes on with it.");
}

function reasons(posts: readonly Post[]): string {
  return [...new Set(posts.map((post) => post.error ?? "no reason given"))].slice(0, 3).join("; ");
}

async function checkStuck(store: Reader, moment: Moment): Promise<Finding> {
  const longAgo = moment.now - PATIENCE;
  const unsettled = { where: { state: ["pending", "sending"] as const }, atMost: { createdAt: longAgo }, limit: MOST };
  const unsent = await store.list("post", unsettled);
  // A question that waits for the end of quiet hours has not been tried and is not due.
  const posts = unsent.filter(({ attempts, dueAt }) => attempts > 0 || dueAt <= longAgo);
  const [oldest] = posts;
  if (oldest === undefined) return ok("outbox", "nothing is unsent for more than 10 minutes");
  const since = new Date(oldest.createdAt).toISOString();
  const tried = posts.filter(({ attempts }) => attempts > 0);
  const why = tried.length === 0 ? "" : `; last faults: ${reasons(tried)}`;
  const found = `${counted(posts)} unsent for more than 10 minutes, the oldest since ${since}${why}`;
  return waiting(
    "outbox",
    found,
    moment,
    "See the log for the platform's faults, mend them, and start the program anew.",
  );
}

async function checkFailed(store: Reader, { now }: Moment): Promise<Finding> {
  const posts = await store.list("post", {
    where: { state: "failed" },
    atLeast: { createdAt: now - RECENT },
    limit: MOST,
  });
  if (posts.length === 0) return ok("outbox", "nothing given up in the last 7 days");
  const found = `${counted(posts)} given up in the last 7 days: ${reasons(posts)}`;
  return warning("outbox", found, "Fix what the reasons name; these posts are not tried again.");
}

async function checkDue(store: Reader, table: "survey" | "case", moment: Moment): Promise<Finding> {
  const overdue = { atMost: { dueAt: moment.now - PATIENCE }, orderBy: "dueAt", limit: MOST } as const;
  const rows: readonly unknown[] = await store.list(table, overdue);
  if (rows.length === 0) return ok(`${table}s`, "none is overdue");
  const found = `${counted(rows)} overdue by more than 10 minutes`;
  return waiting(`${table}s`, found, moment, "See the log for why the clock could not work on them.");
}

/** Ids sort by creation, so the greatest is the latest. */
async function checkFuture(store: Reader, { now }: Moment): Promise<Finding[]> {
  const [latest] = await store.list("post", { descending: true, limit: 1 });
  if (latest === undefined || latest.createdAt <= now + MINUTE) return [];
  const found = `the latest post was written at ${new Date(latest.createdAt).toISOString()}, which is still to come`;
  return [warning("clock", found, "Set the machine's clock right; what is due waits for it.")];
}

/** What waits in the database for the program to do. */
export async function checkWork(store: Reader, moment: Moment): Promise<Finding[]> {
  return [
    await checkStuck(store, moment),
    await checkFailed(store, moment),
    await checkDue(store, "survey", moment),
    await checkDue(store, "case", moment),
    ...(await checkFuture(store, moment)),
  ];
}
