import type { Entry } from "../../src/interaction/transcript.ts";
import type { Revision } from "../../src/survey/response.ts";
import { type AllPosts, type Evidence, rowsOf } from "./checks.ts";
import { DESKS } from "./town.ts";

type Entries = ReadonlyMap<string, Entry>;

/** Everything that people do here is understood; and who has changed their words, once as everybody does here, has them stand so, though the change came first. */
function checkEdits({ acknowledged }: Evidence, entries: Entries): string[] {
  return acknowledged.flatMap(({ event }) => {
    if (event.kind === "unsupported") return [`${event.id} was not understood: ${event.what}`];
    if (event.kind !== "message-edited") return [];
    const entry = entries.get(`${event.conversation}/${event.messageId}`);
    return entry && entry.text !== event.text ? [`the edit of ${entry.id} was acknowledged and is not kept`] : [];
  });
}

const SCORE = /^\d+$/;

interface Rescored {
  readonly entries: Entries;
  /** By the answer's id, in order. */
  readonly revisions: readonly Revision[];
  /** So long after it was given an answer can be changed, milliseconds. */
  readonly changeWindow: number;
}

/** Whoever answered with a bare score and then edits it has changed their answer, unless it was changed in another way meanwhile. */
function checkRescored({ acknowledged }: Evidence, { entries, revisions, changeWindow }: Rescored): string[] {
  return acknowledged.flatMap(({ event }) => {
    if (event.kind !== "message-edited" || !SCORE.test(event.text)) return [];
    const entry = entries.get(`${event.conversation}/${event.messageId}`);
    const typed = revisions.find(({ via, at }) => via === "typed" && at === entry?.at);
    if (!entry || !typed || entry.editedAt !== event.at) return [];
    const all = revisions.filter(({ responseId }) => responseId === typed.responseId);
    const isLast = all.every(({ number, at }) => number <= typed.number || at >= event.at);
    const isHeard = all.some(({ score, at }) => [event.at, typed.at].includes(at) && score === Number(event.text));
    const next = all.find(({ number }) => number === typed.number + 1);
    const givenAt = all.find(({ number }) => number === 1)?.at ?? typed.at;
    if (event.at >= givenAt + changeWindow) return [];
    // Another change that came later was kept before the edit had arrived: then that one stands.
    const isOvertaken = next !== undefined && next.at > event.at;
    return isLast && !isHeard && !isOvertaken ? [`${entry.id} was edited to ${event.text}, and the answer is not`] : [];
  });
}

/** Every question that was put is in the transcript of its conversation. */
async function checkPut(evidence: Evidence, desk: string, posts: AllPosts, entries: Entries): Promise<string[]> {
  const surveys = await rowsOf(evidence, desk, "survey");
  const interactions = await rowsOf(evidence, desk, "interaction");
  return [...posts].flatMap(([id, { desk: whose, post }]) => {
    if (whose !== desk || post.state !== "posted" || post.surveyId === null) return [];
    const talk = interactions.get(surveys.get(post.surveyId)?.interactionId ?? "");
    return talk && !entries.has(`${talk.conversation}/${id}`) ? [`question ${id} is not in its transcript`] : [];
  });
}

const MAIL = /\w+@example\.org/;

/** What names a person is quoted nowhere to a whole team. */
function checkQuoted({ ground }: Evidence, posts: AllPosts): string[] {
  return ground.all.flatMap(({ postId, text }) => {
    const kind = posts.get(postId ?? "")?.post.message.kind;
    const named = kind === "digest" || kind === "detail" ? MAIL.exec(text)?.[0] : undefined;
    return named === undefined ? [] : [`${kind} ${postId} names ${named}`];
  });
}

/** What people have written, and what is shown of it. */
export async function checkWords(evidence: Evidence, posts: AllPosts): Promise<string[]> {
  const broken = checkQuoted(evidence, posts);
  const all = new Map<string, Entry>();
  for (const desk of DESKS) {
    const entries = await rowsOf(evidence, desk, "entry");
    const revisions = [...(await rowsOf(evidence, desk, "revision")).values()];
    const { changeWindow } = evidence.town.settingsAt(desk).ask;
    for (const [id, entry] of entries) all.set(id, entry);
    broken.push(...checkRescored(evidence, { entries, revisions, changeWindow }));
    broken.push(...(await checkPut(evidence, desk, posts, entries)));
  }
  return [...broken, ...checkEdits(evidence, all)];
}
