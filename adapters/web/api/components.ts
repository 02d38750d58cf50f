import { caseSchema, interactionSchema } from "../../../src/outside/shapes.ts";
import { auditLineSchema } from "./audit-schema.ts";
import { digestSchema } from "./digest-schema.ts";
import { problemSchema } from "./problem.ts";
import {
  actSchema,
  addedSchema,
  answerSchema,
  casePageSchema,
  entrySchema,
  exclusionSchema,
  openedSchema,
  openSchema,
  resolveSchema,
} from "./schemas.ts";

/** Every body that goes in or out, by its name in the document. */
export const COMPONENTS = {
  OpenInteraction: openSchema,
  NewEntry: entrySchema,
  Resolve: resolveSchema,
  Answer: answerSchema,
  Exclusion: exclusionSchema,
  OpenedInteraction: openedSchema,
  AddedEntry: addedSchema,
  Interaction: interactionSchema,
  Case: caseSchema,
  Cases: casePageSchema,
  CaseAct: actSchema,
  Digest: digestSchema,
  AuditLine: auditLineSchema,
  Problem: problemSchema,
} as const;
export type SchemaName = keyof typeof COMPONENTS;
