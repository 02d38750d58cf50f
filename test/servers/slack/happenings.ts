import type { types } from "@slack/bolt";
import type { Events } from "./events.ts";
import type { Json } from "./json.ts";
import { createMessageEvents } from "./message-events.ts";
import type { Content, Message, NewMessage } from "./messages.ts";
import type { Channel, Person } from "./workspace.ts";
import type { World } from "./world.ts";

/** Everything that can happen in a workspace: each changes the world and raises the events Slack would raise. */
export interface Happenings {
  posted(message: NewMessage): Message;
  edited(message: Message, content: Content, by: string): void;
  /** Link previews arrived: an edit event in which no word changed. */
  unfurled(message: Message): void;
  deleted(message: Message): void;
  /** False if the person had reacted so already. */
  reacted(message: Message, name: string, by: string): boolean;
  /** False if the person had not reacted so. */
  unreacted(message: Message, name: string, by: string): boolean;
  joined(channel: Channel, person: string, inviter?: string): void;
  left(channel: Channel, person: string): void;
  archived(channel: Channel, by: string): void;
  openedHome(person: Person, tab: "home" | "messages", view: Json | undefined): void;
}

/** Happenings of this world, told through these events. */
export function createHappenings(world: World, events: Events): Happenings {
  const { messages } = world;
  const told = createMessageEvents(world, events);

  function membership(
    channel: Channel,
    person: string,
    type: "member_joined_channel" | "member_left_channel",
    inviter?: string,
  ): void {
    const event: types.MemberLeftChannelEvent | types.MemberJoinedChannelEvent = {
      ...(inviter === undefined ? {} : { inviter }),
      type,
      user: person,
      channel: channel.id,
      channel_type: channel.kind === "private" ? "G" : "C",
      team: world.ofChannel(channel.id).workspace.id,
      event_ts: messages.stamp(),
    };
    told.tell(channel.id, person, type, { ...event });
  }

  function notice(channel: Channel, user: string, subtype: string, text: string): void {
    const team = world.ofChannel(channel.id).workspace.id;
    told.written(messages.add({ channel: channel.id, team, user, subtype, content: { text } }));
  }

  return {
    posted(draft) {
      const message = messages.add(draft);
      if (!message.onlyFor) told.written(message);
      return message;
    },
    edited(message, content, by) {
      const before = told.shape(message);
      message.earlier.push(message.content);
      message.content = content;
      message.edited = { user: by, ts: messages.stamp() };
      if (!message.onlyFor) told.changed(message, before);
    },
    unfurled(message) {
      const before = told.shape(message);
      message.content = { ...message.content, attachments: [{ id: 1, from_url: "https://example.com/", text: "" }] };
      told.changed(message, before);
    },
    deleted(message) {
      const before = told.shape(message);
      message.deleted = true;
      if (!message.onlyFor) told.deleted(message, before);
    },
    reacted(message, name, by) {
      const people = message.reactions.get(name) ?? [];
      if (people.includes(by)) return false;
      message.reactions.set(name, [...people, by]);
      told.reaction("reaction_added", message, name, by);
      return true;
    },
    unreacted(message, name, by) {
      const people = message.reactions.get(name) ?? [];
      if (!people.includes(by)) return false;
      const rest = people.filter((person) => person !== by);
      if (rest.length > 0) message.reactions.set(name, rest);
      else message.reactions.delete(name);
      told.reaction("reaction_removed", message, name, by);
      return true;
    },
    joined(channel, person, inviter) {
      channel.members.add(person);
      membership(channel, person, "member_joined_channel", inviter);
      notice(channel, person, "channel_join", `<@${person}> has joined the channel`);
    },
    left(channel, person) {
      membership(channel, person, "member_left_channel");
      notice(channel, person, "channel_leave", `<@${person}> has left the channel`);
      channel.members.delete(person);
    },
    archived(channel, by) {
      channel.archived = true;
      const event = { type: "channel_archive", channel: channel.id, user: by, event_ts: messages.stamp() };
      told.tell(channel.id, by, "channel_archive", event);
    },
    openedHome(person, tab, view) {
      const { workspace } = world.ofPerson(person.id);
      const { channel } = world.directChannel(workspace, [person.id]);
      const event: Omit<types.AppHomeOpenedEvent, "view"> = {
        type: "app_home_opened",
        user: person.id,
        channel: channel.id,
        tab,
        event_ts: messages.stamp(),
      };
      events.raise(workspace, { ...event, ...(view && { view }) }, { subscription: "app_home_opened" });
    },
  };
}
