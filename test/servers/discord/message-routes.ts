import type { Json, Message } from "./entities.ts";
import { checkMessage } from "./message-forms.ts";
import { messagePayload } from "./message-payloads.ts";
import { type Draft, deleteMessage, editMessage, history, type Page, sendMessage, visibleMessage } from "./messages.ts";
import { demand } from "./permissions.ts";
import { react, reactionGivers, unreact } from "./reactions.ts";
import { type Backstage, type Call, done, limitOf, ok, param, type Route } from "./routes.ts";
import { channelOf, type World } from "./world.ts";

export const MESSAGE_FIELDS = [
  "content",
  "embeds",
  "components",
  "attachments",
  "flags",
  "allowed_mentions",
  "tts",
  "enforce_nonce",
];
const SEND_FIELDS = [...MESSAGE_FIELDS, "nonce", "message_reference"];
const MESSAGES = "/channels/{channel_id}/messages";
const ONE = `${MESSAGES}/{message_id}`;
const REACTIONS = `${ONE}/reactions/{emoji_name}`;

/** A message as the bot gets it over REST. */
export const forBot = (world: World, message: Message) =>
  messagePayload(world, message, world.bot.id, world.portal.messageContent);

export const draftOf = ({ body, files }: Call): Draft & Json => ({ ...body, files });

export function messageRoutes({ world }: Backstage): Route[] {
  const channel = (call: Call) => channelOf(world, param(call, "channel_id"));
  return [
    {
      on: `POST ${MESSAGES}`,
      fields: SEND_FIELDS,
      check: (call) => checkMessage(call.body, call.files, "message"),
      handle: (call) => ok(forBot(world, sendMessage(world, channel(call), world.bot.id, draftOf(call)))),
    },
    {
      on: `GET ${MESSAGES}`,
      query: ["before", "after", "around", "limit"],
      handle: (call) =>
        ok(history(world, channel(call), world.bot.id, pageOf(call)).map((each) => forBot(world, each))),
    },
    {
      on: `GET ${ONE}`,
      handle: (call) => {
        demand(world, channel(call), world.bot.id, 0n);
        return ok(forBot(world, visibleMessage(channel(call), param(call, "message_id"))));
      },
    },
    {
      on: `PATCH ${ONE}`,
      fields: MESSAGE_FIELDS,
      check: (call) => checkMessage(call.body, call.files, "message", true),
      handle: (call) => {
        const edited = editMessage(world, channel(call), param(call, "message_id"), world.bot.id, draftOf(call));
        return ok(forBot(world, edited));
      },
    },
    {
      on: `DELETE ${ONE}`,
      handle: (call) => {
        deleteMessage(world, channel(call), param(call, "message_id"), world.bot.id);
        return done;
      },
    },
    {
      on: "POST /channels/{channel_id}/typing",
      handle: (call) => {
        demand(world, channel(call), world.bot.id, 0n);
        return done;
      },
    },
    ...reactionRoutes(world),
  ];
}

function reactionRoutes(world: World): Route[] {
  const channel = (call: Call) => channelOf(world, param(call, "channel_id"));
  const named = (call: Call) => [param(call, "message_id"), world.bot.id, param(call, "emoji_name")] as const;
  return [
    {
      on: `PUT ${REACTIONS}/@me`,
      handle: (call) => {
        react(world, channel(call), ...named(call));
        return done;
      },
    },
    {
      on: `DELETE ${REACTIONS}/@me`,
      handle: (call) => {
        unreact(world, channel(call), ...named(call));
        return done;
      },
    },
    {
      on: `DELETE ${REACTIONS}/{user_id}`,
      handle: (call) => {
        unreact(world, channel(call), ...named(call), param(call, "user_id"));
        return done;
      },
    },
    {
      on: `GET ${REACTIONS}`,
      query: ["after", "limit", "type"],
      handle: (call) => ok(reactionGivers(world, channel(call), ...named(call)).slice(0, limitOf(call, 25))),
    },
  ];
}

function pageOf(call: Call): Page {
  const [before, after, around] = ["before", "after", "around"].map((name) => call.query.get(name));
  return {
    limit: limitOf(call, 50),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(around ? { around } : {}),
  };
}
