import type { Customer } from "../interaction/customer.ts";
import type { Interaction, Resolution } from "../interaction/interaction.ts";
import type { Survey } from "./survey.ts";

/** A survey whose time has come, with everything it is about. */
export interface Subject {
  readonly survey: Survey;
  readonly customer: Customer;
  readonly interaction: Interaction;
  readonly resolution: Resolution;
  readonly at: number;
}
