import { isRecord, type SlackPayload, textIn } from "./api.ts";
import type { CatchUp } from "./catch-up.ts";
import { createAppHomes } from "./draw-app-home.ts";
import type { FindDesk } from "./find-desk.ts";
import { createHandlers, type Handlers } from "./handlers.ts";
import { teamOf } from "./parse.ts";
import { aboutOf, channelOf } from "./parse-interaction.ts";
import type { SlackDesks, SlackParts } from "./parts.ts";
import { createSetUps } from "./set-ups.ts";

/** Hands what comes from Slack to the desk that it happened at; App Home is drawn for all desks at once. */
export function createDeskRouter(desks: SlackDesks, findDesk: FindDesk, heard: CatchUp["before"]): Handlers {
  const [first] = desks;
  const setUps = createSetUps(desks, findDesk);
  const homes = createAppHomes(desks, findDesk, setUps);
  const shared = { findDesk, homes, heard };
  const handlers = new Map(desks.map((desk) => [desk, createHandlers(desk, shared)]));
  const firstHandlers = createHandlers(first, shared);
  const at = (desk: SlackParts) => handlers.get(desk) ?? firstHandlers;

  const ofEvent = async (body: SlackPayload): Promise<SlackParts> => {
    const event = isRecord(body.event) ? body.event : {};
    const team = teamOf(body, first.rules);
    if (textIn(event, "type") === "message") return findDesk.ofMessage(team, event);
    const place = textIn(event, "item", "channel");
    const user = textIn(event, "user");
    if (place?.startsWith("D") && user !== null) return findDesk.ofPerson(team, user);
    return findDesk.atChannel(place) ?? first;
  };

  /** A button or a form says its desk, stands in a channel of one, or is about what one keeps; else its person does. */
  const ofAct = async (body: SlackPayload, user: string | null): Promise<SlackParts> => {
    const about = aboutOf(body);
    const named = desks.find(({ deskId }) => deskId === about?.desk) ?? findDesk.atChannel(channelOf(body));
    const keeper = named ?? (about ? await findDesk.about(about.subject) : null);
    return keeper ?? findDesk.ofActor(teamOf(body, first.rules), user ?? "", about?.subject);
  };
  const ofPress = (body: SlackPayload) => ofAct(body, textIn(body, "user", "id"));

  return {
    event: async (body) => at(await ofEvent(body)).event(body),
    async click(body, acknowledge) {
      if (setUps.isOurs(body)) return setUps.click(body, acknowledge);
      return at(await ofPress(body)).click(body, acknowledge);
    },
    async submission(body) {
      if (!setUps.isOurs(body)) return at(await ofPress(body)).submission(body);
      return setUps.submission(body, (team, user) => void homes.publish(team, user));
    },
    shortcut: async (body, form) => at(await ofPress(body)).shortcut(body, form),
    async command(body, acknowledge) {
      if (setUps.isWanted(body)) return setUps.command(body, acknowledge);
      return at(await ofAct(body, textIn(body, "user_id"))).command(body, acknowledge);
    },
    joined: setUps.joined,
    async home(body) {
      if (textIn(body, "event", "tab") === "messages") return;
      const team = teamOf(body, first.rules);
      const user = textIn(body, "event", "user") ?? "";
      await first.directory.prepare(team, user);
      if (user !== "") await homes.publish(team, user);
    },
  };
}
