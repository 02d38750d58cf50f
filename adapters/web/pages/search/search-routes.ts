import { Hono } from "hono";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { FoundWords } from "../../../../src/privacy/disclosure.ts";
import type { SearchWish } from "../../../../src/search/sought.ts";
import type { PageDesk } from "../../desk.ts";
import { guestOf } from "../read-page.ts";
import { seatedAt } from "../seated.ts";
import { soughtIn } from "./search-address.ts";
import { searchPage } from "./search-page.ts";

/** What is found, or the sentence for which nothing is. */
interface PageSearch {
  readonly found: FoundWords | null;
  readonly refused: string | null;
}

async function search({ bot, clock }: PageDesk, by: Person, sought: SearchWish): Promise<PageSearch> {
  const wanted = { kind: "search", sought } as const;
  const reading = { by, via: "page", purpose: "learn", wanted } as const;
  const { disclosed, refusal } = await bot.handle({ kind: "words-wanted", id: null, at: clock.now(), ...reading });
  return { found: disclosed?.kind === "search" ? disclosed.found : null, refused: refusal?.text ?? null };
}

/** The search page; each look at what is found stands in the audit log. */
export function searchRoutes(desk: PageDesk): Hono {
  const app = new Hono();
  app.get("/search", async (context) => {
    const guest = guestOf(context.get("visitor"));
    const seated = seatedAt(context, "lead");
    const [by, name] = [seated?.by ?? null, seated?.name ?? null];
    const sought = soughtIn((one) => context.req.query(one));
    const isAsked = by !== null && sought !== null;
    const { found, refused } = isAsked ? await search(desk, by, sought) : { found: null, refused: null };
    return context.html(searchPage({ desk, name, guest, sought, found, refused }), refused === null ? 200 : 422);
  });
  return app;
}
