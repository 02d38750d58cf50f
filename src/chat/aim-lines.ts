import { AIM_MEASURES } from "../digest/aim.ts";
import type { SayWords } from "../wording.ts";
import type { FormLine } from "./form-fields.ts";

/** Which number the decision shall move, to what and by when: all of it or nothing. */
export function aimLines(say: SayWords): FormLine[] {
  const labels = { score: "digest.aim.pickScore", detractors: "digest.aim.pickDetractors" } as const;
  const options = AIM_MEASURES.map((value) => ({ value, label: say(labels[value]) }));
  return [
    { field: "aimMeasure", label: say("digest.aim.measure"), isOptional: true, options },
    { field: "aimTo", label: say("digest.aim.to"), isOptional: true },
    { field: "aimBy", label: say("digest.aim.by"), isOptional: true },
  ];
}
