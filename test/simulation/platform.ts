import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Chat } from "../../src/ports.ts";
import type { Ground, Pressable, Standing } from "./ground.ts";
import type { Life } from "./life.ts";
import type { Random } from "./random.ts";
import type { Weather } from "./weather.ts";

/** One conversation between a customer and an agent, and where it is held. */
export interface Talk {
  readonly desk: string;
  readonly platform: string;
  readonly conversation: string;
  /** The platform's own name of the place: a thread, a channel. */
  readonly place: string;
  readonly customer: Person;
  readonly agent: Person;
  /** Stands in all that is said here and nowhere else. */
  readonly token: string;
}

/** What somebody said, and under which name the platform keeps it. */
export interface Said {
  readonly event: InboundEvent;
  readonly messageId: string;
}

/** A simulated platform: takes what is posted through the real drawing, and tells what people do through the real reading. */
export interface Platform {
  readonly name: string;
  /** The platform as a process sees it that may end. */
  chat(life: Life): Chat;
  /** A new place at a desk. */
  begin(desk: string): Pick<Talk, "conversation" | "place">;
  says(talk: Talk, by: Person, text: string): Said;
  edits(talk: Talk, by: Person, messageId: string, text: string): InboundEvent;
  resolves(talk: Talk): InboundEvent;
  reopens(talk: Talk): InboundEvent;
  presses(standing: Standing, button: Pressable, by: Person): InboundEvent | null;
  fills(form: string, subject: string, note: string, by: Person): InboundEvent | null;
}

/** What every simulated platform is made of. */
export interface PlatformParts {
  readonly ground: Ground;
  readonly weather: Weather;
  readonly random: Random;
  readonly now: () => number;
  /** Who has an address. */
  readonly person: (address: string) => Person;
  /** Whether an address is one of the team's channels. */
  readonly isTeams: (lane: string) => boolean;
}
