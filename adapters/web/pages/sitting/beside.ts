import type { Person } from "../../../../src/interaction/customer.ts";
import type { Lesson } from "../../../../src/shadowing/lesson.ts";
import type { PageDesk } from "../../desk.ts";
import type { Helper } from "./lesson-view.ts";

/** Conversations in which those are looked for who help at the desk. */
const LOOKED_THROUGH = 60;

/** Those who may see to a lesson: whoever reads it, and who has helped in the latest conversations, by name. */
export async function loadHelpers({ store }: PageDesk, by: Person): Promise<Helper[]> {
  const latest = { orderBy: "lastActivityAt", descending: true, limit: LOOKED_THROUGH } as const;
  const interactions = await store.list("interaction", latest);
  const agents = interactions.flatMap((interaction) => interaction.agents);
  const people = [by, ...agents].map(({ address, name }) => [address, name ?? address] as const);
  const helpers = [...new Map(people)].map(([address, name]) => ({ address, name }));
  return helpers.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** The lesson of a sitting; null before there is one. */
export async function loadLesson({ store }: PageDesk, sittingId: string): Promise<Lesson | null> {
  const [lesson] = await store.list("lesson", { where: { sittingId }, limit: 1 });
  return lesson ?? null;
}

/** The first sitting of the appointment that is not closed; null where all are. */
export async function loadNext({ store }: PageDesk, appointmentId: string): Promise<string | null> {
  const sittings = await store.list("sitting", { where: { appointmentId }, orderBy: "number" });
  return sittings.find(({ state }) => state !== "done")?.id ?? null;
}
