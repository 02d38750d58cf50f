import { type RenderedImage, Resvg } from "@resvg/resvg-js";
import type { Digest } from "../../src/digest/document.ts";
import type { Speaker } from "../../src/digest/say-figures.ts";
import { digestSvg } from "./digest-svg.ts";
import { fontFilesFor } from "./font-files.ts";
import { FONT } from "./theme.ts";

/** Pixels for each unit: sharp on a phone. */
const ZOOM = 3;

/** An SVG as pixels, drawn with the fonts that ship with the program and no other, so that it looks the same on every machine. */
export function pixelsOf(svg: string, zoom = ZOOM): RenderedImage {
  const font = { loadSystemFonts: false, fontFiles: fontFilesFor(svg), defaultFontFamily: FONT };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: zoom } }).render();
}

/** The picture drawn last: one digest goes to several chats, and again where it is corrected in words alone. */
let last: { readonly svg: string; readonly png: Uint8Array } | undefined;

/** The picture of a week as PNG on a background of its own, readable in light and dark chats. */
export function digestPng(digest: Digest, speaker: Speaker): Uint8Array {
  const svg = digestSvg(digest, { theme: "light", speaker });
  if (last?.svg !== svg) last = { svg, png: pixelsOf(svg).asPng() };
  return last.png;
}
