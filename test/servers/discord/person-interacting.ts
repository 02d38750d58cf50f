import { type APIMessage, ApplicationCommandType, InteractionType, PermissionsBitField } from "discord.js";
import type { Command } from "./commands.ts";
import { type Component, findComponent, flattened } from "./components.ts";
import type { Channel, Json, User } from "./entities.ts";
import {
  componentData,
  interactionPayload,
  messageMenuData,
  type OptionValue,
  slashData,
  submittedData,
} from "./interaction-payloads.ts";
import type { Interaction, Modal, NewInteraction, Shown } from "./interactions.ts";
import { messagePayload } from "./message-payloads.ts";
import { permissionsIn } from "./permissions.ts";
import { type MessageLike, type Place, placeOf, seenMessage } from "./person-writing.ts";
import type { Backstage } from "./routes.ts";
import { messageOf } from "./world.ts";

/** A form as it stands open before a person. */
export interface OpenModal {
  readonly customId: string;
  readonly title: string;
  /** Custom ids of what can be filled in, in order. */
  readonly fields: readonly string[];
  readonly components: readonly Component[];
}

/** What Discord shows a person after they did something. */
export interface Seen {
  /** `failed` is "This interaction failed"; `nothing` is a click that was only acknowledged. */
  readonly kind: Shown["kind"];
  readonly message: APIMessage | null;
  readonly ephemeral: boolean;
  readonly modal: OpenModal | null;
  /** The words that stand there. */
  readonly text: string;
  /** Waits until the thinking ends. */
  settled(): Promise<Seen>;
}

/** Buttons, menus, commands and forms, as one person. */
export interface Interacting {
  /** Clicks a button by its custom id or its words. */
  clicks(message: MessageLike, button: string): Promise<Seen>;
  selects(message: MessageLike, menu: string, values: readonly string[]): Promise<Seen>;
  /** Runs a slash command, such as "resolve" or "chair status". */
  runs(
    command: string,
    how: { readonly in: Place; readonly options?: Readonly<Record<string, OptionValue>> },
  ): Promise<Seen>;
  usesMessageMenu(name: string, message: MessageLike): Promise<Seen>;
  /** Fills in and sends the open form with that custom id. */
  submitsModal(customId: string, values: Readonly<Record<string, string | string[]>>): Promise<Seen>;
  readonly openModals: readonly OpenModal[];
}

