import type { Config } from "../config.ts";
import { Failure } from "./failure.ts";
import { loadConfig, type PlaceChoice } from "./load-config.ts";

/** What a command about one desk may be told: which desk it is, and whether it is the demo's. */
export interface DeskChoice extends PlaceChoice {
  readonly desk?: string;
}

/**
 * The configuration with the desk alone that a command is about: the one named, else the only or the first. Where the first of
 * several is taken unasked, standard error is told. Throws wrong usage where there is no such desk.
 */
function chooseDesk(config: Config, id: string | undefined): Config {
  const known = config.desks.map((desk) => desk.id).join(", ");
  const [first] = config.desks;
  const desk = id === undefined ? first : config.desks.find((one) => one.id === id);
  if (desk === undefined) throw new Failure([`--desk "${id}" is no desk of the settings; those are: ${known}.`], 2);
  if (id === undefined && config.desks.length > 1) {
    process.stderr.write(
      `emptychair: This is about the desk ${desk.id}. Name another with --desk; there are: ${known}.\n`,
    );
  }
  return { ...config, desks: [desk] };
}

/** The configuration of the desk that a command is about: the program's own, or the demo's. Throws as {@link chooseDesk} does. */
export function loadDesk(choice: DeskChoice): Config {
  return chooseDesk(loadConfig(choice).config, choice.desk);
}
