import { z } from "zod";
import { TEAM_ROLES } from "./interaction/customer.ts";
import { WEBHOOK_EVENTS } from "./outside/webhook.ts";
import { isHoliday, parseBusinessHours } from "./recovery/business-hours.ts";
import { faultsOf, type SettingsFault } from "./settings/faults.ts";
import {
  address,
  choice,
  count,
  duration,
  flag,
  form,
  list,
  locale,
  maybeText,
  ownIds,
  parseDurationOrNever,
  parsed,
  parsePercent,
  section,
  shortName,
  text,
  webAddress,
  webSite,
  weekly,
  zone,
} from "./settings/kinds.ts";
import { trialSection } from "./settings/trial-section.ts";
import { parseQuietHours } from "./survey/quiet-hours.ts";
import { SCALES } from "./survey/score.ts";

const QUIET = 'a span such as "20:00-08:00", or "" for none';
const HOURS =
  'days and hours such as "Mon-Fri 09:00-17:00", "Mon-Thu 09:00-12:30 13:30-18:00, Fri 09:00-13:00" or "24/7", none of them twice';
const A_HOLIDAY = 'a day such as "2026-12-25", or "12-25" for every year';
const holiday = z.string({ error: A_HOLIDAY }).refine(isHoliday, { error: A_HOLIDAY });
const addresses = list(address, "a list of addresses").default([]);

const shift = z.strictObject(
  { who: address, every: weekly, transcripts: count(1).default(3) },
  { error: "a shift with who, every and transcripts" },
);
const product = z.strictObject(
  { id: shortName, name: text, owner: address.optional() },
  { error: "a product with id, name and perhaps owner" },
);

const THEME_WORDS = "themes, each with a list of its words";
const themeWords = z.record(shortName, list(text, "a list of words"), { error: THEME_WORDS }).default({});

const reason = z.strictObject({ id: shortName, name: text }, { error: "an id and a name" });
const reasons = ownIds(list(reason, "a list of ids and names"), "an id that no other one has");

const EVENTS = `a list of ${WEBHOOK_EVENTS.join(", ")}, one at least`;
const webhook = z
  .strictObject(
    {
      id: shortName,
      url: webAddress,
      events: list(choice(WEBHOOK_EVENTS), EVENTS)
        .min(1, { error: EVENTS })
        .default([...WEBHOOK_EVENTS]),
      allowPrivate: flag.default(false),
    },
    { error: "a webhook with id, url and perhaps events and allowPrivate" },
  )
  .superRefine(({ url, allowPrivate }, context) => {
    if (!allowPrivate && url.startsWith("http:"))
      context.addIssue({ code: "custom", path: ["url"], message: "an https:// address, unless allowPrivate is true" });
  });
const webhooks = ownIds(list(webhook, "a list of webhooks"), "an id that no other webhook has");

const products = ownIds(list(product, "a list of products"), "an id that no other product has");

const CLAIM_ROLES = `values of the claim, each with one of ${TEAM_ROLES.join(", ")}`;
const roleByClaim = z.record(text, choice(TEAM_ROLES), { error: CLAIM_ROLES }).default({});

/** Every number and switch that a desk may change, whatever platforms it is on, with its defaults. */
export const settingsSchema = z.strictObject(
  {
    desk: section({
      name: text.default("Support"),
      brand: text.default("us"),
      zone: zone.default("UTC"),
      locale: locale.default("en"),
      businessHours: parsed("Mon-Fri 09:00-17:00", parseBusinessHours, HOURS),
      holidays: list(holiday, "a list of days").default([]),
      directMessages: choice(["auto", "conversation", "point"]).default("auto"),
      phoneCountry: form(/^[A-Z]{2}$/, "a two-letter country code such as DE").default("US"),
    }),
    question: section({
      scale: choice(SCALES).default("1-10"),
      aboutProduct: flag.default(false),
    }),
    ask: section({
      where: choice(["thread", "dm"]).default("thread"),
      delay: duration("5m", 0),
      sample: parsed("100%", parsePercent, "a whole percentage from 0% to 100%"),
      quietHours: parsed("20:00-08:00", parseQuietHours, QUIET),
      minCustomerMessages: count(0).default(1),
      minAgentMessages: count(0).default(1),
      cooldownAnswered: duration("90d", 0),
      cooldownUnanswered: duration("30d", 0),
      remindAfter: duration("3d"),
      expireAfter: duration("7d"),
      changeWindow: duration("7d"),
      reviewLink: form(/^(https?:\/\/\S+)?$/, 'a web address, or "" for none').default(""),
    }),
    trial: trialSection,
    promoters: section({
      referral: maybeText.default(""),
      askQuote: flag.default(false),
    }),
    wordOfMouth: section({
      ask: flag.default(true),
      checkAfter: parsed("", parseDurationOrNever, 'a duration such as 90d, from 1s to 36500d, or "" for never'),
      askSource: flag.default(false),
    }),
    recovery: section({
      contactWithin: duration("24h"),
      escalateAfter: duration("48h"),
      remindBefore: duration("4h", 0),
      onCall: addresses,
      outcomes: reasons.default([]),
      causes: reasons.default([]),
      askAfter: duration("3d", 0),
      agentsSeeOwnScores: flag.default(false),
      cordDetractors: count(1).default(3),
      cordWithin: duration("24h"),
      tellWithin: duration("180d"),
    }),
    digest: section({
      post: weekly.default("Mon 09:00"),
      minAnswers: count(1).default(5),
      smallBelow: count(1).default(30),
      themes: themeWords,
    }),
    explore: section({
      byAgent: flag.default(false),
    }),
    silence: section({
      greet: count(0).default(5),
      keyCustomers: list(text, "a list of addresses or ids of customers").default([]),
    }),
    shadowing: section({
      shifts: list(shift, "a list of shifts").default([]),
      reveal: choice(["after-guess"]).default("after-guess"),
      nameAgents: flag.default(false),
      firstAnswerWithin: parsed("", parseDurationOrNever, 'a duration such as 10m, from 1s to 36500d, or "" for none'),
      announce: flag.default(true),
      waitingRoom: flag.default(false),
    }),
    privacy: section({
      transcriptRetention: duration("365d"),
      responseRetention: duration("1095d"),
      notice: flag.default(true),
      keepScores: flag.default(true),
    }),
    chat: section({
      public: flag.default(false),
      sites: list(webSite, "a list of addresses such as https://www.example.com").default([]),
      identity: choice(["optional", "required"]).default("optional"),
      messagesPerMinute: count(1).default(20),
      perAddressPerMinute: count(1).default(60),
      newPerMinute: count(1).default(30),
      openPages: count(1).default(500),
    }),
    api: section({
      perMinute: count(1).default(6000),
    }),
    doors: section({
      linkFor: duration("10m"),
      idleAfter: duration("12h"),
      sessionFor: duration("30d"),
      inviteFor: duration("7d"),
      passwordTries: count(1).default(10),
      addressTries: count(1).default(60),
      triesWithin: duration("15m"),
      oidcClaim: text.default("groups"),
      oidcRoles: roleByClaim,
    }),
    products: products.default([]),
    webhooks: webhooks.default([]),
    roles: section({ agents: addresses, leads: addresses, executives: addresses, admins: addresses }),
  },
  { error: "groups of settings such as desk and ask" },
);

export type Settings = z.output<typeof settingsSchema>;

/** The settings of one desk without platforms, defaults filled in; or every fault in the input. */
export function readSettings(input: unknown): { settings: Settings } | { faults: SettingsFault[] } {
  const result = settingsSchema.safeParse(input ?? {});
  if (result.success) return { settings: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(input, issue)) };
}
