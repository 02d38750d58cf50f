import { beggingIn } from "../digest/begging.ts";
import { isHoliday } from "../recovery/business-hours.ts";
import { plainText } from "../talk/plain-words.ts";
import { AS_EVER, filledIn, NO_REMINDER, parseHour, TRIAL_KINDS } from "../trial.ts";
import { choice, form, maybeText, parseDuration, section } from "./kinds.ts";

const A_DAY = 'a day such as "2026-12-01", or "" for none';
const maybeDay = form(/^$|^\d{4}-\d{2}-\d{2}$/, A_DAY).refine((day) => day === "" || isHoliday(day), { error: A_DAY });

/** A trial as it stands in the settings. */
interface TrialTerms {
  readonly id: string;
  readonly of: "off" | (typeof TRIAL_KINDS)[number];
  readonly a: string;
  readonly b: string;
  readonly from: string;
  readonly until: string;
}

interface TrialFault {
  readonly setting: "id" | "a" | "b" | "until";
  /** What may stand there. */
  readonly allowed: string;
}

/** The longest wording, in UTF-16 units. */
const LONGEST = 300;
const A_WORDING = `"${AS_EVER}", or one line of up to ${LONGEST} characters with {brand} in it, and {low} before {high}, each once`;
const UNBENT = "words that name no score or star beside {low} and {high}, and ask for no high one";
const ALLOWED = {
  hour: `"${AS_EVER}", or a time such as "10:00"`,
  reminder: `"${AS_EVER}", "${NO_REMINDER}", or a duration such as 2d`,
};

const NUMBERS =
  /\p{N}|[九]|十(?!分)|満点|星|(?<!\p{L})(?:nine|ten|neun|zehn|neuf|dix|nueve|diez|nove|dez|stars?|sternen?|etoiles?|estrell?as?)(?!\p{L})/u;

/** Whether both ends of the scale and what is asked about are named, as the normal question names them, and nothing else is to be filled in. */
function isQuestion(words: string): boolean {
  const [low, high] = ["{low}", "{high}"].map((name) => words.split(name));
  if (words.length > LONGEST || /[\r\n]/.test(words) || low?.length !== 2 || high?.length !== 2) return false;
  const isInOrder = words.indexOf("{low}") < words.indexOf("{high}");
  return isInOrder && words.includes("{brand}") && !/[{}]/.test(words.replace(/\{(?:brand|low|high)\}/g, ""));
}

/** Whether the words wish for an answer, as far as a program can tell. */
function isBent(words: string): boolean {
  const bare = plainText(words.replace(/\{(?:brand|low|high)\}/g, " "));
  return NUMBERS.test(bare) || beggingIn(filledIn(words, { brand: "us", low: 1, high: 10 })) !== null;
}

/** What is wrong with one way of asking; null where nothing is. */
function faultOf(of: TrialTerms["of"], given: string): string | null {
  if (of === "off" || given === AS_EVER) return null;
  if (of === "hour") return parseHour(given) === null ? ALLOWED.hour : null;
  if (of === "reminder") return given === NO_REMINDER || (parseDuration(given) ?? 0) >= 1_000 ? null : ALLOWED.reminder;
  if (!isQuestion(given)) return A_WORDING;
  return isBent(given) ? UNBENT : null;
}

function areSame({ of, a, b }: TrialTerms): boolean {
  const [one, other] = [parseDuration(a), parseDuration(b)];
  return a === b || (of === "reminder" && one !== null && one === other);
}

/** Everything wrong with a trial that is on; one that is off may be half written. */
function faultsIn(trial: TrialTerms): TrialFault[] {
  const { id, of, from, until } = trial;
  if (of === "off") return [];
  const ways = (["a", "b"] as const).flatMap((setting) => {
    const allowed = faultOf(of, trial[setting]);
    return allowed === null ? [] : [{ setting, allowed }];
  });
  return [
    ...(id === ""
      ? [{ setting: "id", allowed: "a name of the trial such as warmer-words, while it is on" } as const]
      : []),
    ...ways,
    ...(ways.length === 0 && areSame(trial) ? [{ setting: "b", allowed: "something else than trial.a" } as const] : []),
    ...(until !== "" && until < from
      ? [{ setting: "until", allowed: "a day that is not before trial.from" } as const]
      : []),
  ];
}

/** The one trial that a desk may have: nothing in it may bend the answer. */
export const trialSection = section({
  of: choice(["off", ...TRIAL_KINDS]).default("off"),
  id: form(/^(?:[a-z0-9][a-z0-9-]*)?$/, 'small letters, digits and hyphens, or "" for none').default(""),
  a: maybeText.default(""),
  b: maybeText.default(""),
  from: maybeDay.default(""),
  until: maybeDay.default(""),
}).superRefine((trial, context) => {
  for (const { setting, allowed } of faultsIn(trial))
    context.addIssue({ code: "custom", path: [setting], message: allowed });
});
