import type { InboundEvent } from "../../src/events.ts";
import type { Change } from "../../src/outcome.ts";
import type { Reader } from "../../src/ports.ts";
import type { WorkTimes } from "../../src/recovery/business-time.ts";
import type { Lesson } from "../../src/shadowing/lesson.ts";
import { createWriteLesson, doneTime, lessonDone } from "./lessons.ts";
import type { DeskWords } from "./sample.ts";
import {
  EXECUTIVES,
  guessOf,
  momentOf,
  type SampleExecutive,
  type SittingAct,
  shiftEvent,
  sittingTime,
  thoughtOf,
} from "./sitters.ts";
import type { Talk } from "./talk.ts";

const WEEK = 7 * 86_400_000;
const ACTS: readonly SittingAct[] = ["open", "guess", "close"];

/** What an executive does next, or somebody about a lesson of theirs. */
export type SitterStep =
  | { readonly kind: "promise"; readonly sitter: SampleExecutive }
  | { readonly kind: "come"; readonly sitter: SampleExecutive; readonly appointmentId: string }
  | { readonly kind: "read"; readonly sitter: SampleExecutive; readonly sittingId: string; readonly act: SittingAct }
  | { readonly kind: "finish"; readonly lesson: Lesson };

/** A step and its moment, milliseconds since 1970. */
export interface TimedStep {
  readonly at: number;
  readonly step: SitterStep;
}

/** What the sample's executives play with. */
export interface SittingsStage {
  readonly store: Reader;
  readonly hours: WorkTimes;
  readonly desk: DeskWords;
  /** When they take their appointments upon themselves. */
  readonly from: number;
  readonly findTalk: (interactionId: string | undefined) => Promise<Talk | null>;
}

/** Executives who keep most of their appointments with conversations. */
export interface SittingsPlay {
  /** What they do of their own accord. */
  readonly begins: readonly TimedStep[];
  /** What they do because of the change. */
  follow(change: Change): TimedStep[];
  /** What happens with the step, and what they do after it. */
  play(step: SitterStep, at: number): Promise<{ readonly event?: InboundEvent; readonly next?: readonly TimedStep[] }>;
}

/** The sample's executives over a store. */
export function createSittingsPlay({ store, hours, desk, from, findTalk }: SittingsStage): SittingsPlay {
  const writeLesson = createWriteLesson(desk, hours.zone);

  const come = async (sitter: SampleExecutive, appointmentId: string, at: number): Promise<TimedStep[]> => {
    const sittings = await store.list("sitting", { where: { appointmentId } });
    return sittings.flatMap((sitting) =>
      ACTS.map((act) => ({
        at: at + momentOf(act, sitting),
        step: { kind: "read", sitter, sittingId: sitting.id, act } as const,
      })),
    );
  };

  const read = async ({ person, ...sitter }: SampleExecutive, sittingId: string, act: SittingAct, at: number) => {
    const sitting = await store.get("sitting", sittingId);
    if (!sitting) return {};
    const about = { id: null, at, by: person, sittingId, via: "page" } as const;
    if (act === "open") return { event: { ...about, kind: "sitting-opened" } as const };
    const talk = await findTalk(sitting.interactionId);
    if (act === "close") return { event: writeLesson({ sitting, by: person, talk, at }) };
    const truth = (await store.get("response", sitting.responseId ?? ""))?.score ?? thoughtOf(talk);
    const guess = guessOf({ person, ...sitter }, sitting, truth, (at - from) / WEEK);
    return { event: { ...about, kind: "score-guessed", guess } as const };
  };

  return {
    begins: EXECUTIVES.map((sitter) => ({ at: from, step: { kind: "promise", sitter } })),
    follow({ table, row }) {
      if (row.version !== 0) return [];
      if (table === "lesson") {
        const at = doneTime(row);
        return at === null ? [] : [{ at, step: { kind: "finish", lesson: row } }];
      }
      if (table !== "appointment") return [];
      const sitter = EXECUTIVES.find(({ person }) => person.address === row.whoAddress);
      const at = sitter ? sittingTime(sitter, row, hours) : null;
      return sitter && at !== null ? [{ at, step: { kind: "come", sitter, appointmentId: row.id } }] : [];
    },
    async play(step, at) {
      if (step.kind === "promise") return { event: shiftEvent(step.sitter, at) };
      if (step.kind === "finish") return { event: lessonDone(step.lesson, at) };
      if (step.kind === "come") return { next: await come(step.sitter, step.appointmentId, at) };
      return read(step.sitter, step.sittingId, step.act, at);
    },
  };
}
