import { describe, expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { digestMessage } from "../../src/digest/digest-messages.ts";
import { gatherDigest } from "../../src/digest/gather-digest.ts";
import { type CountedAppointment, meanError, shadowingFiguresOf } from "../../src/digest/shadowing-figures.ts";
import { windowOf } from "../../src/digest/week.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { contextOf } from "../shadowing/talks.ts";
import { createWorld, DAY, HOUR } from "../world.ts";

const WINDOW = windowOf("2026-W46", "Europe/Berlin");
const due = (whoName: string, state: CountedAppointment["state"], more: Partial<CountedAppointment> = {}) => ({
  ...{ shiftId: "s", whoAddress: whoName, whoName, at: WINDOW.from + HOUR, state, ...more },
});

describe("What leaders did in a week", () => {
  it("counts standing appointments that fell into it, whoever kept most of theirs first", () => {
    const appointments = [
      ...[due("Elm", "missed"), due("Elm", "begun"), due("Fir", "kept"), due("Fir", "missed"), due("Oak", "kept")],
      ...[
        due("Oak", "kept", { shiftId: null }),
        due("Oak", "kept", { at: WINDOW.to }),
        due("Oak", "missed", { at: WINDOW.from - 1 }),
      ],
    ];
    expect(shadowingFiguresOf({ appointments, guesses: [], lessons: [] }, WINDOW)).toMatchObject({
      ...{ due: 5, kept: 2, missed: 2, guessError: null, guesses: 0 },
      people: [
        { name: "Oak", due: 1, kept: 1, missed: 0 },
        { name: "Fir", due: 2, kept: 1, missed: 1 },
        { name: "Elm", due: 2, kept: 0, missed: 1 },
      ],
    });
  });

  it("averages how far guesses were off, without those at a silence", () => {
    const guesses = [
      { guess: 7, score: 3 },
      { guess: 9, score: 10 },
      { guess: 5, score: 5 },
      { guess: 8, score: null },
      { guess: null, score: 2 },
    ];
    expect(meanError(guesses)).toEqual({ error: 1.7, count: 3 });
    expect(meanError([])).toEqual({ error: null, count: 0 });
  });

  it("is nothing where there was nothing", () => {
    expect(shadowingFiguresOf({ appointments: [], guesses: [], lessons: [] }, WINDOW)).toEqual({
      ...{ due: 0, kept: 0, guessError: null, lessons: [] },
    });
  });

  it("stands in the digest of its week, counted from the rows, its lessons without what could name a person", async () => {
    const world = createWorld();
    const { appointment, shift, lesson, sitting, ...rows } = sampleRows();
    const at = WINDOW.from + DAY;
    const lessons = [
      { ...lesson, id: "open", sittingId: "1", at, toFix: "Call ada@example.com sooner." },
      { ...lesson, id: "done", sittingId: "2", at: at - 9 * DAY, state: "done" as const, doneAt: at, doneBy: "Ash" },
      {
        ...lesson,
        id: "long done",
        sittingId: "3",
        at: at - 30 * DAY,
        state: "done" as const,
        doneAt: at - 20 * DAY,
        doneBy: "Ash",
      },
    ];
    await world.allDesks.save(DEFAULT_DESK, { id: null, at: 0 }, [
      ...(["customer", "interaction", "resolution", "survey", "response", "post", "case"] as const).map((table) =>
        change(table, rows[table]),
      ),
      change("shift", shift),
      change("appointment", { ...appointment, at, state: "missed" }),
      change("sitting", { ...sitting, guess: 8, score: 3, guessedAt: at }),
      ...lessons.map((one) => change("lesson", one)),
    ]);
    const context = contextOf(world);
    const id = { week: "2026-W46", zone: "Europe/Berlin", team: DEFAULT_DESK };
    const document = await gatherDigest(world.store, context.settings, {
      id,
      now: WINDOW.to + HOUR,
      themes: context.themes,
    });
    expect(document.shadowing).toMatchObject({
      ...{ due: 1, kept: 0, missed: 1, guessError: 5, guesses: 1, openLessons: 1, doneLessons: 1 },
      lessons: [
        { id: "open", toFix: "Call [e-mail] sooner.", owner: "Ada Sample", dueOn: "2026-12-01" },
        { id: "done" },
      ],
    });
    const message = await digestMessage(context, { ...rows.digest, document, history: [] });
    expect(message.sections?.find(({ title }) => title === "Leaders who listened")?.lines).toEqual([
      "Executive Elm missed 1 of 1 sitting.",
      "Their guesses were off by 5 points on average (1 guess).",
      "Lessons: 1 open, 1 done this week.",
      "Call [e-mail] sooner. (Ada Sample), by 2026-12-01",
    ]);
  });
});
