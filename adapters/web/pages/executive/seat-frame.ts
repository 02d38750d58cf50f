import type { Context } from "hono";
import type { Person, Role } from "../../../../src/interaction/customer.ts";
import type { SayWords } from "../../../../src/wording.ts";
import type { PageDesk } from "../../desk.ts";
import { executiveNamed } from "../people.ts";
import { type TimeStyle, timeLocale } from "../times.ts";

/** Who sits at the executive's seat. */
export interface Seated {
  readonly by: Person;
  /** The name they go by, carried along in addresses; null for somebody who came by a link of their own. */
  readonly name: string | null;
}

/** What every page of the executive is drawn with. */
export interface SeatFrame {
  readonly desk: PageDesk;
  readonly seated: Seated;
  /** Language of the page, a BCP 47 tag. */
  readonly lang: string;
  readonly say: SayWords;
  readonly times: TimeStyle;
}

/** Whoever came by a link of their own; with the desk's key whoever goes by the name, and nobody where there is none. */
export function seatedAs(context: Context, name: string | null): Seated | null {
  const visitor = context.get("visitor");
  if (visitor.kind === "session") return { by: visitor.person, name: null };
  return name === null ? null : { by: executiveNamed(name), name };
}

/** The role of whoever sits there by a link of their own; null for the desk's key. */
export function guestAt({ by, name }: Seated): Role | null {
  return name === null ? by.role : null;
}

/** The language of the desk, and what it is said with there. */
export function spoken({ wording, settings }: PageDesk): { readonly lang: string; readonly say: SayWords } {
  const lang = wording.choose(settings.desk.locale);
  return { lang, say: (key, values = {}) => wording.say(lang, key, values) };
}

/** The frame of a page for whoever sits there. */
export function frameFor(desk: PageDesk, seated: Seated): SeatFrame {
  const { lang, say } = spoken(desk);
  return {
    desk,
    seated,
    lang,
    say,
    times: { locale: timeLocale(lang), zone: desk.settings.desk.zone, now: desk.clock.now() },
  };
}

/** Address of a page of the desk, with the name of whoever sits there. */
export function seatPath({ desk, seated }: Pick<SeatFrame, "desk" | "seated">, path: string): string {
  const query = seated.name === null ? "" : `?${new URLSearchParams({ name: seated.name })}`;
  return `${desk.path(path)}${query}`;
}

/** The hidden field that carries the name along; none for somebody who came by a link of their own. */
export function nameField({ seated }: Pick<SeatFrame, "seated">): Readonly<Record<string, string>> {
  return seated.name === null ? {} : { name: seated.name };
}
