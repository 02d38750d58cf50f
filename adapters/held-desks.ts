import type { DeskConfig, DeskConfigs } from "../src/desk-config.ts";
import { holdParts } from "../src/settings/held-settings.ts";

/** The desks with the settings that are in force: whoever holds them reads what is changed while the program runs. */
export interface HeldDesks {
  readonly desks: DeskConfigs;
  /** Puts other settings in force at every desk that is served; one that is not there any more keeps its own. */
  replace(desks: DeskConfigs): void;
}

/** Begins with the settings of the start. */
export function holdDesks(begun: DeskConfigs): HeldDesks {
  const current = new Map(begun.map((desk) => [desk.id, desk]));
  const held = (desk: DeskConfig): DeskConfig => {
    const now = () => current.get(desk.id) ?? desk;
    const names = Object.keys(desk.sections);
    const section = (name: string) => [name, holdParts(() => now().sections[name] as object)] as const;
    return { id: desk.id, settings: holdParts(() => now().settings), sections: Object.fromEntries(names.map(section)) };
  };
  const [first, ...others] = begun;
  return {
    desks: [held(first), ...others.map(held)],
    replace: (desks) => {
      for (const desk of desks) if (current.has(desk.id)) current.set(desk.id, desk);
    },
  };
}
