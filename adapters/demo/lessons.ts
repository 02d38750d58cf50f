import { Temporal } from "temporal-polyfill";
import { drawOf } from "../../src/draw.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Lesson } from "../../src/shadowing/lesson.ts";
import type { Sitting } from "../../src/shadowing/sitting.ts";
import type { DeskWords } from "./sample.ts";
import type { Talk } from "./talk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of hundred lessons: how many somebody is to see to, by a day, and how many are done one day. */
const OWNED = 0.85;
const DATED = 0.8;
const DONE = 0.85;

/** What somebody may take from a conversation, in one line each. */
type Takeaway = DeskWords["lessons"]["short"][number];

/** What may be taken from a conversation: what is its own, or what holds for all of its kind. */
function takenFrom(talk: Talk | null, { lessons }: DeskWords): readonly Takeaway[] {
  const isOutreach = talk?.steps.some(({ act }) => act.kind === "open") ?? false;
  if (!talk?.tale) return isOutreach ? lessons.outreach : lessons.short;
  const { surprised, fix, band } = talk.tale;
  const usual = lessons[band === "promoter" ? "promoter" : "passive"][talk.topic];
  if (surprised === null && fix === null) return usual;
  return usual.map((one) => ({ surprised: surprised ?? one.surprised, fix: fix ?? one.fix }));
}

/** Somebody reads a conversation and is to write down what they take from it. */
interface LessonWriting {
  readonly sitting: Sitting;
  readonly by: Person;
  readonly talk: Talk | null;
  readonly at: number;
}

/** Who is to see to it, and by which day. */
function charged({ sitting, talk, at }: LessonWriting, zone: string): { owner?: Person; dueOn?: string } {
  const chance = (of: string) => drawOf(`${of} ${sitting.id}`);
  const owner = chance("who") < 0.5 ? talk?.lead : talk?.colleague;
  if (!owner || chance("owner") >= OWNED) return {};
  if (chance("dated") >= DATED) return { owner };
  const day = Temporal.Instant.fromEpochMilliseconds(at + (10 + Math.floor(chance("day") * 25)) * DAY);
  return { owner, dueOn: day.toZonedDateTimeISO(zone).toPlainDate().toString() };
}

/** Writes down what executives take from conversations: what there is to mend once, and once more as what is still to be mended. */
export function createWriteLesson(desk: DeskWords, zone: string): (writing: LessonWriting) => InboundEvent {
  const known = new Set<string>();
  const repeated = new Set<string>();
  const worded = (fix: string, isOwn: boolean): string => {
    if (!known.has(fix)) return fix;
    const isNews = isOwn && !repeated.has(fix);
    repeated.add(fix);
    return isNews ? desk.lessons.again.replace("{fix}", `${fix.charAt(0).toLowerCase()}${fix.slice(1)}`) : "";
  };
  return (writing) => {
    const { sitting, by, talk, at } = writing;
    const all = takenFrom(talk, desk);
    const fresh = all.filter(({ fix }) => !known.has(fix));
    const from = fresh.length > 0 ? fresh : all;
    const { surprised = "", fix = "" } = from[Math.floor(drawOf(`lesson ${sitting.id}`) * from.length)] ?? {};
    const toFix = worded(fix, talk?.tale?.fix === fix);
    known.add(fix);
    const about = { kind: "lesson-given", id: null, at, by, via: "page", sittingId: sitting.id } as const;
    return { ...about, surprised, toFix, ...(toFix === "" ? {} : charged(writing, zone)) };
  };
}

/** When a lesson has been put into practice, or by its own author where there is nothing to put into practice; null: not yet. */
export function doneTime({ id, at, toFix, ownerAddress }: Lesson): number | null {
  if (toFix === "") return at + MINUTE;
  if (ownerAddress === null || drawOf(`done ${id}`) >= DONE) return null;
  return at + Math.round((3 + drawOf(`days ${id}`) * 24) * DAY);
}

/** Whoever is to see to it says that it was put into practice. */
export function lessonDone({ id, whoAddress, whoName, ownerAddress, ownerName }: Lesson, at: number): InboundEvent {
  const [address, name] = ownerAddress === null ? [whoAddress, whoName] : [ownerAddress, ownerName];
  const role = ownerAddress === null ? "executive" : "lead";
  const by: Person = { address, role, ...(name === null ? {} : { name }) };
  return { kind: "lesson-acted", id: null, at, by, lessonId: id, act: "done" };
}
