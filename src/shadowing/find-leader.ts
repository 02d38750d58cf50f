import type { Context } from "../context.ts";
import type { Person } from "../interaction/customer.ts";
import { customerAt } from "../interaction/identify-person.ts";
import type { SayWords } from "../wording.ts";

/** Somebody who sits down with conversations, and how they are spoken to. */
export interface Leader {
  readonly address: string;
  readonly name: string | null;
  /** IANA time zone by whose clock they live, or else the desk's. */
  readonly zone: string;
  readonly locale: string;
  readonly say: SayWords;
}

/** The leader as the platform describes them now, and as they were known before. */
export async function leaderOf(
  context: Context,
  by: Pick<Person, "address"> & Partial<Pick<Person, "name" | "locale" | "zone">>,
): Promise<Leader> {
  const { settings, wording } = context;
  const known = await customerAt(context, by.address);
  const locale = wording.choose(by.locale, known?.locale, settings.desk.locale);
  return {
    address: by.address,
    name: by.name ?? known?.name ?? null,
    zone: by.zone ?? known?.zone ?? settings.desk.zone,
    locale,
    say: (key, values) => wording.say(locale, key, values),
  };
}
