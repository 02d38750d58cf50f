import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";

/** A setting as it stands in the settings file: what it can be told apart by, and as much of it as may be shown. */
export interface StandingSetting {
  /** Hash of the value. */
  readonly mark: string;
  /** The value in one line, never a secret and nobody's e-mail address. */
  readonly shown: string;
}

/** The settings of a desk that stand in its file, by their paths; what is not there has its default. */
export type StandingSettings = Readonly<Record<string, StandingSetting>>;

/** Somebody has changed settings of the desk; they stand in the file already. */
export interface SettingsChanged extends Happened {
  readonly kind: "settings-changed";
  readonly by: Person;
  /** How: `page`, `chat` or `cli`. */
  readonly via: string;
  readonly standing: StandingSettings;
}

/** The settings were found so in their file: nobody can tell who changed them, if somebody has. */
export interface SettingsFound extends Happened {
  readonly kind: "settings-found";
  readonly standing: StandingSettings;
}
