import { type RequestListener, request } from "node:http";
import { describe, expect, it } from "vitest";
import { API_KEY, DESK_KEY, type OpenDesk, openDesk } from "./open-desk.ts";

/** The answer to a request whose Host header is freely chosen. */
function asHost(desk: OpenDesk, host: string, path = "/public/chair.svg", more: object = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...more, Host: host };
    const sent = request({ host: "127.0.0.1", port: desk.port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** The cookie that an answer sets to a request with these headers. */
function cookieFor(desk: OpenDesk, path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: desk.port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.headers["set-cookie"]?.join("; ") ?? "");
    });
    sent.on("error", reject);
    sent.end();
  });
}

const post = (headers: Record<string, string>, body = ""): RequestInit => ({ method: "POST", body, headers });

describe("the key of the desk", () => {
  it("stands in the printed address, becomes a strict cookie, and leaves the address", async () => {
    const desk = await openDesk();
    expect(desk.url).toBe(`${desk.origin}/?key=${DESK_KEY}`);
    const answer = await desk.ask("/agent?name=Ash&key=desk-key-of-the-test");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/agent?name=Ash");
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    const opened = await desk.ask("/", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    expect(opened.status).toBe(200);
  });

  it.each<[Record<string, string>, boolean]>([
    [{ Host: "desk.example" }, true],
    [{ Host: "DESK.example" }, true],
    [{ "X-Forwarded-Proto": "https" }, true],
    [{}, false],
  ])("goes over https alone where people come by it: %o", async (headers, isSecure) => {
    const desk = await openDesk({ publicUrl: "https://desk.example" });
    const cookie = await cookieFor(desk, `/?key=${DESK_KEY}`, headers);
    expect([cookie.includes("HttpOnly"), cookie.includes("Secure")]).toEqual([true, isSecure]);
    expect(cookie.startsWith(`${isSecure ? "__Host-" : ""}emptychair-${desk.port}=`)).toBe(true);
    const held = (name: string) =>
      asHost(desk, headers.Host ?? `127.0.0.1:${desk.port}`, "/agent", { ...headers, Cookie: `${name}=${DESK_KEY}` });
    expect(await held(`__Host-emptychair-${desk.port}`)).toBe(200);
    expect(await held(`emptychair-${desk.port}`)).toBe(isSecure ? 401 : 200);
  });

  it("keeps everybody else out with a page that says what to do", async () => {
    const desk = await openDesk();
    for (const path of ["/", "/customer", "/agent", "/team", "/executive", "/live", "/nowhere", "/api/v2"]) {
      const answer = await desk.ask(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.text()).toContain("It was printed in the terminal when Empty Chair started");
    }
    const wrong = await desk.ask("/?key=wrong");
    expect(wrong.status).toBe(403);
    expect(wrong.headers.get("set-cookie")).toBeNull();
    const stale = await desk.ask("/", { headers: { Cookie: `emptychair-${desk.port}=an-earlier-key` } });
    expect(stale.status).toBe(401);
  });

  it("does not let a key in an address lead to another site", async () => {
    const desk = await openDesk();
    const answer = await desk.ask(`//evil.example/?key=${DESK_KEY}`);
    expect(answer.headers.get("location") ?? "/").not.toMatch(/^\/\/|evil\.example\/\/|^https?:/);
  });

  it("asks once more from here where a link on another site was followed", async () => {
    const desk = await openDesk();
    const followed = await desk.ask("/team", { headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(await followed.text()).toContain('http-equiv="refresh"');
    const again = await desk.ask("/team", { headers: { "Sec-Fetch-Site": "same-origin" } });
    expect(await again.text()).not.toContain('http-equiv="refresh"');
  });

  it("is not needed for health, static files and the customer's own page", async () => {
    const desk = await openDesk();
    expect((await desk.ask("/healthz")).status).toBe(200);
    expect((await desk.ask("/readyz")).status).toBe(200);
    expect((await desk.ask("/public/chair.svg")).status).toBe(200);
    expect((await desk.ask("/public/../web.ts")).status).toBe(401);
    expect((await desk.ask("/survey/unknown")).status).toBe(404);
  });
});

describe("the names of the server", () => {
  it("are its host and the loopback names with its port, and the public address", async () => {
    const desk = await openDesk({ publicUrl: "https://desk.example.org/" });
    expect(desk.url).toBe(`https://desk.example.org/?key=${DESK_KEY}`);
    for (const host of [
      `127.0.0.1:${desk.port}`,
      `localhost:${desk.port}`,
      `LocalHost:${desk.port}`,
      "desk.example.org",
    ]) {
      expect([host, await asHost(desk, host)]).toEqual([host, 200]);
    }
  });

  it.each(["evil.example", "127.0.0.1", "localhost:1", "desk.example.org.evil.example", "127.0.0.1.evil.example", "-"])(
    "are not %j",
    async (host) => {
      const desk = await openDesk({ publicUrl: "https://desk.example.org" });
      expect(await asHost(desk, host)).toBe(421);
    },
  );

  it("do not matter to whoever asks for its health", async () => {
    const desk = await openDesk({ host: "0.0.0.0" });
    for (const host of ["10.1.2.3:8080", "evil.example", "-", `127.0.0.1:${desk.port}`]) {
      for (const path of ["/healthz", "/readyz"])
        expect([host, path, await asHost(desk, host, path)]).toEqual([host, path, 200]);
      for (const path of ["/", "/api/v1/openapi.json", "/survey/x"]) {
        const isOwn = host.startsWith("127");
        expect([host, path, (await asHost(desk, host, path)) === 421]).toEqual([host, path, !isOwn]);
      }
    }
  });
});

describe("writing", () => {
  it("is refused from another site, and where nothing says where it comes from", async () => {
    const desk = await openDesk();
    const cookie = { Cookie: `emptychair-${desk.port}=${DESK_KEY}` };
    const foreign: Record<string, string>[] = [
      {},
      { Origin: "http://evil.example" },
      { Origin: "null" },
      { Origin: `http://localhost:${desk.port}` },
      { Origin: desk.origin, "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "same-origin", Origin: "http://evil.example" },
    ];
    for (const headers of foreign) {
      const answer = await desk.ask("/customer", post({ ...cookie, ...headers }));
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
    expect((await desk.ask("/survey/unknown", post({ Origin: "http://evil.example" }))).status).toBe(403);
  });

  it("is taken from a page of the desk", async () => {
    const desk = await openDesk({ publicUrl: "https://desk.example.org" });
    const own: Record<string, string>[] = [
      { Origin: desk.origin },
      { Origin: "https://desk.example.org" },
      { "Sec-Fetch-Site": "same-origin" },
    ];
    for (const headers of own) {
      expect((await desk.ask("/survey/unknown", post(headers))).status).toBe(404);
    }
  });

  it("needs no page of the desk where it carries the key of the API", async () => {
    const desk = await openDesk();
    const headers = { Authorization: `Bearer ${API_KEY}`, Origin: "https://helpdesk.example.org" };
    expect((await desk.ask("/api/v1/interactions", post(headers))).status).toBe(400);
  });

  it("is bound by 256 KiB, also where the size is not told", async () => {
    const desk = await openDesk();
    const large = "x".repeat(256 * 1024 + 1);
    const page = await desk.sit("/customer", { method: "POST", body: large });
    expect(page.status).toBe(413);
    const call = await desk.call("/interactions", large);
    expect(call.status).toBe(413);
    expect(call.headers.get("content-type")).toBe("application/problem+json");
    for (const size of [256 * 1024 + 1, 10_000_000]) {
      const stream = new Blob(["x".repeat(size)]).stream();
      const init = { method: "POST", body: stream, duplex: "half" } as RequestInit;
      expect((await desk.call("/interactions", undefined, init)).status).toBe(413);
    }
  });
});

describe("every answer", () => {
  it.each(["/", "/nowhere", "/survey/unknown", "/api/v1/interactions/1", "/healthz"])(
    "forbids foreign code, framing, guessing and keeping: %s",
    async (path) => {
      const desk = await openDesk();
      const { headers } = await desk.sit(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("cache-control")).toBe("no-store");
    },
  );
});

describe("a call of the API that no rule of the pages can stop", () => {
  it("is answered in each way as one that goes through all of them", async () => {
    const desk = await openDesk();
    const body = { id: "1", customer: { id: "c" } };
    expect((await desk.call("/interactions", body)).status).toBe(201);
    const wrong = { headers: { Authorization: "Bearer wrong" } };
    const asked: [string, unknown, RequestInit | undefined][] = [
      ["/interactions/1", undefined, undefined],
      ["/interactions/2", undefined, undefined],
      ["/interactions/1", undefined, wrong],
      ["/interactions", body, undefined],
      ["/interactions/1/entries", { text: 1 }, undefined],
      ["/interactions/1/entries", { id: "e", author: "customer", text: "Hello" }, undefined],
    ];
    for (const [path, sent, init] of asked) {
      // A query, though it asks for nothing, sends the call through the rules.
      const answers = [await desk.call(path, sent, init), await desk.call(`${path}?at-length`, sent, init)];
      const told = answers.map(async (answer) => {
        const headers = [...answer.headers].filter(([name]) => name !== "date");
        return { status: answer.status, headers, text: await answer.text() };
      });
      const [direct, ruled] = await Promise.all(told);
      expect(direct, path).toEqual(ruled);
    }
  });
});

describe("a platform's own routes", () => {
  it("see the body as it came, without key and origin, and nothing beside them goes past the rules", async () => {
    const listener: RequestListener = (given, answer) => void given.pipe(answer);
    const desk = await openDesk({ routes: [{ path: "/slack/events", listener }] });
    const raw = "payload=%7B%22a%22%3A1%7D&x=%20";
    const answer = await desk.ask("/slack/events", post({ Origin: "https://slack.example" }, raw));
    expect([answer.status, await answer.text()]).toEqual([200, raw]);
    expect(await asHost(desk, "evil.example", "/slack/events/more")).toBe(421);
  });
});
