import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { createThemeFinder, type ThemeDictionary, type ThemeFinder } from "../src/digest/themes.ts";
import { holdParts } from "../src/settings/held-settings.ts";
import type { Settings } from "../src/settings.ts";
import { englishLemmas } from "./english-lemmas.ts";
import { readJudge } from "./judging-words.ts";
import { packageFile } from "./package-root.ts";

const dictionary = z.strictObject({
  version: z.string().min(1),
  themes: z.record(z.string(), z.strictObject({ label: z.string().min(1), words: z.array(z.string().min(1)) })),
});

function readDictionary(file: string): z.output<typeof dictionary> {
  try {
    return dictionary.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(`Theme file ${basename(file)} cannot be read: ${(error as Error).message}. Fix it as JSON.`);
  }
}

/** What the dictionaries have to have in common: the version and the themes. */
function outline({ version, themes }: z.output<typeof dictionary>): string {
  return `version ${version} with ${Object.keys(themes).sort().join(", ")}`;
}

/** A finder with the dictionaries in the folder and the desk's own words. Throws one sentence where a file is not fit. */
export function readThemes(
  own: Readonly<Record<string, readonly string[]>> = {},
  folder: string = packageFile("data", "themes"),
): ThemeFinder {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const read = files.sort().map((file) => [basename(file, ".json"), readDictionary(join(folder, file))] as const);
  const [first] = read;
  if (!first) throw new Error("The themes folder holds no dictionary; restore data/themes.");
  const odd = read.find(([, content]) => outline(content) !== outline(first[1]));
  if (odd)
    throw new Error(`Theme file ${odd[0]}.json has ${outline(odd[1])}, but ${first[0]}.json ${outline(first[1])}.`);
  const dictionaries = new Map<string, ThemeDictionary>(read.map(([locale, { themes }]) => [locale, { themes }]));
  return createThemeFinder({
    version: first[1].version,
    dictionaries,
    lemmas: { en: englishLemmas },
    own,
    judge: readJudge(),
  });
}

/** A finder with the desk's own words as the settings have them at the moment; the dictionaries are read at its first use. */
export function holdThemes(settings: Pick<Settings, "digest">): ThemeFinder {
  let own = settings.digest.themes;
  let finder: ThemeFinder | null = null;
  return holdParts(() => {
    if (finder === null || settings.digest.themes !== own) {
      own = settings.digest.themes;
      finder = readThemes(own);
    }
    return finder;
  });
}
