import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { DigestRow } from "../rows.ts";
import { sayToTeam } from "../team/say-to-team.ts";
import { digestIdText, parseDigestId } from "./digest-id.ts";
import { digestMessage } from "./digest-messages.ts";
import type { DigestId } from "./document.ts";
import { gatherCounted } from "./gather-digest.ts";
import { planGreetings } from "./plan-greetings.ts";
import { recountDigest } from "./recount-digest.ts";
import { dueDigest } from "./schedule.ts";
import { chained } from "./seal.ts";
import { parseWeek, WEEK_FORM, windowOf } from "./week.ts";

/** A digest that comes this long after its time is marked late, milliseconds. */
const LATE_AFTER = 10 * 60_000;

/** The time has come to post a digest, or to count one again that is made of something that was corrected. */
export async function postDigest(event: EventOf<"digest-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const id = parseDigestId(event.subject);
  const known = await context.store.get("digest", event.subject);
  if (known) await recountDigest(context, draft, known, event.at);
  else if (id && (await isAwaited(context, id)))
    await post(context, draft, { id, at: event.at, isLate: isLate(event, context) });
  return draft.outcome();
}

/** Somebody wants a digest posted now. Of a week that is not over, or that was posted, it is refused. */
export async function postWantedDigest(event: EventOf<"digest-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wording, settings } = context;
  const { zone, locale } = settings.desk;
  const week = parseWeek(event.week);
  const id = { week: event.week, zone, team: context.deskId };
  const say = (key: "digest.notOver" | "digest.alreadyPosted") =>
    wording.say(wording.choose(locale), key, { week: event.week });
  if (week === null) draft.refuse({ code: "unclear", text: `"${event.week}" is not ${WEEK_FORM}` });
  else if (windowOf(week, zone).to > event.at) draft.refuse({ code: "late", text: say("digest.notOver") });
  else if (await context.store.get("digest", digestIdText(id)))
    draft.refuse({ code: "late", text: say("digest.alreadyPosted") });
  else await post(context, draft, { id, at: event.at, isLate: false });
  return draft.outcome();
}

/**
 * Whether the desk had resolved anything by the week's end, and nobody has told of it: one that is new, or has only brought in
 * answers from another tool, has no digest to catch up on.
 */
async function isAwaited({ store }: Context, { week, zone, team }: DigestId): Promise<boolean> {
  const atMost = { at: windowOf(week, zone).to - 1 };
  const [first] = await store.list("resolution", { where: { imported: false }, atMost, orderBy: "at", limit: 1 });
  const [posted] = await store.list("digest", { where: { week, team }, limit: 1 });
  return first !== undefined && posted === undefined;
}

function isLate({ at }: EventOf<"digest-due">, { settings }: Context): boolean {
  return at - dueDigest(settings.digest.post, at, settings.desk.zone).at > LATE_AFTER;
}

interface Posting {
  readonly id: DigestId;
  readonly at: number;
  readonly isLate: boolean;
}

async function post(context: Context, draft: Draft, { id, at, isLate }: Posting): Promise<void> {
  const { store, settings, themes } = context;
  const counted = await gatherCounted(store, settings, { id, now: at, themes });
  const { document, basis } = counted;
  const row: DigestRow = {
    id: digestIdText(id),
    version: 0,
    ...id,
    document,
    computedAt: at,
    postedAt: context.teamLanes.length === 0 ? null : at,
    isLate,
    revision: 1,
    dueAt: null,
    history: [],
    chain: await chained([], 1, counted),
    posts: [],
  };
  const posts = sayToTeam(context, draft, await digestMessage(context, row));
  draft.put("digest", { ...row, posts });
  draft.put("basis", { id: row.id, version: 0, ...basis });
  await planGreetings(context, draft, id, at);
}
