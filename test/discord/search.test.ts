import { expect, it } from "vitest";
import { saidTo, talkedOnDiscord } from "./discord-desk.ts";

it("is a lead's command: what is found, redacted, for them alone; to others a kind word", async () => {
  const { desk, agent, customer } = await talkedOnDiscord();
  const lead = desk.discord.user("lead");
  await lead.runs("chair search", { in: desk.team, options: { words: 'invoice OR "' } });
  await expect.poll(() => saidTo(lead, desk.team).at(-1)).toContain("Nothing was found.");
  await lead.runs("chair search", { in: desk.team, options: { words: "invoice" } });
  const found = () => JSON.stringify(lead.sees(desk.team).at(-1));
  await expect.poll(found).toContain("1 place found");
  expect(found()).toContain("My invoice is wrong.");
  await agent.runs("chair search", { in: desk.team, options: { words: "invoice" } });
  await expect.poll(() => saidTo(agent, desk.team).at(-1)).toContain("Only leads, executives and admins can search");
  expect(JSON.stringify(customer.sees(desk.team))).not.toContain("My invoice is wrong.");
  const audits = await desk.store.list("audit", { orderBy: "number" });
  expect(audits.map(({ act, via }) => `${act} ${via}`)).toEqual(["read chat", "read chat", "read-denied chat"]);
  expect(desk.discord.complaints).toEqual([]);
});
