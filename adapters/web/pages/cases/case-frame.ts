import type { FilledForm } from "../../../../src/chat/button-events.ts";
import type { Case } from "../../../../src/recovery/case.ts";
import { actsFor } from "../../../../src/recovery/offered-acts.ts";
import { may } from "../../../../src/rights.ts";
import { isWithdrawn } from "../../../../src/survey/response.ts";
import type { PageDesk } from "../../desk.ts";
import type { Colleague } from "../colleagues.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import type { Seated } from "../seated.ts";
import type { CaseQuery } from "./case-address.ts";
import type { CaseSeen } from "./load-cases.ts";

/** What was typed into a form, so that nothing of it is lost. */
export type Typed = Partial<Pick<FilledForm, "note" | "outcome" | "cause" | "step">> & { readonly person?: string };

/** An act that waits for its form, and why it could not be done where it was sent. */
export interface OpenForm {
  readonly caseId: string;
  /** A press or a form by its name in chat, e.g. `case-resolve`. */
  readonly act: string;
  readonly refused: string | null;
  readonly typed: Typed;
}

/** Who works on cases, from which list, and with which form open. */
export interface CaseFrame extends PageWords {
  readonly desk: PageDesk;
  /** Null for a reader without a name, who cannot act. */
  readonly seated: Seated | null;
  readonly query: CaseQuery;
  readonly form: OpenForm | null;
  readonly colleagues: readonly Colleague[];
}

/** What a page of cases is drawn with. */
export function caseFrame(desk: PageDesk, parts: Omit<CaseFrame, "desk" | keyof PageWords>): CaseFrame {
  return { desk, ...parts, ...wordsOf(desk) };
}

/** What this reader can do about the case. */
export function actsOf({ desk, seated }: CaseFrame, { item, response, rated }: CaseSeen): ReturnType<typeof actsFor> {
  if (seated === null || !may(seated.by.role, "work-case")) return [];
  const isFree = desk.settings.recovery.agentsSeeOwnScores;
  const actor = { address: seated.by.address, rated: isFree ? [] : rated, isAnswerGone: isWithdrawn(response) };
  return actsFor(item, actor);
}

/** What people call whoever has the case; null for nobody. */
export function ownerText({ ownerAddress, ownerName }: Case): string | null {
  return ownerName ?? ownerAddress;
}
