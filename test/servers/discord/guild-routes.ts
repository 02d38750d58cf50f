import type { Json } from "./entities.ts";
import { channelPayload, guildPayload, memberPayload, rolePayload, userPayload } from "./payloads.ts";
import { Refusal } from "./refusals.ts";
import { type Backstage, limitOf, ok, param, type Route } from "./routes.ts";
import { isLater } from "./time.ts";
import { applicationFlags, guildOf, isThread, memberOf, userOf } from "./world.ts";

/** Guilds, people, the application itself and the address of the gateway. */
export function guildRoutes(backstage: Backstage): Route[] {
  const { world, openDirect } = backstage;
  const application = () => applicationPayload(backstage);
  return [
    { on: "GET /gateway", open: true, handle: () => ok({ url: backstage.gateway().url }) },
    { on: "GET /gateway/bot", handle: () => ok(gatewayPayload(backstage)) },
    { on: "GET /applications/@me", handle: () => ok(application()) },
    { on: "GET /oauth2/applications/@me", handle: () => ok(application()) },
    {
      on: "GET /users/@me",
      handle: () => ok({ ...userPayload(world.bot), mfa_enabled: false, locale: "en-US", verified: true, email: null }),
    },
    {
      on: "GET /users/@me/guilds",
      query: ["before", "after", "limit", "with_counts"],
      handle: () => ok(ownGuilds(backstage)),
    },
    { on: "GET /users/{user_id}", handle: (call) => ok(userPayload(userOf(world, param(call, "user_id")))) },
    {
      on: "POST /users/@me/channels",
      fields: ["recipient_id"],
      handle: (call) => ok(channelPayload(world, openDirect(String(call.body.recipient_id)))),
    },
    {
      on: "GET /guilds/{guild_id}",
      query: ["with_counts"],
      handle: (call) => ok(guildPayload(guildOf(world, param(call, "guild_id")))),
    },
    {
      on: "GET /guilds/{guild_id}/roles",
      handle: (call) => ok([...guildOf(world, param(call, "guild_id")).roles.values()].map(rolePayload)),
    },
    {
      on: "GET /guilds/{guild_id}/channels",
      handle: (call) => {
        const { id } = guildOf(world, param(call, "guild_id"));
        const own = [...world.channels.values()].filter((channel) => channel.guildId === id && !isThread(channel));
        return ok(own.map((channel) => channelPayload(world, channel)));
      },
    },
    {
      on: "GET /guilds/{guild_id}/members/{user_id}",
      handle: (call) => {
        const user = userOf(world, param(call, "user_id"));
        return ok(memberPayload(world, memberOf(guildOf(world, param(call, "guild_id")), user.id)));
      },
    },
    {
      on: "GET /guilds/{guild_id}/members",
      query: ["limit", "after"],
      handle: (call) => {
        if (!world.portal.guildMembers) throw new Refusal(50001);
        const after = call.query.get("after") ?? "0";
        const members = [...guildOf(world, param(call, "guild_id")).members.values()].filter(({ userId }) =>
          isLater(userId, after),
        );
        return ok(members.slice(0, limitOf(call, 1, 1, 1_000)).map((member) => memberPayload(world, member)));
      },
    },
  ];
}

function gatewayPayload({ gateway }: Backstage): Json {
  const { url, shards, concurrency, startsLeft } = gateway();
  const session_start_limit = {
    total: 1_000,
    remaining: startsLeft,
    reset_after: 86_400_000,
    max_concurrency: concurrency,
  };
  return { url, shards, session_start_limit };
}

function ownGuilds({ world }: Backstage): Json[] {
  const own = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id));
  return own.map(({ id, name }) => ({
    id,
    name,
    icon: null,
    banner: null,
    owner: false,
    permissions: "0",
    features: [],
  }));
}

function applicationPayload({ world }: Backstage): Json {
  const flags = applicationFlags(world.portal);
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: "",
    type: null,
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userPayload(world.bot),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
