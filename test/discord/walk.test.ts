import { expect, it } from "vitest";
import { commandsOf } from "../../adapters/discord/commands.ts";
import { WORDING } from "../catalogues.ts";
import { MARK } from "../privacy/marked.ts";
import { manualTime } from "../servers/discord/time.ts";
import { DAY, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import { wordsOf } from "./digest-week.ts";
import { type DiscordDesk, discordDesk, furnishedDiscord } from "./discord-desk.ts";

const SUBCOMMAND = 1;
const MESSAGE_MENU = 3;
/** What commands are given that want something, by the name of the option. */
const GIVEN: Readonly<Record<string, string>> = {
  sentence: "It is down again.",
  words: "wrong",
  field: "name",
  text: "Customer Corrected",
  time: "09:00",
  day: "tue",
};

interface Told {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly options?: readonly Told[];
}

/** A way to ask the bot for something: a command, or the menu of a message. */
interface Way {
  readonly words: string;
  readonly isMenu: boolean;
  readonly options: Readonly<Record<string, string>>;
}

function wayOf(words: string, { options = [] }: Told): Way {
  const wanted = options.filter(({ required }) => required).map(({ name }) => name);
  const unheard = wanted.find((name) => !(name in GIVEN));
  if (unheard !== undefined) throw new Error(`The walk knows nothing to give to ${words} as its ${unheard}.`);
  return { words, isMenu: false, options: Object.fromEntries(wanted.map((name) => [name, GIVEN[name] ?? ""])) };
}

/** Every way there is, as the commands are registered. */
function waysOf({ settings }: DiscordDesk): Way[] {
  const commands = commandsOf([settings], WORDING) as unknown as Told[];
  return commands.flatMap((command) => {
    if (command.type === MESSAGE_MENU) return [{ words: command.name, isMenu: true, options: {} }];
    const subs = (command.options ?? []).filter(({ type }) => type === SUBCOMMAND);
    if (subs.length === 0) return [wayOf(command.name, command)];
    return subs.map((sub) => wayOf(`${command.name} ${sub.name}`, sub));
  });
}

/** A server in which Discord shows everybody every command, and on whose lists the word stands. */
async function markedOnDiscord() {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const { discord, guild } = furnished;
  const moderators = discord.addRole(guild, "moderators", ["ManageThreads"]);
  const people = ["executive", "stranger"].map((name) => discord.addUser(name));
  for (const person of people) discord.join(guild, person);
  for (const { roles } of guild.members.values()) roles.push(moderators.id);
  const executives = [`discord:${guild.id}:${people[0]?.id}`];
  const settings = { ask: { quietHours: "" }, roles: { executives }, digest: { minAnswers: 1 } };
  const desk = await discordDesk({ time, furnished, settings });
  const customer = discord.user("customer");
  const thread = customer.createsThread(desk.support, "Invoice", { text: `The ${MARK} is wrong.` });
  discord.user("agent").writes(thread, "I have corrected it.");
  await desk.settle();
  await discord.user("agent").runs("resolve", { in: thread });
  await desk.settle();
  await desk.pass(5 * MINUTE);
  await desk.pass(3 * SECOND, SECOND);
  const question = customer.sees(thread).at(-1);
  if (!question) throw new Error("No question");
  await customer.clicks(question, "8");
  await desk.pass(3 * SECOND, SECOND);
  customer.writes(thread, `It was a ${MARK}.`);
  await desk.pass(7 * DAY, 7 * DAY);
  return { desk, thread, guild };
}

it("gives people's words away by no command or menu without a line in the audit log", async () => {
  const { desk, thread, guild } = await markedOnDiscord();
  const lines = () => desk.store.list("audit", { orderBy: "number" });
  const round: string[] = [];
  const shown = new Set<string>();
  for (const name of ["agent", "lead", "executive", "customer", "stranger"]) {
    const person = desk.discord.user(name);
    for (const { words, isMenu, options } of waysOf(desk).filter(
      ({ words: all }) => !["resolve", "setup"].includes(all),
    )) {
      const before = (await lines()).length;
      const [message] = person.sees(thread);
      if (!message) throw new Error("Nothing stands in the thread");
      const seen = await (isMenu
        ? person.usesMessageMenu(words, message)
        : person.runs(words, { in: desk.support, options }));
      const { message: said, text } = await seen.settled();
      const told = (await lines())
        .slice(before)
        .filter(({ byAddress }) => byAddress === `discord:${guild.id}:${person.id}`);
      if (!`${said ? wordsOf(said) : ""}${text}`.includes(MARK)) continue;
      shown.add(words);
      const isOwn = name === "customer" && words === "feedback data";
      if (name === "stranger" || (!isOwn && !told.some(({ act }) => act === "read"))) round.push(`${name} by ${words}`);
    }
  }
  expect(round).toEqual([]);
  expect([...shown]).toEqual(expect.arrayContaining(["chair enhance", "chair digest", "feedback data"]));
  const denied = (await lines()).filter(({ act }) => act === "read-denied");
  expect(denied.map(({ facts }) => facts.what)).toEqual(expect.arrayContaining(["cases", "digest", "enhance"]));
  expect(desk.discord.complaints).toEqual([]);
});
