import { expect, it } from "vitest";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { DAY, HOUR, SECOND, settingsOf } from "../world.ts";
import { SLACK_SETTINGS, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, modalOf } from "./talk.ts";

it("a silent customer is given to a colleague by name, who tells by form or command what came of it", async () => {
  const ask = { quietHours: "", expireAfter: "3d" };
  const { desk, first } = await askedOnSlack({ settings: settingsOf({ ...SLACK_SETTINGS, ask }) });
  await desk.pass(7 * DAY, 6 * HOUR);
  await desk.pass(5 * SECOND, SECOND);
  const post = () =>
    desk.slack.messages(TEAM_CHANNEL).find((one) => readable(one).includes("said nothing when we asked")) as Message;
  expect(readable(post())).toContain("One customer said nothing when we asked. Please say hello to them in person");
  expect(post().content.text).toMatch(/^<@U2> One customer/);
  expect(readable(post())).toContain(`/archives/${first.channel}/p${first.ts.replace(".", "")}`);

  const said = async (user: string) => {
    await desk.slack.user(user).runs("/emptychair greetings");
    await desk.pass(3 * SECOND, SECOND);
    const own = desk.slack.user(user);
    return own.sees(own.directChannel()).map(readable).at(-1) ?? "";
  };
  expect(await said("U2")).toContain("One customer is waiting for a hello from you.");
  expect(await said("U1")).toContain("You can type: /emptychair stop");

  await desk.slack.user("U1").clicks(post(), "greet:0");
  const ash = desk.slack.user("U2");
  await ash.clicks(post(), "greet:0");
  const view = readableView(await modalOf(desk, "U2"));
  expect(view).toContain("== A greeting ==");
  expect(view).toContain(
    "(1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / 10 / We talked, without a score / I couldn’t reach them)",
  );
  expect(await ash.submits({ score: "4", note: "Too <slow>." })).toBe("ok");
  await desk.pass(3 * SECOND, SECOND);
  expect(await desk.store.list("greeting", {})).toMatchObject([{ state: "answered", score: 4, words: "Too <slow>." }]);
  expect(readable(post())).toContain("passed on what they said");
  expect(readable(post())).not.toContain("what came of it");
  expect(await said("U2")).toContain("There is nobody for you to greet at the moment.");
  expect(await desk.store.list("response", {})).toEqual([]);
  expect(desk.slack.complaints).toEqual([]);
});
