import type { PlatformDesk } from "../src/chat/platform-desk.ts";
import type { Clock } from "../src/ports.ts";

/** A link that makes the first admin of the desk, once. */
export interface FirstAdmin {
  /** The desk's name. */
  readonly desk: string;
  readonly url: string;
}

/** A link for the first admin of each desk that has none, made anew at each start. */
export async function offerFirstAdmins(
  desks: readonly Pick<PlatformDesk, "deskId" | "bot" | "settings">[],
  clock: Clock,
  publicUrl: string,
): Promise<FirstAdmin[]> {
  const links: FirstAdmin[] = [];
  for (const { deskId, bot, settings } of desks) {
    const { disclosed } = await bot.handle({ kind: "first-admin-wanted", id: null, desk: deskId, at: clock.now() });
    if (disclosed?.kind === "link")
      links.push({ desk: settings.desk.name, url: `${publicUrl}/join/${disclosed.secret}` });
  }
  return links;
}