export function interacting(backstage: Backstage, user: User): Interacting {
  const { world, interactions } = backstage;
  const modals: Modal[] = [];

  const send = async (about: NewInteraction, data: Json): Promise<Seen> => {
    const interaction = interactions.open(about);
    const payload = interactionPayload(world, interaction, data);
    world.announce({
      event: "INTERACTION_CREATE",
      intents: 0,
      guildId: about.channel.guildId,
      within: null,
      body: () => payload,
    });
    const seen = await look(backstage, user, interaction);
    if (interaction.shown?.kind === "modal") modals.push(interaction.shown.modal);
    return seen;
  };
  const onMessage = (like: MessageLike, wanted: string, values: readonly string[]) => {
    const message = seenMessage(world, user, like);
    const component = findComponent(message, wanted);
    const channel = placeOf(world, like.channel_id);
    const about = { type: InteractionType.MessageComponent, userId: user.id, channel, message, commandName: null };
    return send(about, componentData(component, values));
  };
  const onCommand = (command: Command, channel: Channel, data: Json) => {
    demandAllowed(backstage, user, channel, command);
    const about = {
      type: InteractionType.ApplicationCommand,
      userId: user.id,
      channel,
      message: null,
      commandName: command.name,
    };
    return send(about, data);
  };
  return {
    clicks: async (message, button) => onMessage(message, button, []),
    selects: async (message, menu, values) => onMessage(message, menu, values),
    runs: async (words, { in: place, options = {} }) => {
      const channel = placeOf(world, place);
      const path = words.replace(/^\//, "").split(" ");
      const command = registered(backstage, channel, path[0] ?? "", ApplicationCommandType.ChatInput);
      return onCommand(command, channel, slashData(world, channel.guildId, command, path, options));
    },
    usesMessageMenu: async (name, like) => {
      const channel = placeOf(world, like.channel_id);
      const command = registered(backstage, channel, name, ApplicationCommandType.Message);
      return onCommand(command, channel, messageMenuData(world, command, seenMessage(world, user, like)));
    },
    submitsModal: async (customId, values) => {
      const index = modals.findIndex((modal) => modal.customId === customId);
      const modal = modals[index];
      if (!modal) throw new Error(`${user.username} has no form "${customId}" open.`);
      demandFilledIn(modal, values);
      modals.splice(index, 1);
      const { channel, message, commandName } = modal.from;
      const about = { type: InteractionType.ModalSubmit, userId: user.id, channel, message, commandName };
      return send(about, submittedData(customId, modal.components, values));
    },
    get openModals() {
      return modals.map(asOpen);
    },
  };
}

const inputs = (components: readonly Component[]) =>
  flattened(components).filter(({ custom_id }) => custom_id !== undefined);

const asOpen = ({ customId, title, components }: Modal): OpenModal => ({
  customId,
  title,
  fields: inputs(components).map(({ custom_id }) => custom_id ?? ""),
  components,
});

async function look(backstage: Backstage, user: User, interaction: Interaction): Promise<Seen> {
  const shown = await backstage.interactions.outcome(interaction);
  const message = "messageId" in shown ? messageOf(interaction.channel, shown.messageId) : null;
  const payload = message && messagePayload(backstage.world, message, user.id);
  const text = {
    failed: "This interaction failed",
    thinking: "thinking…",
    nothing: "",
    modal: "",
    message: "",
    update: "",
  }[shown.kind];
  const settled = async (): Promise<Seen> => {
    if (interaction.thinking) await new Promise<Shown>((resolve) => void interaction.watchers.push(resolve));
    return look(backstage, user, interaction);
  };
  return {
    kind: shown.kind,
    message: payload,
    ephemeral: message?.onlyFor === user.id,
    modal: shown.kind === "modal" ? asOpen(shown.modal) : null,
    text: text || (payload?.content ?? ""),
    settled,
  };
}

function registered({ commands }: Backstage, channel: Channel, name: string, type: ApplicationCommandType): Command {
  const command = commands.find(channel.guildId, name, type);
  if (!command) throw new Error(`No command "${name}" is registered here.`);
  return command;
}

function demandAllowed({ world }: Backstage, user: User, channel: Channel, command: Command): void {
  const { contexts, default_member_permissions: wanted } = command as Command & { contexts?: readonly number[] | null };
  const here = channel.guildId === null ? 1 : 0;
  const hidden = contexts !== undefined && contexts !== null && !contexts.includes(here);
  const rights = new PermissionsBitField(permissionsIn(world, channel, user.id));
  const lacks =
    channel.guildId !== null &&
    wanted !== null &&
    !rights.has("Administrator") &&
    (wanted === "0" || !rights.has(BigInt(wanted)));
  const bars = channel.guildId !== null && !rights.has("UseApplicationCommands");
  if (hidden || lacks || bars) throw new Error(`Discord does not show "${command.name}" to ${user.username} here.`);
}

/** The client sends no form with a field that is missing, too short or too long. */
function demandFilledIn({ components }: Modal, values: Readonly<Record<string, string | string[]>>): void {
  const fields = inputs(components);
  for (const name of Object.keys(values)) {
    if (!fields.some(({ custom_id }) => custom_id === name)) throw new Error(`The form has no field "${name}".`);
  }
  for (const { custom_id, type, required, min_length, max_length, value } of fields) {
    const given = String(values[custom_id ?? ""] ?? value ?? "");
    if (required !== false && given === "") throw new Error(`The field "${custom_id}" must be filled in.`);
    const tooShort = type === 4 && given !== "" && given.length < Number(min_length ?? 0);
    if (tooShort || (type === 4 && given.length > Number(max_length ?? 4_000)))
      throw new Error(`"${custom_id}" has the wrong length.`);
  }
}
