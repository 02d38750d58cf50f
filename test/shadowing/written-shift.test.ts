import { describe, expect, it } from "vitest";
import { writtenShift } from "../../src/shadowing/written-shift.ts";

describe("A standing appointment as it is written", () => {
  it.each<[string, string, number | null]>([
    ["tue 09:00 3", "Tue 09:00", 3],
    ["Tue 9", "Tue 09:00", null],
    ["every Tuesday at 9am", "Tue 09:00", null],
    ["on mondays at 2:30 pm 5", "Mon 14:30", 5],
    ["sun 12am", "Sun 00:00", null],
    ["dienstags um 9 Uhr", "Tue 09:00", null],
    ["Di 9 Uhr", "Tue 09:00", null],
    ["Di. 9 Uhr 30", "Tue 09:30", null],
    ["mittwochs um 14 Uhr, 3 Gespräche", "Wed 14:00", 3],
    ["los martes a las 9 h", "Tue 09:00", null],
    ["martes 9 horas", "Tue 09:00", null],
    ["Di 9.30 2", "Tue 09:30", 2],
    ["jeden Do um 16:00", "Thu 16:00", null],
    ["cada miércoles a las 9:00", "Wed 09:00", null],
    ["chaque mardi à 9h", "Tue 09:00", null],
    ["mar. 9h30 3", "Tue 09:30", 3],
    ["mar. 9 h", "Tue 09:00", null],
    ["mardi 9\u00a0h\u00a030 2", "Tue 09:30", 2],
    ["mardi à 9 heures", "Tue 09:00", null],
    ["mar. 9h", "Tue 09:00", null],
    ["terça 9h", "Tue 09:00", null],
    ["terça-feira às 14 horas 5", "Tue 14:00", 5],
    ["toda terça às 9h", "Tue 09:00", null],
    ["sexta-feira 17:45", "Fri 17:45", null],
    ["火 9時", "Tue 09:00", null],
    ["火9:00", "Tue 09:00", null],
    ["火曜 9時", "Tue 09:00", null],
    ["毎週火曜日9時30分 3件", "Tue 09:30", 3],
    ["毎週月曜の9時半に", "Mon 09:30", null],
    ["金 ０９:００", "Fri 09:00", null],
  ])("is read: %s", (text, every, transcripts) => {
    expect(writtenShift(text)).toEqual({ every, transcripts });
  });

  it.each([
    ...["", "tue", "09:00", "tue 25:00", "tue 9:60", "tomorrow 9", "tue wed 9", "tue 9:00 0"],
    ...["tue 9:00 11", "tue 9:00 3 please", "tue 13pm", "tue -9", "3 tue"],
  ])("is not guessed at: %s", (text) => {
    expect(writtenShift(text)).toBeNull();
  });
});
