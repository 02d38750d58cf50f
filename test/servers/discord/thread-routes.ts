import type { Json } from "./entities.ts";
import { checkMessage } from "./message-forms.ts";
import { forBot } from "./message-routes.ts";
import type { Draft } from "./messages.ts";
import { channelPayload, memberPayload, threadMemberPayload } from "./payloads.ts";
import { demand } from "./permissions.ts";
import { Refusal } from "./refusals.ts";
import { type Backstage, type Call, created, done, limitOf, ok, param, type Route } from "./routes.ts";
import type { ThreadChannel } from "./thread-life.ts";
import {
  type ArchivedPage,
  activeThreads,
  addToThread,
  archivedThreads,
  removeFromThread,
  threadMembers,
} from "./thread-members.ts";
import { createThread, type NewThread } from "./threads.ts";
import { channelOf, guildOf, isForum, isThread, memberOf, messageOf, type World } from "./world.ts";

const CHANNEL = "/channels/{channel_id}";
const NEW_FIELDS = [
  "name",
  "type",
  "auto_archive_duration",
  "rate_limit_per_user",
  "invitable",
  "applied_tags",
  "message",
];

export function threadRoutes(backstage: Backstage): Route[] {
  const { world } = backstage;
  return [
    {
      on: `POST ${CHANNEL}/threads`,
      fields: NEW_FIELDS,
      check: ({ body, files }) => {
        if (body.message) checkMessage(body.message as Json, files, "message");
      },
      handle: (call) => {
        const parent = channelOf(world, param(call, "channel_id"));
        const { message } = call.body as { message?: Json };
        const starter = message ? { message: { ...(message as Draft), files: call.files } } : {};
        const thread = createThread(world, parent, world.bot.id, {
          ...(call.body as unknown as NewThread),
          ...starter,
        });
        const first = isForum(parent) ? { message: forBot(world, messageOf(thread, thread.id)) } : {};
        return created({ ...channelPayload(world, thread), ...first });
      },
    },
    {
      on: `POST ${CHANNEL}/messages/{message_id}/threads`,
      fields: ["name", "auto_archive_duration", "rate_limit_per_user", "type", "invitable"],
      handle: (call) => {
        const parent = channelOf(world, param(call, "channel_id"));
        const wanted = { ...(call.body as unknown as NewThread), from: param(call, "message_id") };
        return created(channelPayload(world, createThread(world, parent, world.bot.id, wanted)));
      },
    },
    {
      on: "GET /guilds/{guild_id}/threads/active",
      handle: (call) => ok(activeThreads(world, guildOf(world, param(call, "guild_id")).id, world.bot.id)),
    },
    archivedRoute(world, "/threads/archived/public", "public"),
    archivedRoute(world, "/threads/archived/private", "private"),
    archivedRoute(world, "/users/@me/threads/archived/private", "joined"),
    ...memberRoutes(world),
  ];
}

function archivedRoute(world: World, path: string, kind: ArchivedPage["kind"]): Route {
  return {
    on: `GET ${CHANNEL}${path}`,
    query: ["before", "limit"],
    handle: (call) => {
      const page = { kind, before: call.query.get("before") ?? undefined, limit: limitOf(call, 50, 2) };
      return ok(archivedThreads(world, param(call, "channel_id"), world.bot.id, page));
    },
  };
}

function memberRoutes(world: World): Route[] {
  const who = (call: Call) => call.params.user_id ?? world.bot.id;
  const routes: Route[] = [`${CHANNEL}/thread-members/@me`, `${CHANNEL}/thread-members/{user_id}`].flatMap((path) => [
    {
      on: `PUT ${path}`,
      handle: (call) => {
        addToThread(world, threadOf(world, call), world.bot.id, who(call));
        return done;
      },
    },
    {
      on: `DELETE ${path}`,
      handle: (call) => {
        removeFromThread(world, threadOf(world, call), world.bot.id, who(call));
        return done;
      },
    },
  ]);
  return [
    ...routes,
    {
      on: `GET ${CHANNEL}/thread-members`,
      query: ["with_member", "limit", "after"],
      handle: (call) => ok(threadMembers(threadOf(world, call)).slice(0, limitOf(call, 100))),
    },
    {
      on: `GET ${CHANNEL}/thread-members/{user_id}`,
      query: ["with_member"],
      handle: (call) => {
        const thread = threadOf(world, call);
        if (!thread.thread.members.has(who(call))) throw new Refusal(10007);
        const member = memberPayload(world, memberOf(guildOf(world, thread.guildId), who(call)));
        const withMember = call.query.get("with_member") === "true" ? { member } : {};
        return ok({ ...threadMemberPayload(thread, who(call)), ...withMember });
      },
    },
  ];
}

function threadOf(world: World, call: Call): ThreadChannel {
  const channel = channelOf(world, param(call, "channel_id"));
  demand(world, channel, world.bot.id, 0n);
  if (!isThread(channel)) throw new Refusal(50024);
  return channel;
}
