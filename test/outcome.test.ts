import { expect, it } from "vitest";
import { createDraft } from "../src/outcome.ts";
import { sampleRows } from "./database/sample-rows.ts";

const { customer } = sampleRows();
const kept = { ...customer, version: 3 };

it("keeps what was said last of a row", () => {
  const draft = createDraft();
  draft.put("customer", kept);
  draft.remove("customer", kept);
  expect(draft.outcome().changes).toEqual([{ table: "customer", row: kept, remove: true }]);
  draft.put("customer", kept);
  expect(draft.outcome().changes).toEqual([{ table: "customer", row: kept }]);
});

it("adds no row that is removed again before it was saved", () => {
  const draft = createDraft();
  draft.put("customer", customer);
  draft.remove("customer", customer);
  expect(draft.outcome().changes).toEqual([]);
});
