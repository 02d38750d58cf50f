import { describe, expect, it, vi } from "vitest";
import { BUTTON, connected, MODAL, QUESTION, refusal, running, started } from "./fixture.ts";
import type { LocalSlack } from "./slack.ts";

const modal = (title = "Tell us why") =>
  ({ ...structuredClone(MODAL), title: { type: "plain_text", text: title } }) as never;

/** An app that opens a modal for any command and answers its submissions with what `answers` gives, one after the other. */
async function withModal(answers: readonly object[], options = {}) {
  const left = [...answers];
  const triggers: string[] = [];
  const { slack, app } = await running(
    "socket",
    (app) => {
      app.command("/emptychair", async ({ ack, command, client }) => {
        await ack();
        triggers.push(command.trigger_id);
        if (command.text === "open") await client.views.open({ trigger_id: command.trigger_id, view: modal() });
      });
      app.view("reason", async ({ ack }) => ack(left.shift() as never));
      app.view({ callback_id: "reason", type: "view_closed" }, async ({ ack, body }) => {
        await ack();
        triggers.push(`closed, cleared: ${"is_cleared" in body && body.is_cleared}`);
      });
    },
    options,
  );
  await slack.user("U1").runs("/emptychair open");
  await vi.waitUntil(() => slack.user("U1").modal());
  return { slack, app, triggers };
}

const titles = (slack: LocalSlack) => JSON.stringify(slack.user("U1").modal()?.definition.title);

describe("modals", () => {
  it("do what a submission is answered with: push, update, clear", async () => {
    const { slack } = await withModal([
      { response_action: "push", view: modal("Second") },
      { response_action: "update", view: modal("Third") },
      { response_action: "clear" },
    ]);
    const customer = slack.user("U1");
    expect(await customer.submits({ words: "one" })).toBe("ok");
    expect(titles(slack)).toContain("Second");
    expect(await customer.submits({ words: "two" })).toBe("ok");
    expect(titles(slack)).toContain("Third");
    expect(await customer.submits({ words: "three" })).toBe("ok");
    expect(customer.modal()).toBeUndefined();
    expect(slack.complaints).toEqual([]);
  });

  it("show trouble, and complain, when the answer names a field that is not there", async () => {
    const { slack } = await withModal([{ response_action: "errors", errors: { nowhere: "Wrong" } }]);
    expect(await slack.user("U1").submits({ words: "one" })).toBe("invalid_response");
    expect(slack.user("U1").modal()).toBeDefined();
    expect(slack.complaints[0]).toContain("no input block nowhere");
  });

  it("lie three deep at most", async () => {
    const { slack, app, triggers } = await withModal([], { limits: { triggerMs: 60_000 } });
    const push = async () => {
      await slack.user("U1").runs("/emptychair trigger");
      return refusal(app.client.views.push({ trigger_id: triggers.at(-1) ?? "", view: modal() }));
    };
    expect([await push(), await push(), await push()]).toEqual(["ok", "ok", "push_limit_reached"]);
  });

  it("are updated under their present hash only, and are not found once closed", async () => {
    const { slack, app } = await withModal([]);
    const view = slack.user("U1").modal();
    const update = (hash?: string) =>
      refusal(app.client.views.update({ view_id: view?.id ?? "", view: modal("New"), ...(hash && { hash }) }));
    const old = view?.hash ?? "";
    expect([await update(old), await update(old), await update()]).toEqual(["ok", "hash_conflict", "ok"]);
    await slack.user("U1").closes();
    expect(await update()).toBe("not_found");
  });

  it("tell the app they were closed if it asked to know", async () => {
    const { slack, app, triggers } = await withModal([]);
    const view = slack.user("U1").modal();
    await app.client.views.update({
      view_id: view?.id ?? "",
      view: { ...(modal() as object), notify_on_close: true } as never,
    });
    expect(await slack.user("U1").closes()).toBe("ok");
    expect(triggers.at(-1)).toBe("closed, cleared: false");
  });
});

describe("clicks", () => {
  it("on a screen that still shows an answered or a deleted message arrive all the same", async () => {
    const clicks: string[] = [];
    const { slack, app } = await running("socket", (app) => {
      app.action("score", async ({ ack, body }) => {
        await ack();
        clicks.push("message" in body ? String(body.message?.ts) : "");
      });
    });
    const { ts = "" } = await app.client.chat.postMessage({
      channel: "C1",
      text: "How was it?",
      blocks: [...QUESTION],
    });
    const ref = { channel: "C1", ts };
    await app.client.chat.update({ channel: "C1", ts, text: "Thank you", blocks: [] });
    await expect(slack.user("U1").clicks(ref, "score")).rejects.toThrow("nothing to press");
    expect(await slack.user("U1").clicks(ref, "score", "9", { stale: true })).toBe("ok");
    await app.client.chat.delete({ channel: "C1", ts });
    expect(await slack.user("U2").clicks(ref, "score", "9", { stale: true })).toBe("ok");
    expect(clicks).toEqual([ts, ts]);
  });

  it("on an ephemeral message carry no message, and the response address can replace or delete it", async () => {
    const bodies: object[] = [];
    const { slack, app } = await running("http", (app) => {
      app.action("score", async ({ ack, body, respond }) => {
        await ack();
        bodies.push(body);
        await respond(
          bodies.length === 1
            ? { replace_original: true, text: "Sure?", blocks: [...QUESTION] }
            : { delete_original: true },
        );
      });
    });
    await app.client.chat.postEphemeral({ channel: "C1", user: "U1", text: "Only you", blocks: [...QUESTION] });
    const seen = () =>
      slack
        .user("U1")
        .sees("C1")
        .map(({ content }) => content.text);
    const [message] = slack.user("U1").sees("C1");
    if (!message) throw new Error("nothing was shown");
    await expect(slack.user("U2").clicks(message, "score")).rejects.toThrow("Only U1 sees");
    await slack.user("U1").clicks(message, "score");
    await vi.waitFor(() => expect(seen()).toEqual(["Sure?"]));
    await slack.user("U1").clicks(message, "score");
    await vi.waitFor(() => expect(seen()).toEqual([]));
    expect(bodies[0]).not.toHaveProperty("message");
  });
});

describe("the Home tab", () => {
  it("is refused where the app has none, and under an old hash", async () => {
    const slack = await started();
    const app = await connected(slack);
    const view = { type: "home", blocks: [{ type: "actions", elements: [BUTTON] }] } as const;
    const publish = (hash?: string) =>
      refusal(app.client.views.publish({ user_id: "U1", view: structuredClone(view) as never, ...(hash && { hash }) }));
    expect(await publish()).toBe("ok");
    const hash = slack.user("U1").home()?.hash;
    expect([await publish(hash), await publish(hash)]).toEqual(["ok", "hash_conflict"]);
    const without = await started({ app: { homeTab: false } });
    const other = await connected(without);
    expect(await refusal(other.client.views.publish({ user_id: "U1", view: structuredClone(view) as never }))).toBe(
      "not_enabled",
    );
  });
});
