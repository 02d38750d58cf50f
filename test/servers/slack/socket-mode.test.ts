import { describe, expect, it, vi } from "vitest";
import { connected, running, started } from "./fixture.ts";

describe("Socket Mode", () => {
  it("brings each envelope to one of several sockets, in turn", async () => {
    const heard: string[] = [];
    const { slack } = await running("socket", (app) => app.message(async () => void heard.push("first")));
    await connected(slack, "socket", {
      listen: (app) => app.message(async () => void heard.push("second")),
    });
    expect(slack.socketMode.count).toBe(2);
    for (const text of ["a", "b", "c", "d"]) slack.user("U1").writes("C1", text);
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    expect(heard.sort()).toEqual(["first", "first", "second", "second"]);
  });

  it.each(["refresh_requested", "warning", "link_disabled"] as const)("has Bolt back after %s", async (reason) => {
    const heard: string[] = [];
    const { slack } = await running("socket", (app) => app.message(async () => void heard.push("heard")));
    slack.socketMode.disconnect(reason);
    await vi.waitFor(() => expect(slack.calls("apps.connections.open")).toHaveLength(2), 5000);
    await vi.waitFor(() => expect(slack.socketMode.count).toBe(1));
    slack.user("U1").writes("C1", "still there?");
    await vi.waitFor(() => expect(heard).toEqual(["heard"]));
  });

  it("brings what was written while there was no socket when one is back", async () => {
    const heard: (number | undefined)[] = [];
    const { slack, time } = await running("socket", (app) =>
      app.message(async ({ context }) => void heard.push(context.retryNum)),
    );
    slack.socketMode.cut();
    await vi.waitFor(() => expect(slack.socketMode.count).toBe(0));
    slack.user("U1").writes("C1", "anybody?");
    await vi.waitFor(() => expect(slack.socketMode.count).toBe(1), 5000);
    expect(heard).toEqual([]);
    await time.advance(60_000);
    await vi.waitFor(() => expect(heard).toEqual([2]));
  });

  it("has Bolt back after connections were refused for a while", async () => {
    const { slack } = await running("socket");
    slack.faults.add({ method: "apps.connections.open", when: "before", how: { status: 503 }, times: 2 });
    slack.faults.add({ method: "socket", when: "before", how: { drop: "rst" } });
    slack.socketMode.cut();
    await vi.waitFor(() => expect(slack.calls("apps.connections.open")).toHaveLength(5), 8000);
    await vi.waitFor(() => expect(slack.socketMode.count).toBe(1));
  });

  it("turns away one socket too many and an address used twice", async () => {
    const slack = await started({ limits: { sockets: 0 } });
    const { appToken } = slack.world.app;
    const open = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: "POST",
      headers: { authorization: `Bearer ${appToken}` },
    });
    const { url } = (await open.json()) as { url: string };
    const { WebSocket } = await import("ws");
    const first = new WebSocket(url);
    const message = await new Promise((resolve) => first.once("message", (data) => resolve(JSON.parse(String(data)))));
    expect(message).toMatchObject({ type: "disconnect", reason: "too_many_websockets" });
    const again = new WebSocket(url);
    const error = await new Promise<Error>((resolve) => again.once("error", resolve));
    expect(error.message).toContain("408");
  });

  it("keeps Slack's real clocks when nothing is changed: three seconds to acknowledge", async () => {
    const slack = await started();
    await connected(slack, "socket", { listen: (app) => app.command("/emptychair", async () => {}) });
    const begun = performance.now();
    expect(await slack.user("U1").runs("/emptychair help")).toBe("operation_timeout");
    expect(performance.now() - begun).toBeGreaterThan(2990);
  });
});
