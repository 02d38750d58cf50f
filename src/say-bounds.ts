import type { BoundEvent } from "./bound-event.ts";
import type { Context } from "./context.ts";
import type { InboundEvent } from "./events.ts";
import { BOUNDS } from "./interaction/bounds.ts";
import type { Person } from "./interaction/customer.ts";
import { entryId } from "./interaction/transcript.ts";
import { createDraft, type Draft, type Outcome } from "./outcome.ts";

/** Who is to hear that not all was kept, and where they are spoken to. */
interface Addressee {
  readonly by: Person;
  readonly to: string;
}

/** So many of the last posts at a place are looked through for what was told there before. */
const LOOKED_BACK = 50;

async function addresseeOf(event: InboundEvent, { store }: Context): Promise<Addressee | null> {
  if (event.kind === "message") return { by: event.author, to: event.conversation };
  if (event.kind !== "score-given" && event.kind !== "comment-given") return null;
  const survey = await store.get("survey", event.surveyId);
  return survey && { by: event.by, to: survey.askIn };
}

/** Tells the person alone, and once at a place. */
async function tell(
  context: Context,
  draft: Draft,
  { by, to }: Addressee,
  key: "kept.start" | "kept.full",
  most: number,
) {
  const { wording, settings, store, ids } = context;
  if (by.role === "bot") return;
  const text = wording.say(wording.choose(by.locale, settings.desk.locale), key, { most });
  const latest = await store.list("post", { where: { lane: to }, descending: true, limit: LOOKED_BACK });
  if (latest.some(({ message }) => message.privateTo === by.address && message.text === text)) return;
  draft.say({ id: ids.next(), to, message: { kind: "notice", text, actions: [], privateTo: by.address } });
}

/** Says in the transcript itself that it goes no further. */
async function markFull(context: Context, draft: Draft, event: InboundEvent): Promise<boolean> {
  if (event.kind !== "message") return false;
  const { changes } = draft.outcome();
  const full = changes.flatMap(({ table, row }) =>
    table === "interaction" && row.entryCount >= BOUNDS.entries ? [row] : [],
  )[0];
  if (full === undefined || changes.some(({ table }) => table === "entry")) return false;
  const { wording, settings, store } = context;
  const id = entryId(full.conversation, "full");
  if (await store.get("entry", id)) return true;
  const text = wording.say(wording.choose(settings.desk.locale), "kept.fullMark", { most: BOUNDS.entries });
  const unedited = { editedAt: null, deletedAt: null, history: [], attachments: [] };
  const where = { interactionId: full.id, position: BOUNDS.entries + 1, address: null, name: null };
  draft.put("entry", { id, version: 0, ...where, author: "system", text, at: event.at, ...unedited });
  return true;
}

/** The outcome with a kind word to the person where not all that they sent is kept: nothing is lost in silence. */
export async function sayBounds(decided: Outcome, { event, kept }: BoundEvent, context: Context): Promise<Outcome> {
  if (decided.changes.length === 0) return decided;
  const draft = createDraft(decided);
  const isFull = await markFull(context, draft, event);
  const told = isFull || kept !== null ? await addresseeOf(event, context) : null;
  if (told && isFull) await tell(context, draft, told, "kept.full", BOUNDS.entries);
  else if (told && kept !== null) await tell(context, draft, told, "kept.start", kept);
  return draft.outcome();
}
