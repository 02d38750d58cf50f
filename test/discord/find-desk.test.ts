import { expect, it } from "vitest";
import { buttonId } from "../../adapters/discord/buttons.ts";
import { createFindDesk } from "../../adapters/discord/find-desk.ts";
import type { ActionName } from "../../src/messages.ts";

const ABOUT: readonly (readonly [ActionName, string])[] = [
  ["score", "survey"],
  ["case-claim", "case"],
  ["enhance-plan", "enhancement"],
  ["opt-in", "customer"],
  ["cord-answer", "cord"],
  ["tell-confirm", "announcement"],
  ["greet", "greeting"],
];

it.each(ABOUT)("%s on somebody's direct line is at the desk that keeps its %s", async (name, table) => {
  const findDesk = createFindDesk({
    desks: ["default", "billing"],
    finder: { desksWith: async (_, where) => (where === table ? ["billing"] : []) },
    channels: { lookUp: async () => null } as never,
    channelDesks: { whose: async () => null, claimant: () => null } as never,
    personDesk: async () => "default",
  });
  const payload = { channel_id: "9", user: { id: "5" }, data: { custom_id: buttonId({ name, subject: "it" }) } };
  expect(await findDesk.ofInteraction(payload, 0)).toBe("billing");
});
