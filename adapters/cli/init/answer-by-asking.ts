import type { Wording } from "../../../src/wording.ts";
import type { Nameables, Platform } from "../../platform.ts";
import { type AnsweredPlatform, ASKED_ROLES, type AskedRole, type PlatformAnswers } from "../../set-up-answers.ts";
import { Failure } from "../failure.ts";
import type { InitAnswers } from "./answer-by-flags.ts";
import { deskFault, type Flags, overlaid } from "./flags.ts";
import { type FoundBefore, guessed } from "./found.ts";
import type { Prompts } from "./prompts.ts";
import { missingTokens, reach } from "./reach.ts";

const WEB = "web";
const QUESTIONS: Readonly<Record<AskedRole, string>> = {
  agents: "Who answers customers?",
  leads: "Who leads them? (decides on products, leaves answers out)",
  executives: "Which executives sit down with conversations?",
  admins: "Who may change settings?",
};

interface InitAsking {
  readonly prompts: Prompts;
  readonly flags: Flags;
  readonly found: FoundBefore;
  readonly platforms: readonly Platform[];
  readonly wording: Wording;
}

async function askDesk({ prompts, flags, found, wording }: InitAsking): Promise<InitAnswers["desk"]> {
  const known = { ...guessed(process.env, wording), ...found.desk, ...flags.desk };
  const told = (key: "brand" | "name" | "zone" | "locale") => flags.desk[key];
  const asked = (message: string, key: "brand" | "name", initial: string) =>
    prompts.text(message, initial, (value) => deskFault(key, value));
  const brand =
    told("brand") ?? (await asked("Whom would customers recommend? (your brand)", "brand", known.brand ?? ""));
  const name = told("name") ?? (await asked("How does the desk sign?", "name", known.name ?? `${brand} Support`));
  const zones = Intl.supportedValuesOf("timeZone");
  const all = zones.includes(known.zone) ? zones : [known.zone, ...zones];
  const zone = told("zone") ?? (await prompts.pick("Whose clock is the desk's? (type to search)", all, known.zone));
  const locale =
    told("locale") ?? (await prompts.pick("Which language does the desk speak?", wording.locales, known.locale));
  return { brand, name, zone, locale };
}

/** Asks for the tokens that are not set, until the platform takes them or the person leaves it out. */
async function connect(platform: Platform, { prompts, found }: InitAsking) {
  const given: Record<string, string> = {};
  let variables: FoundBefore["variables"] = found.variables;
  for (;;) {
    for (const { variable, found: where } of missingTokens(platform, variables)) {
      prompts.say(`${variable}: ${where}.`);
      given[variable] = await prompts.secret(variable);
    }
    const done = prompts.wait(`Asking ${platform.setUp.title}`);
    variables = { ...found.variables, ...given };
    const reached = await reach(platform, variables);
    if (reached !== null && "offered" in reached) {
      done(`${platform.setUp.title} answers: ${reached.offered.where || "no server yet"}`);
      return { offered: reached.offered, given };
    }
    done(`${platform.setUp.title}: ${reached?.fault ?? "no token"}`);
    if (!(await prompts.confirm("Enter the tokens anew?", true))) return null;
    for (const name of Object.keys(given)) delete given[name];
    const own = platform.setUp.tokens.map(({ variable }) => variable);
    variables = Object.fromEntries(Object.entries(found.variables).filter(([name]) => !own.includes(name)));
  }
}

/** A list is offered where the platform gives one, else the ids are typed. */
async function askSeveral(prompts: Prompts, message: string, offers: Nameables["channels"], before: readonly string[]) {
  if (offers.length > 0) return prompts.several(message, offers, before);
  const typed = await prompts.text(`${message} (ids with blanks between, or nothing)`, before.join(" "));
  return typed.split(/[\s,]+/).filter((one) => one !== "");
}

async function askPlatform(platform: Platform, offered: Nameables, asking: InitAsking): Promise<PlatformAnswers> {
  const { prompts, flags, found } = asking;
  const { title, hasCategories } = platform.setUp;
  const told = flags.platforms[platform.name];
  const before = found.platforms[platform.name];
  if (before === undefined) throw new Failure([`${platform.name} is not known.`]);
  const known = overlaid(before, told);
  const { channels, categories, groups, people } = offered;
  const supportChannels =
    told?.supportChannels ??
    (await askSeveral(prompts, `In which channels do customers write on ${title}?`, channels, known.supportChannels));
  const ticketCategories =
    told?.ticketCategories ??
    (hasCategories && categories.length > 0
      ? await prompts.several("Under which categories is each channel a ticket?", categories, known.ticketCategories)
      : known.ticketCategories);
  const where = `Where is the team told on ${title}?`;
  const teamChannel =
    told?.teamChannel ??
    (channels.length > 0
      ? await prompts.one(where, channels, known.teamChannel)
      : (await prompts.text(`${where} (a channel's id, or nothing)`, known.teamChannel ?? "")) || null);
  const roles: Record<AskedRole, readonly string[]> = { ...known.roles };
  for (const role of ASKED_ROLES)
    roles[role] =
      told?.roles?.[role] ?? (await askSeveral(prompts, QUESTIONS[role], [...groups, ...people], known.roles[role]));
  return { teamChannel, supportChannels, ticketCategories, roles };
}

/** Where customers write: the platforms with tokens or settings are ticked already. */
async function askWhere({ prompts, flags, found, platforms }: InitAsking): Promise<readonly Platform[]> {
  const isKnown = (platform: Platform) =>
    flags.platforms[platform.name] !== undefined ||
    missingTokens(platform, found.variables).length === 0 ||
    (found.platforms[platform.name]?.supportChannels.length ?? 0) > 0;
  const offers = [
    ...platforms.map(({ name, setUp }) => ({ value: name, name: setUp.title })),
    { value: WEB, name: "In the browser: the desk's own pages, always there" },
  ];
  const ticked = [...platforms.filter(isKnown).map(({ name }) => name), WEB];
  const chosen = await prompts.several("Where do your customers write?", offers, ticked);
  return platforms.filter(({ name }) => chosen.includes(name));
}

/** Asks on a terminal; every token and name is tried at once. */
export async function answerByAsking(asking: InitAsking, force: boolean): Promise<InitAnswers> {
  const { prompts, found } = asking;
  prompts.begin("Empty Chair: a few questions, each tried at once. Ctrl-C writes nothing.");
  if (found.text !== null && !force) {
    const change = `${found.settingsFile} is there already. Change it? All else in it stays, comments too.`;
    if (!(await prompts.confirm(change, true))) throw new Failure(["Nothing was written."]);
  }
  const desk = await askDesk(asking);
  const platforms: AnsweredPlatform[] = [];
  const secrets: Record<string, string> = {};
  for (const platform of await askWhere(asking)) {
    const connected = await connect(platform, asking);
    if (connected === null) continue;
    const { offered, given } = connected;
    platforms.push({ platform, offered, answers: await askPlatform(platform, offered, asking) });
    prompts.say(offered.invitation);
    Object.assign(secrets, given);
  }
  const names = Object.keys(secrets);
  const keep = `Keep ${names.join(", ")} in ${found.secretsFile}? Only you can read it, and a start does. Else set them yourself.`;
  const isKept = names.length > 0 && (await prompts.confirm(keep, true));
  return { desk, platforms, secrets: isKept ? secrets : {} };
}
