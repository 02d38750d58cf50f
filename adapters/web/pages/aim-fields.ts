import { html } from "hono/html";
import { AIM_MEASURES, type GivenAim } from "../../../src/digest/aim.ts";
import type { Form } from "./form.ts";
import type { Markup } from "./markup.ts";
import type { PageWords } from "./page-words.ts";

const LABELS = { score: "digest.aim.pickScore", detractors: "digest.aim.pickDetractors" } as const;

/** The fields in which a decision names what it shall move, with what was entered there before. */
export function aimFields({ say }: Pick<PageWords, "say">, id: string, given: GivenAim | undefined): Markup {
  const option = (measure: (typeof AIM_MEASURES)[number]) =>
    html`<option value="${measure}"${given?.measure === measure ? html` selected` : ""}>${say(LABELS[measure])}</option>`;
  return html`<label for="aim-measure-${id}">${say("digest.aim.measure")}</label>
<select id="aim-measure-${id}" name="aimMeasure"><option value=""></option>${AIM_MEASURES.map(option)}</select>
<label for="aim-to-${id}">${say("digest.aim.to")}</label>
<input id="aim-to-${id}" name="aimTo" maxlength="10" autocomplete="off" value="${given?.to ?? ""}">
<label for="aim-by-${id}">${say("digest.aim.by")}</label>
<input id="aim-by-${id}" name="aimBy" maxlength="10" autocomplete="off" value="${given?.by ?? ""}">`;
}

/** What was entered in those fields. */
export function aimIn(form: Form): GivenAim {
  return { measure: form.text("aimMeasure"), to: form.text("aimTo"), by: form.text("aimBy") };
}
