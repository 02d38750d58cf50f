import type { RespondFn } from "@slack/bolt";
import { describe, expect, it, vi } from "vitest";
import { MODAL, QUESTION, running, texts } from "./fixture.ts";

describe.each(["socket", "http"] as const)("a Bolt app over %s", (mode) => {
  it("hears a message once and answers in its thread, and its own answer is echoed", async () => {
    const heard: string[] = [];
    const { slack } = await running(mode, (app) => {
      app.message(async ({ message, say }) => {
        if (message.subtype !== undefined) return;
        heard.push(message.text ?? "");
        await say({ text: `You said: ${message.text}`, thread_ts: message.ts });
      });
    });
    const first = slack.user("U1").writes("C1", "it is broken");
    await vi.waitFor(() => expect(slack.user("U2").sees("C1", first)).toHaveLength(2));
    await slack.events.quiet();
    expect(heard).toEqual(["it is broken"]);
    const echoes = slack.deliveries.filter(({ parcel }) => JSON.stringify(parcel.payload).includes("You said"));
    expect(echoes.map(({ receipt }) => receipt.ok)).toEqual([true]);
    expect(slack.complaints).toEqual([]);
  });

  it("gets an app_mention beside the message, with another event id and the same ts", async () => {
    const seen: { id: string; type: string; ts: string }[] = [];
    const { slack } = await running(mode, (app) => {
      app.event(/message|app_mention/, async ({ event, body }) => {
        seen.push({ id: body.event_id, type: event.type, ts: "ts" in event ? String(event.ts) : "" });
      });
    });
    slack.user("U1").writes("C1", "<@U0BOT> help");
    await vi.waitFor(() => expect(seen.map(({ type }) => type).sort()).toEqual(["app_mention", "message"]));
    expect(new Set(seen.map(({ ts }) => ts)).size).toBe(1);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
  });

  it("hears of edits, deletions, reactions and their removal, and of a deleted thread's tombstone", async () => {
    const heard: string[] = [];
    const { slack } = await running(mode, (app) => {
      app.event("message", async ({ event }) => {
        const inner = event.subtype === "message_changed" ? `:${event.message.subtype ?? "text"}` : "";
        heard.push(`${event.subtype ?? "message"}${inner}`);
      });
      app.event("reaction_added", async ({ event }) => void heard.push(`+${event.reaction}`));
      app.event("reaction_removed", async ({ event }) => void heard.push(`-${event.reaction}`));
    });
    const customer = slack.user("U1");
    const alone = customer.writes("C1", "one");
    customer.edits(alone, "two");
    slack.user("U2").reacts(alone, "white_check_mark");
    slack.user("U2").unreacts(alone, "white_check_mark");
    customer.deletes(alone);
    const parent = customer.writes("C1", "three");
    slack.user("U2").writes("C1", "reply", { thread: parent });
    customer.deletes(parent);
    await vi.waitFor(() => expect(heard).toHaveLength(8));
    expect(heard.sort()).toEqual([
      "+white_check_mark",
      "-white_check_mark",
      "message",
      "message",
      "message",
      "message_changed:text",
      "message_changed:tombstone",
      "message_deleted",
    ]);
  });

  it("opens a modal from a click, refuses a submission, takes the next and writes to the person", async () => {
    const { slack } = await running(mode, (app) => {
      app.message("ask", async ({ say }) => void (await say({ text: "How was it?", blocks: [...QUESTION] })));
      app.action("score", async ({ ack, body, client }) => {
        await ack();
        if ("trigger_id" in body)
          await client.views.open({ trigger_id: body.trigger_id, view: structuredClone(MODAL) as never });
      });
      app.view("reason", async ({ ack, view, body, client }) => {
        const words = view.state.values.why?.words?.value ?? "";
        if (words.length < 5) return ack({ response_action: "errors", errors: { why: "Say a little more." } });
        await ack();
        const { channel } = await client.conversations.open({ users: body.user.id });
        await client.chat.postMessage({ channel: channel?.id ?? "", text: `Thank you for: ${words}` });
      });
    });
    const customer = slack.user("U1");
    customer.writes("C1", "ask");
    const question = await vi.waitUntil(() => customer.sees("C1").find(({ botId }) => botId));
    expect(await customer.clicks(question, "score", "9")).toBe("ok");
    await vi.waitUntil(() => customer.modal());
    expect(await customer.submits({})).toBe("errors");
    expect(await customer.submits({ words: "bad" })).toBe("errors");
    expect(customer.modal()?.errors).toEqual({ why: "Say a little more." });
    expect(await customer.submits({ words: "too slow" })).toBe("ok");
    expect(customer.modal()).toBeUndefined();
    await vi.waitFor(() => expect(texts(slack, customer.directChannel())).toEqual(["Thank you for: too slow"]));
    expect(slack.complaints).toEqual([]);
  });

  it("answers a command in the acknowledgement, seen by one person until they reload", async () => {
    const { slack } = await running(mode, (app) => {
      app.command("/emptychair", async ({ ack, command }) => ack({ text: `Help on ${command.text}` }));
    });
    expect(await slack.user("U1").runs("/emptychair help", "C1")).toBe("ok");
    expect(
      slack
        .user("U1")
        .sees("C1")
        .map(({ content }) => content.text),
    ).toEqual(["Help on help"]);
    expect(slack.user("U2").sees("C1")).toEqual([]);
    slack.user("U1").reloads();
    expect(slack.user("U1").sees("C1")).toEqual([]);
  });

  it("lets a response address be used five times within thirty minutes", async () => {
    const responds: RespondFn[] = [];
    const { slack, time } = await running(mode, (app) => {
      app.command("/emptychair", async ({ ack, respond }) => {
        responds.push(respond);
        await ack();
      });
    });
    await slack.user("U1").runs("/emptychair many");
    await slack.user("U1").runs("/emptychair late");
    for (let n = 0; n < 5; n += 1) await responds[0]?.(`answer ${n}`);
    await expect(responds[0]?.("answer 6")).rejects.toThrow("404");
    await time.advance(30 * 60_000);
    await responds[1]?.("just in time");
    await time.advance(1);
    await expect(responds[1]?.("too late")).rejects.toThrow("404");
  });

  it("tells the person operation_timeout when nothing acknowledges within three seconds", async () => {
    const { slack, time } = await running(mode, (app) => {
      app.command("/emptychair", async () => {});
    });
    const shown = slack.user("U1").runs("/emptychair help");
    await time.advance(2999);
    await time.advance(1);
    expect(await shown).toBe("operation_timeout");
  });

  it("repeats an event at once, after one minute and after five, with its number and reason, then gives up", async () => {
    const { slack, app, time } = await running(mode, () => {});
    if (mode === "socket") slack.socketMode.fallSilent(true);
    else await app.stop();
    slack.user("U1").writes("C1", "hello");
    const reached = async (count: number) => {
      if (mode === "socket") await time.advance(3000);
      await vi.waitFor(() => expect(slack.deliveries.length).toBe(count));
    };
    if (mode === "socket") await reached(1);
    await reached(2);
    await time.advance(59_000);
    expect(slack.deliveries).toHaveLength(2);
    await time.advance(1000);
    await reached(3);
    await time.advance(5 * 60_000);
    await reached(4);
    await slack.events.quiet();
    const reason = mode === "socket" ? "timeout" : "connection_failed";
    expect(slack.deliveries.map(({ parcel }) => parcel.retry)).toEqual([
      undefined,
      { num: 1, reason },
      { num: 2, reason },
      { num: 3, reason },
    ]);
    expect(slack.events.lost).toHaveLength(1);
  });

  it("can be told the same event twice without a retry number", async () => {
    const ids: string[] = [];
    const { slack } = await running(mode, (app) => {
      app.message(async ({ body }) => void ids.push(body.event_id));
    });
    slack.events.repeat(1);
    slack.user("U1").writes("C1", "hello");
    await vi.waitFor(() => expect(ids).toHaveLength(2));
    expect(new Set(ids).size).toBe(1);
  });

  it("publishes a Home tab when it is opened, and hears a message shortcut", async () => {
    const { slack } = await running(mode, (app) => {
      app.event("app_home_opened", async ({ event, client }) => {
        const blocks = [{ type: "section" as const, text: { type: "plain_text" as const, text: "No open cases" } }];
        await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
      });
      app.shortcut("resolve", async ({ ack, shortcut, client }) => {
        await ack();
        if (shortcut.type !== "message_action") return;
        await client.chat.postEphemeral({ channel: shortcut.channel.id, user: shortcut.user.id, text: "Resolved." });
      });
    });
    const agent = slack.user("U2");
    agent.opensHome();
    await vi.waitFor(() => expect(JSON.stringify(agent.home()?.definition)).toContain("No open cases"));
    const message = slack.user("U1").writes("C1", "it works again");
    expect(await agent.usesShortcut("resolve", message)).toBe("ok");
    await vi.waitFor(() => expect(agent.sees("C1")).toHaveLength(2));
    expect(slack.user("U1").sees("C1")).toHaveLength(1);
    expect(slack.complaints).toEqual([]);
  });
});
