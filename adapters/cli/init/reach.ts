import { systemClock } from "../../../src/clock.ts";
import { readEnvironment } from "../../environment.ts";
import { faultLine } from "../../fault.ts";
import { reasonOf } from "../../finding.ts";
import type { Nameables, Platform } from "../../platform.ts";

type Texts = Readonly<Record<string, string | undefined>>;

/** Whether a platform could be asked what there is: what it said, why not, or null where no variable connects to it. */
export type ReachedChat = { readonly offered: Nameables } | { readonly fault: string } | null;

/** Asks a platform what there is, with the variables that are set. */
export async function reach(platform: Platform, texts: Texts): Promise<ReachedChat> {
  const { read, faults } = readEnvironment(texts, [platform]);
  if (read === null) return { fault: faults.map(faultLine).join(" ") };
  const result = platform.access(read.values);
  if ("faults" in result) return { fault: result.faults.map(faultLine).join(" ") };
  if (result.access === null) return null;
  try {
    return { offered: await platform.setUp.offer(result.access, { clock: systemClock }) };
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

/** The variables of a platform that are not set yet. */
export function missingTokens({ setUp }: Platform, texts: Texts) {
  return setUp.tokens.filter(({ variable }) => !texts[variable]);
}
