import type { SayWords } from "../../src/wording.ts";
import { recordsIn, type SlackPayload, textIn } from "./api.ts";
import { COMMAND } from "./commands.ts";
import type { FindDesk } from "./find-desk.ts";
import type { View } from "./forms.ts";
import { plain } from "./forms.ts";
import type { CommandReply } from "./handlers.ts";
import { homeButton } from "./home-parts.ts";
import { teamOf } from "./parse.ts";
import { aboutOf, channelOf } from "./parse-interaction.ts";
import type { SlackDesks, SlackParts } from "./parts.ts";
import { createSetUp } from "./set-up.ts";
import { SET_UP } from "./set-up-view.ts";

/** The buttons under the question what a channel is for. */
const HERE = `${SET_UP}-here`;
const USES = ["support", "team", "none"] as const;
/** Invitations that are remembered, so that one that is told twice is asked about once. */
const MOST_REMEMBERED = 1_000;

/** Setting up whichever desk it is that somebody means. */
export interface SetUps {
  /** Whether a press or a form belongs to set-up. */
  isOurs(body: SlackPayload): boolean;
  /** Whether a command asks for set-up. */
  isWanted(body: SlackPayload): boolean;
  click(body: SlackPayload, acknowledge: () => Promise<void>): Promise<string | null>;
  submission(body: SlackPayload, onChanged: (team: string, user: string) => void): Promise<View | undefined>;
  command(body: SlackPayload, acknowledge: () => Promise<void>): Promise<CommandReply | null>;
  /** Asks whoever has brought the bot into a channel what it is for, unless the settings say so already. */
  joined(body: SlackPayload): Promise<void>;
  /** What is missing at each desk, as far as somebody may change that. */
  missing(team: string, user: string): Promise<View[]>;
}

export function createSetUps(desks: SlackDesks, findDesk: FindDesk): SetUps {
  const [first] = desks;
  const { api, log } = first;
  const setUps = new Map(desks.map((desk) => [desk, createSetUp(desk)]));
  const firstSetUp = createSetUp(first);
  const at = (desk: SlackParts) => setUps.get(desk) ?? firstSetUp;
  const asked = new Set<string>();

  const deskOf = async (body: SlackPayload, team: string, user: string): Promise<SlackParts> => {
    const named = desks.find(({ deskId }) => deskId === aboutOf(body)?.desk);
    return named ?? findDesk.atChannel(channelOf(body)) ?? findDesk.ofActor(team, user);
  };

  const actionOf = (body: SlackPayload): string => textIn(recordsIn(body, "actions")[0], "action_id") ?? "";

  const askWhatFor = async (team: string, channel: string, inviter: string): Promise<void> => {
    const desk = await findDesk.ofActor(team, inviter);
    await desk.directory.prepare(team, inviter);
    const { wording, settings, deskId } = desk;
    const locale = wording.choose(desk.rules.person(team, inviter).locale, settings.desk.locale);
    const say: SayWords = (key, values) => wording.say(locale, key, values);
    const buttons = USES.map((use) =>
      homeButton(`${HERE}:${use}`, { subject: channel, desk: deskId, value: use }, say(`setUp.joined.${use}`)),
    );
    const text = say("setUp.joined");
    const blocks = [
      { type: "section", text: plain(text) },
      { type: "actions", elements: buttons },
    ];
    const answer = await api.call(team, "chat.postEphemeral", { channel, user: inviter, text, blocks });
    if (answer.kind !== "ok") log.warn("Whoever invited the bot could not be asked what for", { channel, answer });
  };

  return {
    isOurs: (body) => actionOf(body).startsWith(SET_UP) || textIn(body, "view", "callback_id") === SET_UP,
    isWanted: (body) => textIn(body, "command") === COMMAND && /^set-?up$/i.test((textIn(body, "text") ?? "").trim()),
    async click(body, acknowledge) {
      await acknowledge();
      const [team, user] = [teamOf(body, first.rules), textIn(body, "user", "id") ?? ""];
      const desk = await deskOf(body, team, user);
      if (!actionOf(body).startsWith(HERE)) return at(desk).open(body, team, user);
      const { subject = "", value } = aboutOf(body) ?? {};
      if (value === "support" || value === "team") return at(desk).place(subject, value, team, user);
      const { wording, settings } = desk;
      return wording.say(
        wording.choose(desk.rules.person(team, user).locale, settings.desk.locale),
        "setUp.joined.left",
      );
    },
    async submission(body, onChanged) {
      const [team, user] = [teamOf(body, first.rules), textIn(body, "user", "id") ?? ""];
      const answer = await at(await deskOf(body, team, user)).submit(body, team, user);
      if (answer?.response_action === "update") onChanged(team, user);
      return answer;
    },
    async command(body, acknowledge) {
      await acknowledge();
      const [team, user] = [teamOf(body, first.rules), textIn(body, "user_id") ?? ""];
      const said = await at(await deskOf(body, team, user)).open(body, team, user);
      return said === null ? null : { text: said };
    },
    async joined(body) {
      const team = teamOf(body, first.rules);
      const event = { user: textIn(body, "event", "user") ?? "", channel: textIn(body, "event", "channel") ?? "" };
      const [id, inviter] = [textIn(body, "event_id") ?? "", textIn(body, "event", "inviter")];
      if (!first.rules.isOwn(event.user) || inviter === null || asked.has(id)) return;
      if (asked.size >= MOST_REMEMBERED) asked.clear();
      asked.add(id);
      if (findDesk.atChannel(event.channel) === null) await askWhatFor(team, event.channel, inviter);
    },
    async missing(team, user) {
      const found = await Promise.all(desks.map((desk) => at(desk).missing(team, user)));
      return found.flat();
    },
  };
}
