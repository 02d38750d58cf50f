import { expect, it } from "vitest";
import { connected, QUESTION, refusal, started } from "./fixture.ts";

it("tells who and what there is", async () => {
  const slack = await started();
  const { client } = await connected(slack);
  expect(await client.auth.test()).toMatchObject({ team_id: "T0LOCAL", user_id: "U0BOT", bot_id: "B0BOT" });
  expect((await client.users.info({ user: "U1" })).user?.profile?.email).toBe("casey@example.com");
  slack.workspace().scopes = new Set([...slack.workspace().scopes].filter((scope) => scope !== "users:read.email"));
  expect((await client.users.info({ user: "U1" })).user?.profile).not.toHaveProperty("email");
  expect((await client.usergroups.list({ include_users: true })).usergroups).toMatchObject([
    { id: "S1", users: ["U2"] },
  ]);
  expect((await client.usergroups.users.list({ usergroup: "S1" })).users).toEqual(["U2"]);
  expect((await client.bots.info({ bot: "B0BOT" })).bot).toMatchObject({ user_id: "U0BOT" });
  expect((await client.team.info()).team).toMatchObject({ id: "T0LOCAL" });
  expect(slack.complaints).toEqual([]);
});

it("shows channels as the bot may see them, and lets it join a public one", async () => {
  const slack = await started();
  const { client } = await connected(slack);
  slack.world.ofChannel("G1").channel.members.delete("U0BOT");
  expect(await refusal(client.conversations.info({ channel: "G1" }))).toBe("channel_not_found");
  const joined = async () => (await client.users.conversations({})).channels?.map(({ id }) => id);
  expect(await joined()).toEqual(["C1"]);
  expect((await client.conversations.info({ channel: "C2" })).channel).toMatchObject({ is_member: false });
  expect(await refusal(client.conversations.history({ channel: "C2" }))).toBe("not_in_channel");
  await client.conversations.join({ channel: "C2" });
  expect((await client.conversations.join({ channel: "C2" })).warning).toBe("already_in_channel");
  expect(await joined()).toEqual(["C1", "C2"]);
  const first = await client.conversations.members({ channel: "C1", limit: 2 });
  const cursor = first.response_metadata?.next_cursor ?? "";
  const rest = await client.conversations.members({ channel: "C1", limit: 2, cursor });
  expect([first.members, rest.members, rest.response_metadata?.next_cursor]).toEqual([["U1", "U2"], ["U0BOT"], ""]);
  expect(await refusal(client.conversations.members({ channel: "C1", cursor: "nonsense" }))).toBe("invalid_cursor");
  expect(slack.complaints).toEqual([]);
});

it("reads a thread whose first message is deleted, and one reply by its own timestamp", async () => {
  const slack = await started();
  const { client } = await connected(slack);
  const parent = slack.user("U1").writes("C1", "first");
  const reply = slack.user("U2").writes("C1", "second", { thread: parent });
  slack.user("U1").deletes(parent);
  const { messages } = await client.conversations.replies({ channel: "C1", ts: parent.ts });
  expect(messages).toMatchObject([{ subtype: "tombstone" }, { text: "second", thread_ts: parent.ts }]);
  expect((await client.conversations.replies({ channel: "C1", ts: reply.ts })).messages).toHaveLength(1);
  expect(await refusal(client.conversations.replies({ channel: "C1", ts: "1.000001" }))).toBe("thread_not_found");
});

it("keeps reactions, gives permalinks and validates blocks", async () => {
  const slack = await started();
  const { client } = await connected(slack);
  const { ts } = slack.user("U1").writes("C1", "solved?");
  slack.user("U2").reacts({ channel: "C1", ts }, "eyes");
  const mark = { channel: "C1", timestamp: ts, name: "eyes" };
  await client.reactions.add(mark);
  expect(await refusal(client.reactions.add(mark))).toBe("already_reacted");
  const { message } = await client.reactions.get({ channel: "C1", timestamp: ts });
  expect(message?.reactions).toEqual([{ name: "eyes", users: ["U2", "U0BOT"], count: 2 }]);
  await client.reactions.remove(mark);
  expect(await refusal(client.reactions.remove(mark))).toBe("no_reaction");
  const { permalink } = await client.chat.getPermalink({ channel: "C1", message_ts: ts });
  expect(permalink).toContain(`/archives/C1/p${ts.replace(".", "")}`);
  expect(await refusal(client.apiCall("blocks.validate", { blocks: QUESTION }))).toBe("ok");
  expect(await refusal(client.apiCall("blocks.validate", { blocks: [{}] }))).toBe("invalid_blocks");
});

it("wants the right token for each method", async () => {
  const slack = await started();
  const { client } = await connected(slack);
  const { appToken: token } = slack.world.app;
  expect(await refusal(client.chat.postMessage({ channel: "C1", text: "hi", token }))).toBe("not_allowed_token_type");
  expect(await refusal(client.apps.connections.open({}))).toBe("not_allowed_token_type");
  expect((await (await fetch(`${slack.apiUrl}auth.test`, { method: "POST" })).json()) as object).toEqual({
    ok: false,
    error: "not_authed",
  });
});
