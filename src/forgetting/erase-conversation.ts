import type { Context } from "../context.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { seenPlaces } from "../interaction/seen-place.ts";
import type { Draft } from "../outcome.ts";
import type { Rows, Table } from "../rows.ts";
import { settleAppointment } from "../shadowing/settle-appointment.ts";
import type { Counted } from "./anonymous.ts";

/** How a conversation is taken away. */
export interface ErasingRule {
  /** So many entries at most go in one save. */
  readonly most: number;
  /** Posts that must stay for now: they are still to be edited in chat. */
  readonly kept: ReadonlySet<string>;
}

function removeAll<T extends Table>(draft: Draft, table: T, rows: readonly Rows[T][]): void {
  for (const row of rows) draft.remove(table, row);
}

/** Takes away what came of the answers: cases with what was done, what passives wanted, what was told to others, promises. */
async function eraseAnswers({ store }: Context, draft: Draft, responseId: readonly string[]): Promise<void> {
  const where = { responseId };
  removeAll(draft, "revision", await store.list("revision", { where }));
  const cases = await store.list("case", { where });
  removeAll(draft, "step", await store.list("step", { where: { caseId: cases.map(({ id }) => id) } }));
  removeAll(draft, "case", cases);
  removeAll(draft, "enhancement", await store.list("enhancement", { where }));
  removeAll(draft, "telling", await store.list("telling", { where }));
  removeAll(draft, "promise", await store.list("promise", { where }));
}

/** Takes away the sittings with it: an appointment of which only closed ones are left is kept by that. */
async function eraseSittings({ store, clock }: Context, draft: Draft, interactionId: string): Promise<void> {
  for (const sitting of await store.list("sitting", { where: { interactionId } })) {
    draft.remove("sitting", sitting);
    const { appointmentId } = sitting;
    const all = await store.list("sitting", { where: { appointmentId } });
    const left = all.filter(({ id }) => draft.drafted("sitting", id) !== null);
    const appointment = draft.drafted("appointment", appointmentId) ?? (await store.get("appointment", appointmentId));
    if (appointment?.state === "begun") settleAppointment(draft, appointment, left, clock.now());
  }
}

/** Takes away what was said there, but for what is still to be edited: that lets go of its survey. */
async function erasePosts(
  { store }: Context,
  draft: Draft,
  counted: Counted,
  kept: ErasingRule["kept"],
): Promise<void> {
  const { interaction, surveys } = counted;
  const asked = await store.list("post", { where: { surveyId: surveys.map(({ id }) => id) } });
  const said = await store.list("post", { where: { lane: interaction.conversation } });
  for (const post of new Map([...asked, ...said].map((one) => [one.id, one])).values()) {
    if (!kept.has(post.id)) draft.remove("post", post);
    else if (post.surveyId !== null) draft.put("post", { ...post, surveyId: null });
  }
}

/** What of a conversation is counted. */
export async function countedIn({ store }: Context, interaction: Interaction): Promise<Counted> {
  const where = { interactionId: interaction.id };
  const [resolutions, surveys, responses] = await Promise.all([
    store.list("resolution", { where }),
    store.list("survey", { where }),
    store.list("response", { where }),
  ]);
  return { interaction, resolutions, surveys, responses };
}

/**
 * Takes a conversation away with everything that came of it; gives what was counted of it. Of one with more entries than go in one save
 * only so many of them go, and null is given: it is to be called again.
 */
export async function eraseConversation(
  context: Context,
  draft: Draft,
  interaction: Interaction,
  { most, kept }: ErasingRule,
): Promise<Counted | null> {
  const { store } = context;
  const where = { interactionId: interaction.id };
  const entries = await store.list("entry", { where, limit: most });
  removeAll(draft, "entry", entries);
  if (entries.length === most) return null;
  const counted = await countedIn(context, interaction);
  await eraseAnswers(
    context,
    draft,
    counted.responses.map(({ id }) => id),
  );
  removeAll(draft, "greeting", await store.list("greeting", { where }));
  removeAll(draft, "examination", await store.list("examination", { where }));
  removeAll(draft, "told", await store.list("told", { where }));
  await eraseSittings(context, draft, interaction.id);
  removeAll(draft, "listener", await store.list("listener", { where }));
  const written = { startsWith: { id: `${interaction.conversation}/` } };
  removeAll(draft, "plea", await store.list("plea", written));
  removeAll(draft, "amendment", await store.list("amendment", written));
  removeAll(draft, "cursor", await store.list("cursor", { startsWith: { id: seenPlaces(interaction.id) } }));
  await erasePosts(context, draft, counted, kept);
  removeAll(draft, "response", counted.responses);
  removeAll(draft, "survey", counted.surveys);
  removeAll(draft, "resolution", counted.resolutions);
  draft.remove("interaction", interaction);
  return counted;
}
