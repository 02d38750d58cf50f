import { z } from "zod";
import { DEFAULT_DESK } from "./desk.ts";
import { faultsOf, type SettingsFault, shown } from "./settings/faults.ts";
import { list, ownIds, shortName } from "./settings/kinds.ts";
import { type Settings, settingsSchema } from "./settings.ts";

/** The schemas of the sections that chat platforms bring, by their key in the file. */
export type SectionSchemas = Readonly<Record<string, z.ZodType>>;

/** One desk as the settings file has it, defaults filled in. */
export interface DeskConfig {
  readonly id: string;
  readonly settings: Settings;
  /** Each platform's own section, by the platform's name, as the platform's schema has made it. */
  readonly sections: Readonly<Record<string, unknown>>;
}

/** Every desk of a settings file; there is at least one. */
export type DeskConfigs = readonly [DeskConfig, ...DeskConfig[]];

const DESKS = "a list of desks, one at least";

/** The whole settings file: one desk, or a list of several. */
export function settingsFileSchema(sections: SectionSchemas) {
  const shape = { ...settingsSchema.shape, ...sections };
  const desk = z.strictObject({ id: shortName, ...shape }, { error: "a desk with an id and groups of settings" });
  const desks = ownIds(list(desk, DESKS).min(1, { error: DESKS }), "an id that no other desk has");
  return z.strictObject({ ...shape, desks: desks.optional() }, { error: "groups of settings such as desk and ask" });
}

/** Settings of one desk that stand beside a list of several. */
function besideDesks(input: unknown, sections: SectionSchemas): SettingsFault[] {
  if (typeof input !== "object" || input === null || !("desks" in input)) return [];
  const known = new Set(Object.keys({ ...settingsSchema.shape, ...sections }));
  return Object.entries(input).flatMap(([path, value]) => {
    if (!known.has(path)) return [];
    const remedy = "Move it into each desk that it is meant for, or have one desk and no list.";
    return [{ path, found: shown(value), allowed: "nothing but desks where desks stands", remedy }];
  });
}

function deskConfig(id: string, parsed: Readonly<Record<string, unknown>>, sections: SectionSchemas): DeskConfig {
  const part = (keys: object) => Object.fromEntries(Object.keys(keys).map((key) => [key, parsed[key]]));
  return { id, settings: part(settingsSchema.shape) as Settings, sections: part(sections) };
}

/** The desks of a settings file: one, or those of its list; or every fault in the input. */
export function readDesks(
  input: unknown,
  sections: SectionSchemas,
): { desks: DeskConfigs } | { faults: SettingsFault[] } {
  const result = settingsFileSchema(sections).safeParse(input ?? {});
  const issues = result.success ? [] : result.error.issues;
  const faults = [...issues.flatMap((issue) => faultsOf(input, issue)), ...besideDesks(input, sections)];
  if (!result.success || faults.length > 0) return { faults };
  const { desks: [first, ...others] = [], ...only } = result.data;
  if (first === undefined) return { desks: [deskConfig(DEFAULT_DESK, only, sections)] };
  const several = others.map((desk) => deskConfig(desk.id, desk, sections));
  return { desks: [deskConfig(first.id, first, sections), ...several] };
}
