import type { Lesson } from "../../../../src/shadowing/lesson.ts";
import type { PageDesk } from "../../desk.ts";

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
