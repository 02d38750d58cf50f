import type { Person } from "../../src/interaction/customer.ts";
import { DAY, HOUR, MINUTE } from "../world.ts";
import type { Deeds } from "./deeds.ts";
import { type Ground, named, type Standing } from "./ground.ts";
import type { Manners } from "./manners.ts";
import type { Random } from "./random.ts";
import type { Wire } from "./wire.ts";

export interface CardReadersParts {
  readonly manners: Pick<Manners, "ignores" | "unreachable" | "deletes">;
  readonly ground: Pick<Ground, "remove">;
  readonly wire: Wire;
  readonly deeds: Deeds;
}

/** Those of the team who have cards of cases before them. */
export interface CardReaders {
  /** Somebody sees the card of a case: they work it step by step, or leave it, and now and then it is deleted. */
  read(random: Random, card: Standing, by: Person, caseId: string): void;
}

export function createCardReaders({ manners, ground, wire, deeds }: CardReadersParts): CardReaders {
  const { after, press, platformOf } = deeds;

  const work = (random: Random, card: Standing, by: Person, caseId: string): void => {
    if (random.chance(manners.ignores)) return;
    after(random, "agent", [MINUTE, 20 * HOUR], async () => {
      await press(card, by, named("case-claim"));
      after(random, "agent", [MINUTE, 20 * HOUR], () => press(card, by, named("case-contact")));
      const form = random.chance(manners.unreachable) ? "case-unreachable" : "case-resolve";
      after(random, "agent", [20 * HOUR, 5 * DAY], async () => {
        const event = platformOf(card.lane.split(":")[0] ?? "").fills(form, caseId, "Called, and mended it.", by);
        if (event) await wire.send(event);
      });
    });
  };

  return {
    read(random, card, by, caseId) {
      // A page shows the rows: nobody takes anything from it.
      const isOnPage = card.lane.startsWith("web:");
      if (!isOnPage && random.fork("deletes").chance(manners.deletes))
        after(random.fork("deleted"), "agent", [HOUR, 2 * DAY], async () => ground.remove(card.reference));
      work(random, card, by, caseId);
    },
  };
}
