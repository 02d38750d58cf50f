import { DAY, HOUR, MINUTE } from "../world.ts";
import type { Act, Agenda } from "./agenda.ts";
import type { Clocks } from "./clocks.ts";
import type { Journal } from "./journal.ts";
import type { Options } from "./options.ts";
import type { People } from "./people.ts";
import type { Random } from "./random.ts";
import type { Time } from "./time.ts";
import { PLATFORMS } from "./town.ts";
import type { Wakes } from "./wakes.ts";
import type { Weather } from "./weather.ts";

export interface DaysParts {
  readonly options: Options;
  readonly random: Random;
  readonly agenda: Agenda<Act>;
  readonly people: People;
  readonly weather: Weather;
  readonly clocks: Clocks;
  readonly journal: Journal;
  readonly time: Time;
}

/** What lasts longer does so until a person has mended it. */
const LONGEST_BY_ITSELF = 9 * HOUR;

/** Most outages are short; one in four lasts for so many hours at most. */
function outageOf(random: Random, longest: number): number {
  return random.chance(0.25) ? random.below(longest * HOUR) : random.below(20 * MINUTE);
}

/** When an outage on a Monday begins, before the first digest is due there, and when it ends, milliseconds of the day in Greenwich. */
const DIGESTS = { from: 6 * HOUR, least: 8 * HOUR, most: 15 * HOUR };

/** Plans what each day with faults brings: who begins to talk, which platform is out, whether the clock jumps. */
export function planDays({ options, random, agenda, people, weather, clocks, journal, time }: DaysParts): void {
  const beginTalks = (): void => {
    const talks = Math.floor(options.talksADay + random.next());
    for (let count = 0; count < talks; count += 1)
      agenda.plan(time.now() + random.below(14 * HOUR), () => people.beginTalk());
  };
  const breakOff = (): void => {
    for (const platform of PLATFORMS)
      if (platform !== "web" && random.chance(options.outages))
        agenda.plan(time.now() + random.below(14 * HOUR), async () => {
          const ms = outageOf(random, options.longestOutage);
          weather[ms > LONGEST_BY_ITSELF ? "lockOut" : "goOut"](platform, time.now() + ms);
        });
  };
  /** On Sundays it is decided which platform is out on the day after as digests are due. */
  const breakOffDigests = (): void => {
    const monday = time.now() - (time.now() % DAY) + DAY;
    if (new Date(monday).getUTCDay() !== 1) return;
    for (const platform of PLATFORMS)
      if (platform !== "web" && random.chance(options.mondays)) {
        const until = monday + random.between(DIGESTS.least, DIGESTS.most);
        agenda.plan(monday + DIGESTS.from, async () => weather.goOut(platform, until));
      }
  };
  const jump = (): void => {
    if (!random.chance(options.jumps)) return;
    journal.fault("the clock jumped");
    time.goTo(time.now() + random.between(MINUTE, 30 * HOUR));
  };
  const planDay = (at: number): void =>
    agenda.plan(at, async () => {
      beginTalks();
      breakOff();
      breakOffDigests();
      jump();
      if (random.chance(options.clocks.wrong)) clocks.setWrong();
    });
  for (let day = 0; day < options.days; day += 1) planDay(time.now() + day * DAY + 1);
}

const LONGEST_REST = 6 * HOUR;

/** Everything is looked at every six hours, whatever the rows say; on Mondays, when digests are due, every hour, as soon as each clock shows it. */
export function planLooks(
  agenda: Agenda<Act>,
  wakes: Wakes,
  { time, clocks }: Pick<DaysParts, "time" | "clocks">,
): void {
  const nextAt = (): number => {
    const now = time.now();
    return new Date(now).getUTCDay() === 1 ? Math.floor(now / HOUR) * HOUR + HOUR + clocks.apart : now + LONGEST_REST;
  };
  const look = async (): Promise<void> => {
    wakes.lookAt(time.now());
    agenda.plan(nextAt(), look);
  };
  agenda.plan(time.now(), look);
}
