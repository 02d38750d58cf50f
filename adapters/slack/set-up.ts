import type { FormWords } from "../../src/chat/forms.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { whoMay } from "../../src/say-who-may.ts";
import { missingOf, type SetUpAnswers, settlerOf, setUpEdits } from "../../src/settings/set-up.ts";
import { pathsInFile, type SettingEdit, type SettingsChange } from "../../src/settings/settings-keeper.ts";
import type { SayWords } from "../../src/wording.ts";
import { isRecord, type SlackPayload, textIn } from "./api.ts";
import { sayingView, type View } from "./forms.ts";
import { homeButton, homeHeader, homeSection } from "./home-parts.ts";
import { groupsOn } from "./offer.ts";
import { parseSetUp } from "./parse-set-up.ts";
import type { SlackParts } from "./parts.ts";
import { FIELDS, SET_UP, setUpView } from "./set-up-view.ts";
import { atMost, LOOK_UP_PATIENCE_MS, within } from "./waits.ts";

/** Somebody who sets a desk up, in which workspace and language. */
interface Settling {
  readonly team: string;
  /** As whom the change is made: an admin. */
  readonly by: Person;
  readonly words: FormWords;
}

/** Setting a desk up on Slack. */
export interface SetUpOnSlack {
  /** Opens the form; or gives why not. */
  open(body: SlackPayload, team: string, user: string): Promise<string | null>;
  /** Takes the form as it was filled in; gives the acknowledgement, with what is wrong at its fields. */
  submit(body: SlackPayload, team: string, user: string): Promise<View | undefined>;
  /** Makes the channel one in which customers write, or the team's; gives what came of it. */
  place(channel: string, use: "support" | "team", team: string, user: string): Promise<string>;
  /** What is missing, with the button that opens the form; nothing for whoever may not. */
  missing(team: string, user: string): Promise<View[]>;
}

function fieldAt(path: string): string {
  if (path.startsWith("slack.teamChannel")) return FIELDS.team;
  if (path.startsWith("slack")) return FIELDS.support;
  if (path.startsWith("roles.")) return `${path.split(".")[1]}-people`;
  return { "desk.zone": FIELDS.zone, "desk.locale": FIELDS.locale }[path] ?? FIELDS.brand;
}

