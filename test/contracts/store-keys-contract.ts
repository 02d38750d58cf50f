import { describe, expect, it } from "vitest";
import type { Change } from "../../src/outcome.ts";
import type { Store } from "../../src/ports.ts";
import { change, DESK, sampleChanges, sampleRows } from "../database/sample-rows.ts";

/** What any store holds to between rows. `opened` is the empty store of the test. */
export function storeKeysContract(opened: () => Store): void {
  const rows = () => opened().at(DESK);
  const put = (...changes: Change[]) => opened().save(DESK, { id: null, at: 0 }, changes);

  describe("uniqueness", () => {
    const two = sampleRows("2");
    const one = sampleRows("1");
    const clashes: [string, Change][] = [
      [
        "interactions in one conversation",
        change("interaction", { ...two.interaction, conversation: one.interaction.conversation }),
      ],
      ["entries in one place", change("entry", { ...two.entry, interactionId: one.entry.interactionId })],
      [
        "resolutions of one number",
        change("resolution", { ...two.resolution, interactionId: one.resolution.interactionId }),
      ],
      ["surveys of one resolution", change("survey", { ...two.survey, resolutionId: one.survey.resolutionId })],
      ["surveys with one token", change("survey", { ...two.survey, token: one.survey.token })],
      ["open surveys of one customer", change("survey", { ...two.survey, customerId: one.survey.customerId })],
      ["responses to one survey", change("response", { ...two.response, surveyId: one.response.surveyId })],
      ["revisions of one number", change("revision", { ...two.revision, responseId: one.revision.responseId })],
      ["cases of one response", change("case", { ...two.case, responseId: one.case.responseId })],
      ["steps of one number", change("step", { ...two.step, caseId: one.step.caseId })],
      ["cords standing on one line", change("cord", { ...two.cord, line: one.cord.line })],
      ["digests of one week, zone and team", change("digest", { ...two.digest, team: one.digest.team })],
    ];
    it.each(clashes)("calls two %s stale", async (_, clash) => {
      await put(...sampleChanges("1"));
      const others = sampleChanges("2").filter(({ row }) => row.id !== clash.row.id);
      expect(await put(...others, clash)).toBe("stale");
      expect(await rows().list("customer", {})).toHaveLength(1);
      expect(await put(...sampleChanges("2"))).toBe("saved");
    });

    it("calls an update stale that takes another row's unique value", async () => {
      await put(...sampleChanges("1"), ...sampleChanges("2"));
      expect(await put(change("survey", { ...two.survey, version: 1, token: one.survey.token }))).toBe("stale");
    });

    it("allows several surveys about one resolution where they ask about a case", async () => {
      await put(...sampleChanges("1"), ...sampleChanges("2"));
      const { resolutionId } = one.survey;
      const again = { version: 1, resolutionId, purpose: "recovery", caseId: one.case.id } as const;
      const asking = sampleChanges("3").map((one) =>
        one.table === "survey" ? change("survey", { ...one.row, ...again, version: 0 }) : one,
      );
      expect(await put(change("survey", { ...two.survey, ...again }), ...asking)).toBe("saved");
    });

    it("allows an open survey beside ended ones of the same customer", async () => {
      await put(...sampleChanges("1"), ...sampleChanges("2"));
      const ended = { ...one.survey, version: 1, state: "expired" as const, dueAt: null, endedAt: 60 };
      expect(await put(change("survey", ended))).toBe("saved");
      expect(await put(change("survey", { ...two.survey, version: 1, customerId: one.survey.customerId }))).toBe(
        "saved",
      );
    });

    it("takes the end of one survey and the next one of that customer in one save, whichever is named first", async () => {
      await put(...sampleChanges("1"));
      const next = change("survey", { ...two.survey, customerId: one.survey.customerId });
      const ended = change("survey", { ...one.survey, version: 1, state: "cancelled", dueAt: null, endedAt: 60 });
      const others = sampleChanges("2").filter(({ table }) => table !== "survey");
      expect(await put(next, ...others, ended)).toBe("saved");
    });
  });

  describe("references", () => {
    it("throws at a row that refers to nothing, and keeps nothing", async () => {
      const { identity, receipt } = sampleRows();
      await expect(put(change("receipt", receipt), change("identity", identity))).rejects.toThrow(/nothing was saved/i);
      expect(await rows().list("receipt", {})).toEqual([]);
      expect(await put(change("receipt", receipt))).toBe("saved");
    });
  });
}
