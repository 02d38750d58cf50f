import { html, raw } from "hono/html";
import type { Digest } from "../../../../src/digest/document.ts";
import type { PageDesk } from "../../desk.ts";
import type { Markup } from "../markup.ts";

/** The picture of a digest, drawn into the page; it describes itself to screen readers. */
export function digestPicture({ drawDigest }: Pick<PageDesk, "drawDigest">, digest: Digest): Markup {
  return html`<div class="picture">${raw(drawDigest(digest))}</div>`;
}
