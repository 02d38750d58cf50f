import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { customerName, sayToTeam } from "./say-to-team.ts";

/** The latest words of the interaction's customer, for a post about them; none where there are none to show. */
async function lastWords(context: Context, draft: Draft, interaction: Interaction): Promise<string | null> {
  const where = { interactionId: interaction.id, author: "customer" as const };
  const [kept] = await context.store.list("entry", { where, orderBy: "position", descending: true, limit: 1 });
  const latest = draft
    .outcome()
    .changes.flatMap(({ table, row }) =>
      table === "entry" && row.author === "customer" && row.interactionId === interaction.id ? [row] : [],
    );
  return ((latest.at(-1) ?? kept)?.text ?? "").trim() || null;
}

/** A customer needs somebody after their conversation was resolved, or has begun one on their direct line: the team is told, and whoever helped last is called. */
export async function sayReturned(
  context: Context,
  draft: Draft,
  { before, after: interaction }: RowChange<"interaction">,
  event: InboundEvent,
): Promise<void> {
  const isReturned = before?.state === "resolved" && interaction.state === "open" && isCustomers(event);
  const isDirect = before === null && event.kind === "message" && event.isDirect === true;
  if (!isReturned && !isDirect) return;
  const customer = await context.store.get("customer", interaction.customerId);
  if (!customer) return;
  const { wording, settings } = context;
  const name = customerName(context, customer);
  const key = isDirect ? "team.wroteDirectly" : "team.returned";
  const text = wording.say(wording.choose(settings.desk.locale), key, { customer: name });
  const words = await lastWords(context, draft, interaction);
  const helper = interaction.agents.at(-1)?.address;
  const quote = words === null ? {} : { quote: { text: words, by: name } };
  const mentions = helper === undefined ? {} : { mentions: [helper] };
  sayToTeam(context, draft, { kind: "alert", text, ...quote, ...mentions, actions: [], about: interaction.id });
}

/** Whether the customer's own words have brought it about: a message, an edit, or the tap that says what they meant. */
function isCustomers({ kind }: InboundEvent): boolean {
  return kind === "message" || kind === "message-edited" || kind === "new-question";
}
