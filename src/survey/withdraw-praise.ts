import type { Context } from "../context.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { customerName } from "../team/say-to-team.ts";
import { isWithdrawn } from "./response.ts";

/** So many of the last posts to somebody are looked through. */
const LOOKED_BACK = 100;

/** The customer has taken their answer back: praise that came of it is shown to nobody any more. */
export async function withdrawPraise(
  context: Context,
  draft: Draft,
  { before, after: response }: RowChange<"response">,
): Promise<void> {
  if (before === null || isWithdrawn(before) || !isWithdrawn(response) || before.comment === null) return;
  const interaction = await context.store.get("interaction", response.interactionId);
  const customer = await context.store.get("customer", response.customerId);
  if (!interaction || !customer) return;
  const { wording, settings, store } = context;
  const values = { customer: customerName(context, customer) };
  const text = wording.say(wording.choose(settings.desk.locale), "team.praiseTakenBack", values);
  for (const { address: lane } of interaction.agents) {
    const posts = await store.list("post", { where: { lane }, descending: true, limit: LOOKED_BACK });
    const praise = posts.find(
      ({ message }) => message.about === interaction.id && message.quote?.text === before.comment,
    );
    if (praise?.state === "pending") draft.put("post", { ...praise, state: "withdrawn" });
    else if (praise)
      draft.say({
        id: context.ids.next(),
        to: lane,
        message: { kind: "notice", text, actions: [], replaces: praise.id },
      });
  }
}
