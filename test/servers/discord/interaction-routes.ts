import type { Json } from "./entities.ts";
import { answerInteraction, answerMessage, deleteAnswer, editAnswer, followUp } from "./interaction-answers.ts";
import { checkMessage } from "./message-forms.ts";
import { messagePayload } from "./message-payloads.ts";
import { draftOf, MESSAGE_FIELDS } from "./message-routes.ts";
import { checkCommands, checkModal } from "./other-forms.ts";
import { Refusal } from "./refusals.ts";
import { type Backstage, type Call, created, done, ok, param, type Route } from "./routes.ts";
import { guildOf } from "./world.ts";

const CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
const WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
const EDIT_FIELDS = MESSAGE_FIELDS;
const QUERY = ["thread_id", "with_components"];

export function interactionRoutes(backstage: Backstage): Route[] {
  const { world } = backstage;
  return [
    {
      on: `POST ${CALLBACK}`,
      open: true,
      fields: ["type", "data"],
      query: ["with_response"],
      check: ({ body, files }) => {
        const data = (body.data ?? {}) as Json;
        if (body.type === 9) checkModal(data);
        if (body.type === 4 || body.type === 7) checkMessage(data, files, "interaction", body.type === 7);
      },
      handle: (call) => {
        const interaction = backstage.interactions.toAnswer(
          param(call, "interaction_id"),
          param(call, "interaction_token"),
        );
        const data = (call.body.data ?? {}) as Json;
        const answer = answerInteraction(world, interaction, Number(call.body.type), { ...data, files: call.files });
        return call.query.get("with_response") === "true" ? ok(answer) : done;
      },
    },
    {
      on: `POST ${WEBHOOK}`,
      open: true,
      fields: [...EDIT_FIELDS, "nonce"],
      query: ["wait", ...QUERY],
      check: (call) => checkMessage(call.body, call.files, "interaction"),
      handle: (call) => {
        const interaction = byToken(backstage, call);
        return ok(messagePayload(world, followUp(world, interaction, draftOf(call)), world.bot.id));
      },
    },
    ...[`${WEBHOOK}/messages/@original`, `${WEBHOOK}/messages/{message_id}`].flatMap((path) =>
      answerRoutes(backstage, path),
    ),
  ];
}

function byToken({ interactions, world }: Backstage, call: Call) {
  if (param(call, "webhook_id") !== world.bot.id) throw new Refusal(10015);
  return interactions.byToken(param(call, "webhook_token"));
}

function answerRoutes(backstage: Backstage, path: string): Route[] {
  const { world } = backstage;
  const id = (call: Call) => call.params.message_id ?? "@original";
  return [
    {
      on: `GET ${path}`,
      open: true,
      query: ["thread_id"],
      handle: (call) => ok(messagePayload(world, answerMessage(byToken(backstage, call), id(call)), world.bot.id)),
    },
    {
      on: `PATCH ${path}`,
      open: true,
      fields: EDIT_FIELDS,
      query: QUERY,
      check: (call) => checkMessage(call.body, call.files, "interaction", true),
      handle: (call) => {
        const interaction = byToken(backstage, call);
        return ok(messagePayload(world, editAnswer(world, interaction, id(call), draftOf(call)), world.bot.id));
      },
    },
    {
      on: `DELETE ${path}`,
      open: true,
      query: ["thread_id"],
      handle: (call) => {
        deleteAnswer(world, byToken(backstage, call), id(call));
        return done;
      },
    },
  ];
}

/** Registering commands, for all guilds and for one. */
export function commandRoutes({ world, commands }: Backstage): Route[] {
  const guildId = (call: Call) => {
    if (param(call, "application_id") !== world.bot.id) throw new Refusal(50001);
    return call.params.guild_id === undefined ? null : guildOf(world, call.params.guild_id).id;
  };
  const common = "/applications/{application_id}/commands";
  const ofGuild = "/applications/{application_id}/guilds/{guild_id}/commands";
  const fields = ["name", "name_localizations", "description", "description_localizations", "options", "type", "nsfw"];
  const rights = ["default_member_permissions", "dm_permission", "contexts", "integration_types", "handler"];
  return [common, ofGuild].flatMap((path): Route[] => [
    { on: `GET ${path}`, query: ["with_localizations"], handle: (call) => ok(commands.list(guildId(call))) },
    {
      on: `PUT ${path}`,
      fields: "list",
      check: (call) => checkCommands(call.list),
      handle: (call) => ok(commands.replace(guildId(call), call.list)),
    },
    {
      on: `POST ${path}`,
      fields: [...fields, ...rights],
      check: (call) => checkCommands([call.body]),
      handle: (call) => created(commands.put(guildId(call), call.body)),
    },
    {
      on: `DELETE ${path}/{command_id}`,
      handle: (call) => {
        commands.remove(guildId(call), param(call, "command_id"));
        return done;
      },
    },
  ]);
}
