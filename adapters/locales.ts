import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Catalogue, createWording, type Wording } from "../src/wording.ts";
import { packageFile } from "./package-root.ts";

const REFERENCE = "en";

/** The file's sentences by key. Throws where it is not one JSON object of texts that are not empty. */
function readSentences(file: string): Record<string, string> {
  const name = basename(file);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`Locale file ${name} cannot be read: ${(error as Error).message}. Fix it as JSON.`);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new Error(`Locale file ${name} is not an object; it must hold one text for each key of ${REFERENCE}.json.`);
  const wrong = Object.entries(content).filter(([, text]) => typeof text !== "string" || text.trim() === "");
  if (wrong.length > 0)
    throw new Error(
      `Locale file ${name} must hold a text that is not empty for ${wrong.map(([key]) => key).join(", ")}.`,
    );
  return content as Record<string, string>;
}

function checkKeys(locale: string, sentences: Record<string, string>, reference: Record<string, string>): void {
  const missing = Object.keys(reference).filter((key) => !Object.hasOwn(sentences, key));
  const extra = Object.keys(sentences).filter((key) => !Object.hasOwn(reference, key));
  const faults = [
    ...(missing.length > 0 ? [`lacks ${missing.join(", ")}; add them`] : []),
    ...(extra.length > 0 ? [`has ${extra.join(", ")}, which ${REFERENCE}.json has not; remove them`] : []),
  ];
  if (faults.length > 0) throw new Error(`Locale file ${locale}.json ${faults.join(" and ")}.`);
}

/** The message catalogues in the folder by locale, English first. Throws one sentence where a file is not fit to speak from. */
export function readCatalogues(folder: string = packageFile("data", "locales")): ReadonlyMap<string, Catalogue> {
  const found = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const locales = found.map((file) => basename(file, ".json")).sort();
  if (!locales.includes(REFERENCE))
    throw new Error(
      `The locales folder holds no ${REFERENCE}.json; restore it, the other languages are checked against it.`,
    );
  const reference = readSentences(join(folder, `${REFERENCE}.json`));
  const others = locales.filter((locale) => locale !== REFERENCE);
  return new Map(
    [REFERENCE, ...others].map((locale) => {
      const sentences = locale === REFERENCE ? reference : readSentences(join(folder, `${locale}.json`));
      checkKeys(locale, sentences, reference);
      return [locale, sentences as Catalogue];
    }),
  );
}

let shipped: Wording | undefined;

/** The sentences that ship with the program, read once in a process, each compiled when it is first said. Throws as `readCatalogues` does. */
export function shippedWording(): Wording {
  shipped ??= createWording(readCatalogues());
  return shipped;
}
