import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { WEBHOOK_EVENTS } from "../../src/outside/webhook.ts";
import { readSettings } from "../../src/settings.ts";

const read = (webhooks: string) => readSettings(parse(`webhooks: [${webhooks}]`));

describe("a webhook in the settings", () => {
  it("is told everything, over the open internet, unless it says otherwise", () => {
    expect(read("{ id: crm, url: 'https://example.org/in?key=1' }")).toMatchObject({
      settings: {
        webhooks: [{ id: "crm", url: "https://example.org/in?key=1", events: WEBHOOK_EVENTS, allowPrivate: false }],
      },
    });
    const inner = "{ id: in, url: 'http://10.0.0.7/', events: [digest.posted], allowPrivate: true }";
    expect(read(inner)).toMatchObject({ settings: { webhooks: [{ events: ["digest.posted"], allowPrivate: true }] } });
  });

  it.each([
    ["{ id: crm, url: 'http://example.org/' }", "webhooks.0.url", "an https:// address, unless allowPrivate is true"],
    ["{ id: crm, url: 'ftp://example.org/' }", "webhooks.0.url", "an http:// or https:// address without user name"],
    ["{ id: crm, url: 'https://me:pw@example.org/' }", "webhooks.0.url", "without user name and fragment"],
    ["{ id: crm, url: 'https://example.org/', events: [] }", "webhooks.0.events", "survey.asked"],
    ["{ id: crm, url: 'https://example.org/', events: [case.closed] }", "webhooks.0.events.0", "case.changed"],
    ["{ id: CRM, url: 'https://example.org/' }", "webhooks.0.id", "small letters"],
    ["{ id: a, url: 'https://a.example/' }, { id: a, url: 'https://b.example/' }", "webhooks.1.id", "no other webhook"],
  ])("is refused where it is wrong: %s", (webhooks, path, allowed) => {
    expect(read(webhooks)).toMatchObject({ faults: [{ path, allowed: expect.stringContaining(allowed) }] });
  });
});
