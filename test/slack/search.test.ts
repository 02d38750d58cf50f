import { expect, it } from "vitest";
import { COMMAND } from "../../adapters/slack/commands.ts";
import { readable } from "../servers/slack/readable.ts";
import { settingsOf } from "../world.ts";
import { SLACK_SETTINGS, SUPPORT, slackDesk } from "./slack-desk.ts";

it("is a lead's command: what is found, redacted, for them alone; to others a kind word", async () => {
  const roles = { agents: ["slack:T1:S1"], leads: ["slack:T1:U5"] };
  const settings = settingsOf({ ...SLACK_SETTINGS, roles });
  const desk = await slackDesk({ settings, more: [{ id: "U5", name: "lead five" }] });
  desk.slack.user("U1").writes(SUPPORT, "Refund me at one@example.com");
  await desk.settle();
  const said = (user: string) => {
    const own = desk.slack.user(user);
    return own.sees(own.directChannel()).map(readable).at(-1) ?? "";
  };
  await desk.slack.user("U5").runs(`${COMMAND} search refund`);
  await expect.poll(() => said("U5")).toContain("1 place found");
  expect(said("U5")).toMatch(/Customer, .*2026.*\n *Refund me at \[e-mail\]/);
  await desk.slack.user("U2").runs(`${COMMAND} search refund`);
  await expect.poll(() => said("U2")).toContain("Only leads, executives and admins can search");
  await desk.slack.user("U5").runs(`${COMMAND} search`);
  await expect.poll(() => said("U5")).toContain("Please name at least one word");
  const audits = await desk.store.list("audit", { orderBy: "number" });
  expect(audits.map(({ act, via }) => `${act} ${via}`)).toEqual(["read chat", "read-denied chat"]);
  expect(desk.slack.complaints).toEqual([]);
});
