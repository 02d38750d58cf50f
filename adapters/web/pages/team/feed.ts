import { shownAt } from "../../../../src/chat/find-shown.ts";
import { FORM_RIGHTS, isForm } from "../../../../src/chat/forms.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Action, OutboundMessage } from "../../../../src/messages.ts";
import { type CaseAct, isCaseOpen } from "../../../../src/recovery/case.ts";
import { caseCard } from "../../../../src/recovery/case-messages.ts";
import { fileOf } from "../../../../src/recovery/find-case.ts";
import { actsFor } from "../../../../src/recovery/offered-acts.ts";
import { may } from "../../../../src/rights.ts";
import type { DigestRow, Post } from "../../../../src/rows.ts";
import { isWithdrawn } from "../../../../src/survey/response.ts";
import { type ReadingDesk, TEAM_LANE } from "../../desk.ts";
import { loadSteps, type ShownStep } from "../cases/case-steps.ts";
import type { ShownPost } from "../shown-posts.ts";

/** So many posts stand on a page of the feed, and so many cases before them. */
const PAGE_OF_POSTS = 20;
const MOST_OPEN = 8;

/** A post in the feed, with what happened to its case. */
export interface FeedPost extends ShownPost {
  readonly steps: readonly ShownStep[];
  /** What the reader can do about its case; null where it is about none. */
  readonly acts: readonly CaseAct[] | null;
  /** Whether it waits for nobody. */
  readonly isOver: boolean;
}

/** What stands in the feed. */
export interface FeedFound {
  /** What waits for somebody, the most urgent first; on the first page alone. */
  readonly open: readonly FeedPost[];
  readonly openCases: number;
  /** What else was posted, the latest first. */
  readonly rest: readonly FeedPost[];
  /** Id of the post behind which the next page begins; null where there is none. */
  readonly next: string | null;
}

const ACT_OF: Readonly<Partial<Record<Action["name"], CaseAct>>> = {
  "case-claim": "claim",
  "case-assign": "assign",
  "case-contact": "contact",
  "case-resolve": "resolve",
  "case-reopen": "reopen",
  "case-take-back": "take-back",
};

/** Whether the reader may do it, and it applies to the case as it now is. */
function applies({ name }: Action, acts: readonly CaseAct[]): boolean {
  const act = ACT_OF[name];
  return act === undefined ? name === "case-more" && acts.length > 0 : acts.includes(act);
}

/** A case as it now stands, whatever was posted of it; null where it is not kept any more. */
async function casePost(desk: ReadingDesk, caseId: string, by: Person | null): Promise<FeedPost | null> {
  const file = await fileOf(desk, caseId);
  if (file === null) return null;
  const { item, rated, response } = file;
  const message = shownAt(caseCard(desk, file), by);
  const free = desk.settings.recovery.agentsSeeOwnScores ? [] : rated;
  const actor = { address: by?.address ?? "", rated: free, isAnswerGone: isWithdrawn(response) };
  const acts = by !== null && may(by.role, "work-case") ? actsFor(item, actor) : [];
  const actions = message.actions.filter((action) => applies(action, acts));
  const steps = await loadSteps(desk, caseId, by);
  const card = { place: `case-${caseId}`, at: item.openedAt, message: { ...message, actions } };
  return { ...card, steps, acts, isOver: !isCaseOpen(item) };
}

/** What waits for nobody is not to stand out: a cord that is answered for, customers who have all been greeted. */
function isQuiet({ kind, actions, sections = [] }: OutboundMessage): boolean {
  return kind !== "digest" && sections.length > 0 && actions.length === 0;
}

function mayDo(by: Person | null, { name }: Action): boolean {
  const right = isForm(name) ? FORM_RIGHTS[name] : null;
  return right === null || (by !== null && may(by.role, right));
}

function plainPost(post: Post, root: Post | undefined, by: Person | null): FeedPost {
  const { postedAt, createdAt } = root ?? post;
  const message = shownAt(post.message, by);
  const actions = message.actions.filter((action) => mayDo(by, action));
  const place = post.message.replaces ?? post.id;
  return {
    place,
    at: postedAt ?? createdAt,
    message: { ...message, actions },
    steps: [],
    acts: null,
    isOver: isQuiet(message),
  };
}

/** The posts as they now stand, each case once, without those that stand before them. */
async function asPosts(
  desk: ReadingDesk,
  posts: readonly Post[],
  by: Person | null,
  above: ReadonlySet<string>,
): Promise<FeedPost[]> {
  const rootIds = posts.flatMap(({ message }) => message.replaces ?? []);
  const roots = rootIds.length === 0 ? [] : await desk.store.list("post", { where: { id: rootIds } });
  const rootOf = new Map(roots.map((root) => [root.id, root]));
  const told = new Set(above);
  const found: FeedPost[] = [];
  for (const post of posts) {
    const { caseId, replaces } = post.message;
    if (caseId === undefined) found.push(plainPost(post, rootOf.get(replaces ?? ""), by));
    else if (!told.has(caseId)) {
      told.add(caseId);
      const card = await casePost(desk, caseId, by);
      if (card) found.push(card);
    }
  }
  return found;
}

async function standing(desk: ReadingDesk, by: Person | null, before: string | null): Promise<Post[]> {
  const wish = { lane: TEAM_LANE, reader: by?.address ?? null, before, limit: PAGE_OF_POSTS + 1 };
  const ids = await desk.store.listStanding(wish);
  return ids.length === 0 ? [] : desk.store.list("post", { where: { id: ids }, descending: true });
}

/** A page of the feed: what waits for somebody comes first, then what was posted, the latest first. */
export async function loadFeed(desk: ReadingDesk, by: Person | null, before: string | null): Promise<FeedFound> {
  const { store, clock } = desk;
  const look = { reader: by?.address ?? null, now: clock.now() };
  const [ids, counts, posts] = await Promise.all([
    store.listCases({ ...look, list: "open", sought: {}, after: null, limit: MOST_OPEN }),
    store.countCases({}, look),
    standing(desk, by, before),
  ]);
  const cards = before === null ? await Promise.all(ids.map((id) => casePost(desk, id, by))) : [];
  const shown = posts.slice(0, PAGE_OF_POSTS);
  const rest = await asPosts(desk, shown, by, new Set(ids));
  const isCord = ({ message }: FeedPost) => message.actions.some(({ name }) => name === "cord-answer");
  const cords = before === null ? rest.filter(isCord) : [];
  return {
    open: [...cords, ...cards.filter((card) => card !== null)],
    openCases: counts.open,
    rest: rest.filter((post) => !cords.includes(post)),
    next: posts.length > PAGE_OF_POSTS ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The digest that was posted last among these posts. */
export async function loadLatestDigest(desk: ReadingDesk, posts: readonly ShownPost[]): Promise<DigestRow | null> {
  const id = posts.find(({ message }) => message.kind === "digest")?.message.picture?.digestId;
  return id === undefined ? null : desk.store.get("digest", id);
}
