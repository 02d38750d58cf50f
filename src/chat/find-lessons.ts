import { dateFormat } from "../calendar/date-format.ts";
import { handleOf } from "../interaction/address.ts";
import type { Action, OutboundMessage, Section } from "../messages.ts";
import { may } from "../rights.ts";
import { whoMay } from "../say-who-may.ts";
import type { Lesson } from "../shadowing/lesson.ts";
import type { SayWords } from "../wording.ts";
import type { Asking } from "./find-overview.ts";

/** Most lessons that are shown at once, the oldest. */
const MOST_SHOWN = 20;

/** The open lessons that somebody took or is to see to: so many of the oldest, or of the newest. */
export async function openLessonsOf(
  { store }: Pick<Asking, "store">,
  address: string,
  { limit, descending }: { readonly limit: number; readonly descending: boolean },
): Promise<Lesson[]> {
  const open = { state: "open" } as const;
  const order = { orderBy: "at", descending, limit } as const;
  const [taken, owned] = await Promise.all([
    store.list("lesson", { where: { ...open, whoAddress: address }, ...order }),
    store.list("lesson", { where: { ...open, ownerAddress: address }, ...order }),
  ]);
  const all = new Map([...taken, ...owned].map((lesson) => [lesson.id, lesson]));
  const oldest = [...all.values()].toSorted((one, other) => one.at - other.at);
  return (descending ? oldest.toReversed() : oldest).slice(0, limit);
}

/** The day as people write it. */
function dayIn(locale: string, dueOn: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(dueOn));
}

/** A lesson in a line: what is to be mended, whose it is and until when. */
export function lessonLine(say: SayWords, locale: string, lesson: Lesson, number: number): string {
  const { toFix, ownerName, ownerAddress, dueOn } = lesson;
  const owner = ownerName ?? (ownerAddress === null ? "none" : handleOf(ownerAddress));
  return say("lessons.line", { number, toFix, owner, due: dueOn === null ? "none" : dayIn(locale, dueOn) });
}

/** What somebody took from their sittings and what is theirs to mend, as far as it is open, each with its button; a sentence where there is none, or to those without the right to shadow. */
export async function ownLessons(asking: Asking): Promise<OutboundMessage | string> {
  const { wording, locale, by } = asking;
  const say: SayWords = (key, values) => wording.say(locale, key, values);
  const lessons = await openLessonsOf(asking, by.address, { limit: MOST_SHOWN, descending: false });
  if (lessons.length === 0) return may(by.role, "shadow") ? say("lessons.none") : whoMay(asking, by, "shadow");
  const sections = lessons.map((lesson, index): Section => {
    const { surprised } = lesson;
    const quote = surprised === "" ? {} : { quote: { text: surprised, by: null } };
    return { title: lessonLine(say, locale, lesson, index + 1), lines: [], ...quote };
  });
  const actions = lessons.map(
    ({ id }, index): Action => ({
      ...{ name: "lesson-done", subject: id, label: say("lessons.done", { number: index + 1 }) },
    }),
  );
  return { kind: "notice", text: say("lessons.open"), sections, actions };
}
