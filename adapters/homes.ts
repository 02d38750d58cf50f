import type { DeskBot } from "../src/bot.ts";
import type { Clock, Reader, Store } from "../src/ports.ts";
import { homeCursor } from "../src/team/home.ts";

/** The space of each desk's team on each platform, as far as the platforms have told. */
export interface Homes {
  /** Null until it is known. */
  of(desk: string, platform: string): string | null;
  set(desk: string, platform: string, space: string): void;
}

export function createHomes(): Homes {
  const spaces = new Map<string, string>();
  return {
    of: (desk, platform) => spaces.get(`${desk} ${platform}`) ?? null,
    set: (desk, platform, space) => void spaces.set(`${desk} ${platform}`, space),
  };
}

/** What the desks remember of an earlier start. */
export async function readHomes(
  store: Store,
  desks: readonly { readonly id: string }[],
  platforms: readonly { readonly name: string }[],
): Promise<Homes> {
  const homes = createHomes();
  for (const { id } of desks) {
    for (const { name } of platforms) {
      const kept = await store.at(id).get("cursor", homeCursor(name));
      if (kept) homes.set(id, name, kept.position);
    }
  }
  return homes;
}

/** The desk to which a platform tells its home. */
export interface HomeDesk {
  readonly deskId: string;
  readonly store: Reader;
  readonly bot: DeskBot;
  readonly clock: Clock;
}

async function nameEverywhere({ store, bot, clock }: HomeDesk, platform: string, space: string): Promise<void> {
  const isLeft = async () =>
    (await store.get("cursor", homeCursor(platform)))?.position !== space ||
    (await store.list("post", { startsWith: { lane: `${homeCursor(platform)}:` }, limit: 1 })).length > 0;
  while (await isLeft()) await bot.handle({ kind: "home-found", id: null, at: clock.now(), platform, space });
}

/** Has every row of the desk name the space; what waits is named before anything new is decided, so that order is kept. */
export async function keepHome(homes: Homes, desk: HomeDesk, platform: string, space: string): Promise<void> {
  await nameEverywhere(desk, platform, space);
  homes.set(desk.deskId, platform, space);
  await nameEverywhere(desk, platform, space);
}
