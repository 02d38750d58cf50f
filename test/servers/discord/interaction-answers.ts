import { InteractionResponseType as Answer, InteractionType, MessageFlags, MessageType } from "discord.js";
import type { Component } from "./components.ts";
import type { Json, Message } from "./entities.ts";
import { callbackAnswer, type Interaction, show, traceOf } from "./interactions.ts";
import { messagePayload } from "./message-payloads.ts";
import { changeMessage, type Draft, putMessage, removeMessage } from "./messages.ts";
import { badField, Refusal } from "./refusals.ts";
import { isThread, messageOf, type World } from "./world.ts";

/** The first answer to an interaction; gives the body for `with_response=true`. */
export function answerInteraction(world: World, interaction: Interaction, type: number, data: Json & Draft): Json {
  demandFitting(interaction, type);
  const response = answers(world, interaction, type, data);
  interaction.acknowledged = true;
  interaction.responseId = response?.id ?? null;
  const asShown =
    type === Answer.ChannelMessageWithSource ||
    type === Answer.DeferredChannelMessageWithSource ||
    type === Answer.UpdateMessage;
  const payload = response && asShown ? messagePayload(world, response, world.bot.id) : null;
  return callbackAnswer(interaction, type, payload as Json | null, asShown ? response : null);
}

function demandFitting({ type: asked, message }: Interaction, type: number): void {
  const aboutMessage = type === Answer.UpdateMessage || type === Answer.DeferredMessageUpdate;
  const misfit =
    (aboutMessage && !message) ||
    (aboutMessage && asked === InteractionType.ApplicationCommand) ||
    (type === Answer.Modal && asked === InteractionType.ModalSubmit) ||
    type === Answer.Pong;
  if (misfit)
    throw badField("type", "INTERACTION_RESPONSE_TYPE_INVALID", "This response type does not fit the interaction.");
}

function answers(world: World, interaction: Interaction, type: number, data: Json & Draft): Message | null {
  switch (type) {
    case Answer.ChannelMessageWithSource:
      return respond(world, interaction, data, false);
    case Answer.DeferredChannelMessageWithSource:
      return respond(world, interaction, { flags: (data.flags ?? 0) & MessageFlags.Ephemeral }, true);
    case Answer.DeferredMessageUpdate:
      show(interaction, { kind: "nothing" });
      return interaction.message;
    case Answer.UpdateMessage:
      return updateSource(world, interaction, data);
    case Answer.Modal:
      openModal(interaction, data);
      return null;
    default:
      throw badField(
        "type",
        "INTERACTION_RESPONSE_TYPE_INVALID",
        `The local Discord does not know response type ${type}.`,
      );
  }
}

/** A locked archived thread takes no answers (discord-api-docs issue 5517); an archived one wakes up. */
function demandThreadOpen({ channel }: Interaction): void {
  if (isThread(channel) && channel.thread.archived && channel.thread.locked) throw new Refusal(50083);
}

function respond(world: World, interaction: Interaction, draft: Draft, thinking: boolean): Message {
  demandThreadOpen(interaction);
  const flags = (draft.flags ?? 0) | (thinking ? MessageFlags.Loading : 0);
  const message = putMessage(
    world,
    interaction.channel,
    world.bot.id,
    { ...draft, flags },
    originOf(interaction, flags),
  );
  interaction.thinking = thinking;
  const ephemeral = message.onlyFor !== null;
  show(interaction, { kind: thinking ? "thinking" : "message", messageId: message.id, ephemeral });
  return message;
}

function originOf(interaction: Interaction, flags: number) {
  const isCommand = interaction.type === InteractionType.ApplicationCommand;
  const reference = interaction.message && { channelId: interaction.channel.id, messageId: interaction.message.id };
  return {
    type: isCommand ? MessageType.ChatInputCommand : reference ? MessageType.Reply : MessageType.Default,
    interaction: traceOf(interaction),
    ...(flags & MessageFlags.Ephemeral ? { onlyFor: interaction.userId } : {}),
    ...(reference && !isCommand ? { reference } : {}),
  };
}

function updateSource(world: World, interaction: Interaction, data: Draft): Message {
  demandThreadOpen(interaction);
  const message = messageOf(interaction.channel, interaction.message?.id ?? "");
  changeMessage(world, interaction.channel, message, data);
  show(interaction, { kind: "update", messageId: message.id });
  return message;
}

function openModal(interaction: Interaction, data: Json): void {
  const { custom_id, title, components } = data as { custom_id: string; title: string; components: Component[] };
  show(interaction, { kind: "modal", modal: { customId: custom_id, title, components, from: interaction } });
}

/** `@original` or a follow-up, for reading, editing, deleting. */
export function answerMessage(interaction: Interaction, id: string): Message {
  return messageOf(interaction.channel, id === "@original" ? (interaction.responseId ?? "") : id);
}

/** Edits an answer; the first edit ends the thinking. */
export function editAnswer(world: World, interaction: Interaction, id: string, draft: Draft): Message {
  const message = answerMessage(interaction, id);
  const mine = message.interaction?.id === interaction.id || message.id === interaction.message?.id;
  if (!mine) throw new Refusal(10008);
  demandThreadOpen(interaction);
  if (interaction.thinking && message.id === interaction.responseId) {
    interaction.thinking = false;
    message.flags &= ~MessageFlags.Loading;
    changeMessage(world, interaction.channel, message, draft);
    message.editedAt = null;
    show(interaction, { kind: "message", messageId: message.id, ephemeral: message.onlyFor !== null });
    return message;
  }
  return changeMessage(world, interaction.channel, message, draft);
}

/** A further message; right after a deferral it fills in the waiting answer instead, as documented. */
export function followUp(world: World, interaction: Interaction, draft: Draft): Message {
  if (interaction.thinking) {
    const { flags: _, ...rest } = draft;
    return editAnswer(world, interaction, "@original", rest);
  }
  demandThreadOpen(interaction);
  const origin = originOf(interaction, draft.flags ?? 0);
  return putMessage(world, interaction.channel, world.bot.id, draft, origin);
}

export function deleteAnswer(world: World, interaction: Interaction, id: string): void {
  const message = answerMessage(interaction, id);
  removeMessage(world, interaction.channel, message);
}
