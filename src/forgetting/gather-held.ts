import type { Interaction } from "../interaction/interaction.ts";
import type { Reader } from "../ports.ts";
import type { Rows, Table } from "../rows.ts";

/** A row as it is given out: without the program's own version of it. */
type GivenRow<T extends Table> = Omit<Rows[T], "version">;

/** A conversation with everything that came of it. */
export interface HeldConversation extends Omit<Interaction, "version"> {
  readonly entries: readonly GivenRow<"entry">[];
  readonly resolutions: readonly GivenRow<"resolution">[];
  readonly surveys: readonly Omit<GivenRow<"survey">, "token">[];
  readonly answers: readonly (GivenRow<"response"> & { readonly revisions: readonly GivenRow<"revision">[] })[];
  readonly cases: readonly (GivenRow<"case"> & { readonly steps: readonly GivenRow<"step">[] })[];
  readonly enhancements: readonly GivenRow<"enhancement">[];
  readonly greetings: readonly GivenRow<"greeting">[];
  readonly examinations: readonly GivenRow<"examination">[];
}

/** Everything that is kept about a customer. Times are milliseconds since 1970. */
export interface Held {
  readonly customer: GivenRow<"customer">;
  readonly addresses: readonly string[];
  readonly conversations: readonly HeldConversation[];
  /** What they wrote in others' conversations. */
  readonly elsewhere: readonly GivenRow<"entry">[];
  readonly tellings: readonly GivenRow<"telling">[];
  readonly promises: readonly GivenRow<"promise">[];
  readonly told: readonly GivenRow<"told">[];
}

function given<Row extends { readonly version: number }>({ version: _, ...rest }: Row): Omit<Row, "version"> {
  return rest;
}

async function answersIn(store: Reader, interactionId: string): Promise<HeldConversation["answers"]> {
  const responses = await store.list("response", { where: { interactionId }, orderBy: "answeredAt" });
  return Promise.all(
    responses.map(async (response) => {
      const revisions = await store.list("revision", { where: { responseId: response.id }, orderBy: "number" });
      return { ...given(response), revisions: revisions.map(given) };
    }),
  );
}

async function casesIn(store: Reader, interactionId: string): Promise<HeldConversation["cases"]> {
  const cases = await store.list("case", { where: { interactionId } });
  return Promise.all(
    cases.map(async (item) => {
      const steps = await store.list("step", { where: { caseId: item.id }, orderBy: "number" });
      return { ...given(item), steps: steps.map(given) };
    }),
  );
}

/** One conversation, whole. */
export async function heldConversation(store: Reader, interaction: Interaction): Promise<HeldConversation> {
  const where = { interactionId: interaction.id };
  const [entries, resolutions, surveys, enhancements, greetings, examinations] = await Promise.all([
    store.list("entry", { where, orderBy: "position" }),
    store.list("resolution", { where, orderBy: "number" }),
    store.list("survey", { where }),
    store.list("enhancement", { where }),
    store.list("greeting", { where }),
    store.list("examination", { where }),
  ]);
  return {
    ...given(interaction),
    entries: entries.map(given),
    resolutions: resolutions.map(given),
    surveys: surveys.map(({ token: _, ...survey }) => given(survey)),
    answers: await answersIn(store, interaction.id),
    cases: await casesIn(store, interaction.id),
    enhancements: enhancements.map(given),
    greetings: greetings.map(given),
    examinations: examinations.map(given),
  };
}

/** Gathers everything that is kept about the customer; null where there is no such one. */
export async function gatherHeld(store: Reader, customerId: string): Promise<Held | null> {
  const customer = await store.get("customer", customerId);
  if (!customer) return null;
  const where = { customerId };
  const addresses = (await store.list("identity", { where })).map(({ id }) => id);
  const interactions = await store.list("interaction", { where, orderBy: "openedAt" });
  const conversations: HeldConversation[] = [];
  for (const interaction of interactions) conversations.push(await heldConversation(store, interaction));
  const own = new Set(interactions.map(({ id }) => id));
  const written = await store.list("entry", { where: { address: addresses } });
  return {
    customer: given(customer),
    addresses,
    conversations,
    elsewhere: written.filter(({ interactionId }) => !own.has(interactionId)).map(given),
    tellings: (await store.list("telling", { where })).map(given),
    promises: (await store.list("promise", { where })).map(given),
    told: (await store.list("told", { where })).map(given),
  };
}
