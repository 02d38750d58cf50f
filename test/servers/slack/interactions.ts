import { randomUUID } from "node:crypto";
import type { BasicElementAction, BlockAction, MessageShortcut, SlashCommand } from "@slack/bolt";
import { elementsOf, type PlacedElement } from "./blocks.ts";
import { actionOf, type Entry, stateOf } from "./choices.ts";
import { asObject, asObjects, type Json } from "./json.ts";
import { messageShape } from "./message-shapes.ts";
import type { Content, Message } from "./messages.ts";
import type { ResponseUrls } from "./response-urls.ts";
import { SlackError } from "./slack-error.ts";
import type { Parcel, Receipt, Transport } from "./transport.ts";
import type { Triggers } from "./triggers.ts";
import type { View, Views } from "./views.ts";
import type { Channel } from "./workspace.ts";
import type { World } from "./world.ts";

/**
 * What Slack shows the person who acted. `operation_timeout`: no acknowledgement in time; `dispatch_failed`: the app
 * could not be reached; `http_error`: it answered with an error; `invalid_response`: with nonsense.
 */
export type Shown = "ok" | "operation_timeout" | "dispatch_failed" | "http_error" | "invalid_response";

/** Brings to the app what people do with its buttons, commands and shortcuts. None of it is retried. */
export interface Interactions {
  clickInMessage(person: string, message: Message, content: Content, press: Press): Promise<Shown>;
  clickInView(person: string, view: View, press: Press): Promise<Shown>;
  useShortcut(person: string, callbackId: string, message: Message): Promise<Shown>;
  runCommand(person: string, channel: Channel, command: string, text: string): Promise<Shown>;
}

/** A press of an element, or a choice in it. */
export interface Press {
  readonly actionId: string;
  readonly entry: Entry;
}

/** What interactions need to know. */
export interface InteractionsConfig {
  readonly world: World;
  readonly transport: Transport;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly views: Views;
  complain(text: string): void;
}

/** Interactions in this world. */
export function createInteractions(config: InteractionsConfig): Interactions {
  const { world, transport, triggers, responseUrls, views, complain } = config;

  async function send(kind: Parcel["kind"], payload: object): Promise<Receipt> {
    return transport.deliver({ kind, envelopeId: randomUUID(), payload: { ...payload } });
  }

  return {
    async clickInMessage(person, message, content, press) {
      const placed = pressed(content.blocks ?? [], press, `message ${message.ts}`);
      const { workspace, channel } = world.ofChannel(message.channel);
      const { onlyFor, ts, threadTs } = message;
      const payload: BlockAction<BasicElementAction> = {
        type: "block_actions",
        ...who(world, person),
        container: {
          type: "message",
          message_ts: ts,
          channel_id: channel.id,
          is_ephemeral: onlyFor !== undefined,
          ...(threadTs && { thread_ts: threadTs }),
        },
        channel: { id: channel.id, name: channelName(channel) },
        ...(!onlyFor && {
          message: { type: "message", ts, ...messageShape({ ...message, content }, workspace, world.app.id) },
        }),
        state: { values: {} },
        trigger_id: triggers.issue(person),
        response_url: responseUrls.issue({ channel: channel.id, person, original: message }),
        actions: [action(placed, press.entry, world)],
      };
      return shown(await send("interactive", { ...payload, enterprise: null, is_enterprise_install: false }));
    },
    async clickInView(person, view, press) {
      const placed = pressed(asObjects(view.definition.blocks), press, `view ${view.id}`);
      if (placed.element.type !== "button") {
        view.state = { ...view.state, [placed.blockId]: { [placed.actionId]: stateOf(placed, press.entry) } };
      }
      const payload: Omit<BlockAction<BasicElementAction>, "view" | "response_url"> = {
        type: "block_actions",
        ...who(world, person),
        container: { type: "view", view_id: view.id },
        trigger_id: triggers.issue(person),
        actions: [action(placed, press.entry, world)],
      };
      const rest = { view: views.shape(view), enterprise: null, is_enterprise_install: false };
      return shown(await send("interactive", { ...payload, ...rest }));
    },
    async useShortcut(person, callbackId, message) {
      const { workspace, channel } = world.ofChannel(message.channel);
      if (!workspace.scopes.has("commands")) return "dispatch_failed";
      const payload: MessageShortcut & { readonly api_app_id: string } = {
        type: "message_action",
        ...who(world, person),
        callback_id: callbackId,
        trigger_id: triggers.issue(person),
        response_url: responseUrls.issue({ channel: channel.id, person }),
        action_ts: world.messages.stamp(),
        message_ts: message.ts,
        channel: { id: channel.id, name: channelName(channel) },
        message: { type: "message", ts: message.ts, ...messageShape(message, workspace, world.app.id) },
      };
      return shown(await send("interactive", { ...payload, enterprise: null, is_enterprise_install: false }));
    },
    async runCommand(person, channel, command, text) {
      const { workspace } = world.ofChannel(channel.id);
      if (!workspace.scopes.has("commands")) return "dispatch_failed";
      const target = { channel: channel.id, person };
      const payload: SlashCommand = {
        token: world.app.verificationToken,
        team_id: workspace.id,
        team_domain: workspace.domain,
        channel_id: channel.id,
        channel_name: channelName(channel),
        user_id: person,
        user_name: world.ofPerson(person).person.name,
        command,
        text,
        api_app_id: world.app.id,
        is_enterprise_install: "false",
        response_url: responseUrls.issue(target),
        trigger_id: triggers.issue(person),
      };
      const receipt = await send("slash_commands", payload);
      if (!receipt.ok) return shown(receipt);
      return sayAnswer(receipt.body, (response) => responseUrls.say(target, response), complain);
    },
  };
}

/** Who acts, with what every interactive payload carries. */
export function who(world: World, personId: string) {
  const { workspace, person } = world.ofPerson(personId);
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    team: { id: workspace.id, domain: workspace.domain },
    api_app_id: world.app.id,
    token: world.app.verificationToken,
  };
}

/** What a failed or acknowledged delivery looks like to the person. */
export function shown(receipt: Receipt): Shown {
  if (receipt.ok) return "ok";
  if (receipt.reason === "connection_failed") return "dispatch_failed";
  return receipt.reason === "timeout" || receipt.reason === "http_timeout" ? "operation_timeout" : "http_error";
}

function pressed(blocks: readonly Json[], { actionId, entry }: Press, place: string): PlacedElement {
  const found = elementsOf(blocks).filter((element) => element.actionId === actionId);
  const buttons = found.filter(({ element }) => element.type !== "button" || !entry || element.value === entry);
  const first = buttons[0];
  if (!first) throw new Error(`There is nothing to press with the action id ${actionId} in ${place}.`);
  return first;
}

function action(placed: PlacedElement, entry: Entry, world: World): BasicElementAction {
  return actionOf(placed, entry, world.messages.stamp()) as Json & BasicElementAction;
}

function channelName({ kind, name }: Channel): string {
  if (kind === "im") return "directmessage";
  return kind === "private" ? "privategroup" : name;
}

/** The answer to a command may stand in its acknowledgement. */
function sayAnswer(body: unknown, say: (response: Json) => void, complain: (text: string) => void): Shown {
  const response = typeof body === "string" ? { text: body } : asObject(body);
  if (!response || Object.keys(response).length === 0) return "ok";
  try {
    say(response);
    return "ok";
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    complain(`The acknowledgement of a command was refused: ${error.message}`);
    return "invalid_response";
  }
}
