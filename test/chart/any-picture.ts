import { pixelsOf } from "../../adapters/chart/digest-png.ts";
import type { DrawPicture } from "../../src/ports.ts";

let drawn: Uint8Array | undefined;

/** The same small picture of every digest: for tests that look whether it stands there, not at what it shows. */
export const anyPicture: DrawPicture = async () => {
  drawn ??= pixelsOf('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', 1).asPng();
  return { name: "digest", png: drawn };
};
