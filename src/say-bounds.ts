import type { BoundEvent } from "./bound-event.ts";
import type { Context } from "./context.ts";
import type { InboundEvent } from "./events.ts";
import { BOUNDS } from "./interaction/bounds.ts";
import type { Person } from "./interaction/customer.ts";
import type { Interaction } from "./interaction/interaction.ts";
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

/** The conversation in which a message is not kept any more, as it has as many as are kept; null where it is kept. */
function fullAt({ changes }: Outcome, { kind }: InboundEvent): Interaction | null {
  if (kind !== "message" || changes.some(({ table }) => table === "entry")) return null;
  const full = changes.find(({ table, row }) => table === "interaction" && row.entryCount >= BOUNDS.entries);
  return full?.table === "interaction" ? full.row : null;
}

/** Says in the transcript itself that it goes no further. */
async function markFull(context: Context, draft: Draft, full: Interaction, event: InboundEvent): Promise<void> {
  const { wording, settings, store } = context;
  const id = entryId(full.conversation, "full");
  if (await store.get("entry", id)) return;
  const text = wording.say(wording.choose(settings.desk.locale), "kept.fullMark", { most: BOUNDS.entries });
  const unedited = { editedAt: null, deletedAt: null, history: [], attachments: [] };
  const where = { interactionId: full.id, position: BOUNDS.entries + 1, address: null, name: null };
  draft.put("entry", { id, version: 0, ...where, author: "system", text, at: event.at, ...unedited });
}

/** The outcome with a kind word to the person where not all that they sent is kept: nothing is lost in silence. */
export async function sayBounds(decided: Outcome, { event, kept }: BoundEvent, context: Context): Promise<Outcome> {
  const full = fullAt(decided, event);
  if (decided.changes.length === 0 || (full === null && kept === null)) return decided;
  const draft = createDraft(decided);
  if (full !== null) await markFull(context, draft, full, event);
  const told = await addresseeOf(event, context);
  if (told && full !== null) await tell(context, draft, told, "kept.full", BOUNDS.entries);
  else if (told && kept !== null) await tell(context, draft, told, "kept.start", kept);
  return draft.outcome();
}
