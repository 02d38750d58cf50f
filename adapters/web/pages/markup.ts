import { html } from "hono/html";

/** HTML that is already escaped, as the `html` template gives it. */
export type Markup = ReturnType<typeof html>;

/** Nothing at all, where a template needs markup. */
export const NOTHING: Markup = html``;
