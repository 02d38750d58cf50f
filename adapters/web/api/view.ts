import type { Context } from "hono";
import type { Interaction } from "../../../src/interaction/interaction.ts";
import { gatherInteraction } from "../../../src/outside/gather-views.ts";
import type { InteractionView } from "../../../src/outside/shapes.ts";
import type { Reader } from "../../../src/ports.ts";
import type { PageDesk } from "../desk.ts";
import { API, apiConversation } from "./address.ts";
import { ApiProblem } from "./problem.ts";
import { readCall } from "./read-call.ts";

/** The interaction with the caller's id, or null. */
export async function findInteraction(store: Reader, id: string): Promise<Interaction | null> {
  const [interaction] = await store.list("interaction", { where: { conversation: apiConversation(id) }, limit: 1 });
  return interaction ?? null;
}

/** The interaction with the caller's id; a 404 problem if there is none. */
export async function needInteraction({ store, path }: PageDesk, id: string): Promise<Interaction> {
  const interaction = await findInteraction(store, id);
  if (interaction) return interaction;
  throw new ApiProblem(404, `There is no interaction ${id}. Open it first with POST ${API}${path("/interactions")}.`);
}

/** The interaction as programs see it. */
export function viewOf(context: Context, desk: PageDesk, interaction: Interaction): Promise<InteractionView> {
  const look = { what: "interaction", about: { table: "interaction", subject: interaction.id } };
  return readCall(context, desk, look, ({ store, publicUrl }) => gatherInteraction(store, interaction, publicUrl));
}
