import type { Context } from "../context.ts";
import { productName } from "../name-product.ts";
import { nameOfReason } from "../recovery/name-reasons.ts";
import type { WordingKey } from "../wording.ts";
import type { CaseFigures } from "./case-figures.ts";
import type { Digest } from "./document.ts";
import type { Speaker } from "./say-figures.ts";

type Naming = Pick<Context, "settings" | "wording">;

/** The cords that stand, a line each. */
function cordLines({ settings }: Naming, speaker: Speaker, { cords = [] }: Digest): string[] {
  const standing = cords.filter(({ answeredAt }) => answeredAt === null);
  return standing.map(({ product, pulledAt }) => {
    const name = product === null ? "none" : productName(settings, product);
    const values = { product: name, on: speaker.day(Date.parse(pulledAt)) };
    return speaker.say("digest.cord", values);
  });
}

function caseLines(context: Naming, speaker: Speaker, { cases }: Digest): string[] {
  const counts: [WordingKey, number][] = [
    ["digest.cases.opened", cases.opened],
    ["digest.cases.contacted", cases.contactedInTime],
    ["digest.cases.overdue", cases.overdue],
    ["digest.cases.resolved", cases.resolved],
    ["digest.cases.recovered", cases.recovered],
  ];
  const parts = counts.flatMap(([key, count]) => (count === 0 ? [] : [speaker.say(key, { count })]));
  return [
    ...(parts.length === 0 ? [] : [speaker.say("digest.cases", { parts: speaker.list(parts) })]),
    ...causeLines(context, speaker, cases),
  ];
}

/** Most root causes named in the post; the document has them all. */
const CAUSES = 5;

function causeLines(context: Naming, speaker: Speaker, { causes = [] }: CaseFigures): string[] {
  const named = causes
    .slice(0, CAUSES)
    .map(({ cause, cases }) => `${nameOfReason(context, "causes", cause)} (${cases})`);
  return named.length === 0 ? [] : [speaker.say("digest.cases.causes", { causes: speaker.list(named) })];
}

/** What was done about unhappy customers: the cords that stand, the cases of the week and their causes. */
export function followUpLines(context: Naming, speaker: Speaker, document: Digest): string[] {
  return [...cordLines(context, speaker, document), ...caseLines(context, speaker, document)];
}
