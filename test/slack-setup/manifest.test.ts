import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { BOT_EVENTS, CORD_SHORTCUT, RESOLVE_SHORTCUT } from "../../adapters/slack/bolt-app.ts";
import { COMMANDS } from "../../adapters/slack/commands.ts";

const FOLDER = "adapters/slack";
const ORACLES = "../shared/oracles/slack-api-ref";

/** The scopes that the way we call each method needs, by Slack's reference. */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  "apps.connections.open": [],
  "auth.test": [],
  "blocks.validate": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.list": ["channels:read", "groups:read"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
  "files.completeUploadExternal": ["files:write"],
  "files.delete": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "usergroups.list": ["usergroups:read"],
  "usergroups.users.list": ["usergroups:read"],
  "users.conversations": ["im:read"],
  "users.info": ["users:read"],
  "users.list": ["users:read"],
  "views.open": [],
  "views.publish": [],
};

const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  member_joined_channel: ["channels:read", "groups:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
  reaction_added: ["reactions:read"],
  reaction_removed: ["reactions:read"],
};

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly bot_user: { readonly display_name: string };
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly shortcuts: readonly Readonly<Record<"type" | "name" | "callback_id" | "description", string>>[];
    readonly slash_commands: readonly { readonly command: string; readonly should_escape: boolean }[];
  };
  readonly oauth_config: { readonly scopes: Readonly<Record<string, readonly string[]>> };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
}

const manifest = parse(readFileSync(join(FOLDER, "manifest.yaml"), "utf8")) as Manifest;
const english = JSON.parse(readFileSync("data/locales/en.json", "utf8")) as Readonly<Record<string, string>>;
const code = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(FOLDER, file), "utf8"))
  .join("\n");

/** The Web API methods that stand in the adapter's code; keys of the wording look alike. */
function methodsCalled(): string[] {
  const families = "apps|auth|blocks|bots|chat|conversations|files|pins|reactions|team|usergroups|users|views";
  const found = [...code.matchAll(new RegExp(`"((?:${families})\\.[a-zA-Z.]+)"`, "g"))].map(([, name]) => name ?? "");
  return [...new Set(found)].filter((name) => !(name in english)).sort();
}

function documentedScopes(method: string): readonly string[] | null {
  const file = join(ORACLES, `${method}.json`);
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, "utf8")) as { scope?: { bot?: string[] } }).scope?.bot ?? null;
}

describe("The Slack manifest", () => {
  it("subscribes to the events that the adapter listens to, and no other", () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...BOT_EVENTS].sort());
  });

  it("has the commands, escaped as the adapter reads them", () => {
    expect(manifest.features.slash_commands).toMatchObject(
      COMMANDS.map((command) => ({ command, should_escape: true })),
    );
  });

  it("has the message shortcuts under the names that the bot's help gives them", () => {
    const [resolve, pull] = [english["form.resolve"], english["cord.pull"]];
    expect(manifest.features.shortcuts).toMatchObject([
      { type: "message", callback_id: RESOLVE_SHORTCUT, name: resolve },
      { type: "message", callback_id: CORD_SHORTCUT, name: pull },
    ]);
    expect(english["command.helpResolve"]).toContain(resolve);
    expect(english["command.helpCord"]).toContain(pull);
  });

  it("has App Home with both tabs, the messages tab open to writing, and interactivity over Socket Mode", () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings).toMatchObject({ interactivity: { is_enabled: true }, socket_mode_enabled: true });
  });

  it("asks for every scope that a method, an event or the command needs, and for no other", () => {
    const needed = [
      ...methodsCalled().flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...BOT_EVENTS.flatMap((event) => EVENT_SCOPES[event] ?? [`a scope for ${event}`]),
      "commands",
    ];
    expect(manifest.oauth_config.scopes).toEqual({ bot: [...new Set(needed)].sort() });
  });

  it("stays within Slack's lengths", () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
    expect(manifest.features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    for (const { name, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });
});

describe("The table of scopes", () => {
  it("has every method that the adapter calls, and no other", () => {
    const inTable = Object.keys(METHOD_SCOPES).sort();
    expect(methodsCalled()).toEqual(inTable);
  });

  it.each(Object.entries(METHOD_SCOPES))(
    "agrees with Slack's reference, where that is at hand: %s",
    (method, scopes) => {
      const documented = documentedScopes(method);
      expect(scopes.filter((scope) => documented !== null && !documented.includes(scope))).toEqual([]);
      expect(documented === null || documented.length === 0 || scopes.length > 0).toBe(true);
    },
  );
});
