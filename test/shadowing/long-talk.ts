import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Entry } from "../../src/interaction/transcript.ts";
import { change, sampleRows } from "../database/sample-rows.ts";
import { HOUR, MINUTE, SECOND, type World } from "../world.ts";
import { mixed, tell } from "./talks.ts";

/** Products of which one has the long conversation alone. */
export const PRODUCTS = [
  { id: "app", name: "Mobile app" },
  { id: "billing", name: "Billing" },
  { id: "long", name: "Long talks" },
];

/** A store and a clock, as the tests of the platforms have them. */
type Place = Pick<World, "allDesks" | "now">;

export const HOSTILE =
  "<!channel> @everyone *bold* ||spoiler|| <script>alert(1)</script> [x](https://example.invalid) `tick`";
/** Ten thousand letters of which none is like the next: what is lost or moved is seen. */
export const ENDLESS = Array.from({ length: 2_000 }, (_, index) =>
  ["z", Math.floor(index / 400), Math.floor(index / 20) % 20, index % 20]
    .map((part) => (typeof part === "string" ? part : "bcdfghjklmnpqrstvwxz".charAt(part)))
    .join(""),
).join(" ");

/** Finished conversations of every kind, and one of sixty entries, hostile and endless ones among them. */
export async function conversations(place: Place, count = 7): Promise<void> {
  const world = place as World;
  const at = place.now() - HOUR;
  await tell(world, mixed(count, at));
  await tell(world, [{ key: "long", score: 3, at, product: "long", comment: "I waited <b>a week</b>." }]);
  const { entry } = sampleRows("long");
  const said = Array.from({ length: 57 }, (_, index): Entry => {
    const text = index === 10 ? HOSTILE : index === 20 ? ENDLESS : `This is line ${index} of it.`;
    const author = index % 2 === 0 ? "customer" : "agent";
    const when = at - 40 * MINUTE + index * (index === 30 ? 40 * SECOND : 30 * SECOND) + (index > 30 ? 4 * MINUTE : 0);
    return {
      ...{ ...entry, id: `web:chat:long/${index + 5}`, position: index + 5, author, text, at: when, name: "Ash" },
      ...{ address: `web:${author}:long`, attachments: [], editedAt: null, history: [] },
    };
  });
  await place.allDesks.save(
    DEFAULT_DESK,
    { id: null, at: place.now() },
    said.map((row) => change("entry", row)),
  );
}