export function createSetUp(parts: SlackParts): SetUpOnSlack {
  const { api, keeper, deskId, settings, section, wording, rules, directory, workspaces } = parts;

  const isOwner = async (team: string, user: string): Promise<boolean> => {
    const answer = await api.call(team, "users.info", { user });
    const known = answer.kind === "ok" && isRecord(answer.data.user) ? answer.data.user : {};
    const isElsewhere = known.is_stranger === true || (textIn(known, "team_id") ?? team) !== team;
    return !isElsewhere && (known.is_admin === true || known.is_owner === true);
  };

  /** Whoever may set up; a sentence to anybody else. Who owns a customer's workspace owns nothing of ours. */
  const settle = async (team: string, user: string): Promise<Settling | string> => {
    await directory.prepare(team, user);
    const person = rules.person(team, user);
    const isAlone = settings.roles.admins.length === 0 && workspaces.home() === team;
    const by = settlerOf(person, settings, isAlone && (await within(LOOK_UP_PATIENCE_MS, isOwner(team, user), false)));
    if (by === null) return whoMay(parts, person, "change-settings");
    return { team, by, words: { wording, settings, locale: wording.choose(by.locale, settings.desk.locale) } };
  };

  const sayTo =
    ({ words }: Pick<Settling, "words">): SayWords =>
    (key, values) =>
      wording.say(words.locale, key, values);

  const change = async (edits: readonly SettingEdit[], { by }: Settling): Promise<SettingsChange | null> =>
    (await keeper?.change(deskId, edits, { by, via: "chat" })) ?? null;

  /** Those of the channels that we are not in, as far as Slack tells in time. */
  const closedTo = async (channels: readonly string[], team: string): Promise<string[]> => {
    const closed: string[] = [];
    const look = async (channel: string) => {
      const answer = await api.call(team, "conversations.info", { channel });
      const info = answer.kind === "ok" && isRecord(answer.data.channel) ? answer.data.channel : {};
      const isUnknown = answer.kind === "error" && answer.code === "channel_not_found";
      if (isUnknown || info.is_member === false) closed.push(`#${textIn(info, "name") ?? channel}`);
    };
    await atMost(LOOK_UP_PATIENCE_MS, Promise.all(channels.map(look)));
    return closed;
  };

  const edits = (answers: SetUpAnswers, team: string) =>
    setUpEdits({ name: "slack", space: `slack:${team}:`, section }, answers, settings);

  const errors = (faulty: Readonly<Record<string, string>>): View => ({ response_action: "errors", errors: faulty });

  return {
    async open(body, team, user) {
      const asked = within(LOOK_UP_PATIENCE_MS, groupsOn(api, team), []);
      const settling = await settle(team, user);
      if (typeof settling === "string") return settling;
      const { words, by } = settling;
      if (keeper === undefined) return sayTo(settling)("setUp.fixed");
      const inFile = pathsInFile(keeper.list(deskId));
      const form = { desk: deskId, team, by, words, section, groups: await asked, locales: wording.locales, inFile };
      const trigger = textIn(body, "trigger_id") ?? "";
      const answer = await api.call(team, "views.open", { trigger_id: trigger, view: setUpView(form) });
      if (answer.kind === "ok") return null;
      parts.log.warn("The form for setting up could not be opened", { answer });
      return sayTo(settling)("form.tooLate");
    },
    async submit(body, team, user) {
      const settling = await settle(team, user);
      if (typeof settling === "string") return errors({ [FIELDS.brand]: settling });
      const say = sayTo(settling);
      const answers = parseSetUp(body, team, workspaces.home() === team);
      const { teamChannel, supportChannels = [] } = answers;
      const channel = teamChannel?.split(":").at(-1) ?? null;
      if (channel !== null && supportChannels.includes(channel))
        return errors({ [FIELDS.team]: say("setUp.sameChannel") });
      const wanted = edits(answers, team);
      const changed = wanted.length === 0 ? null : await change(wanted, settling);
      if (changed?.kind === "refused") return errors({ [FIELDS.brand]: changed.text });
      if (changed?.kind === "faulty")
        return errors(
          Object.fromEntries(
            changed.faults.map(({ path, found, allowed }) => [fieldAt(path), say("setUp.fault", { found, allowed })]),
          ),
        );
      const closed = await closedTo([...supportChannels, ...(channel === null ? [] : [channel])], team);
      const invite = closed.length === 0 ? [] : [say("setUp.invite", { channels: closed.join(", ") })];
      const text = [say(changed === null ? "setUp.same" : "setUp.done"), ...invite].join("\n\n");
      return { response_action: "update", view: sayingView(text, settling.words) };
    },
    async place(channel, use, team, user) {
      const settling = await settle(team, user);
      if (typeof settling === "string") return settling;
      const say = sayTo(settling);
      const isHome = workspaces.home() === team;
      const support = section.supportChannels.filter((one) => one !== channel);
      const inTeam = section.teamChannel?.split(":").at(-1) === channel;
      const answers: SetUpAnswers =
        use === "support"
          ? { supportChannels: [...support, channel], ...(inTeam ? { teamChannel: null } : {}) }
          : { teamChannel: isHome ? channel : `${team}:${channel}`, supportChannels: support };
      const wanted = edits(answers, team);
      const changed = wanted.length === 0 ? null : await change(wanted, settling);
      if (changed?.kind === "refused") return changed.text;
      if (changed?.kind === "faulty")
        return changed.faults.map(({ found, allowed }) => say("setUp.fault", { found, allowed })).join("\n");
      return say(use === "support" ? "setUp.joined.doneSupport" : "setUp.joined.doneTeam");
    },
    async missing(team, user) {
      const missing = keeper === undefined ? [] : missingOf(settings, { name: "slack", section });
      const settling = missing.length === 0 ? "" : await settle(team, user);
      if (typeof settling === "string") return [];
      const say = sayTo(settling);
      const button = homeButton(SET_UP, { subject: SET_UP, desk: deskId }, say("setUp.title"));
      return [
        homeHeader(say("setUp.missing")),
        homeSection(missing.map((lack) => `• ${say(`setUp.missing.${lack}`)}`).join("\n"), button),
      ];
    },
  };
}
