import { z } from "zod";
import { parseBusinessHours } from "./recovery/business-hours.ts";
import {
  address,
  channel,
  choice,
  count,
  duration,
  flag,
  form,
  list,
  locale,
  parsed,
  parsePercent,
  section,
  text,
  weekly,
  zone,
} from "./settings/kinds.ts";
import { parseQuietHours } from "./survey/quiet-hours.ts";
import { SCALES } from "./survey/score.ts";

const QUIET = 'a span such as "20:00-08:00", or "" for none';
const HOURS = 'days and hours such as "Mon-Fri 09:00-17:00"';
const addresses = list(address, "a list of addresses").default([]);
const channels = list(channel, "a list of channel ids").default([]);

const shift = z.strictObject(
  { who: address, every: weekly, transcripts: count(1).default(3) },
  { error: "a shift with who, every and transcripts" },
);
const product = z.strictObject(
  { id: form(/^[a-z0-9][a-z0-9-]*$/, "small letters, digits and hyphens"), name: text, owner: address.optional() },
  { error: "a product with id, name and perhaps owner" },
);

const THEME_WORDS = "themes, each with a list of its words";
const themeWords = z
  .record(form(/^[a-z0-9][a-z0-9-]*$/, "small letters, digits and hyphens"), list(text, "a list of words"), {
    error: THEME_WORDS,
  })
  .default({});

/** The places of the products whose id another one above them has. */
function repeatedIds(products: unknown): number[] {
  if (!Array.isArray(products)) return [];
  const ids = products.map((item: unknown) =>
    typeof item === "object" && item !== null && "id" in item ? item.id : null,
  );
  return ids.flatMap((id, index) => (typeof id === "string" && ids.indexOf(id) < index ? [index] : []));
}

const products = list(product, "a list of products").superRefine(
  (given, context) => {
    for (const index of repeatedIds(given))
      context.addIssue({ code: "custom", path: [index, "id"], message: "an id that no other product has" });
  },
  { when: () => true },
);

/** Every number and switch that a desk may change. The contract's settings file, with its defaults. */
export const settingsSchema = z.strictObject(
  {
    desk: section({
      name: text.default("Support"),
      brand: text.default("us"),
      zone: zone.default("UTC"),
      locale: locale.default("en"),
      businessHours: parsed("Mon-Fri 09:00-17:00", parseBusinessHours, HOURS),
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
    }),
    recovery: section({
      contactWithin: duration("24h"),
      escalateAfter: duration("48h"),
      agentsSeeOwnScores: flag.default(false),
      cordDetractors: count(1).default(3),
      cordWithin: duration("24h"),
    }),
    digest: section({
      post: weekly.default("Mon 09:00"),
      minAnswers: count(1).default(5),
      smallBelow: count(1).default(30),
      themes: themeWords,
    }),
    shadowing: section({
      shifts: list(shift, "a list of shifts").default([]),
      reveal: choice(["after-guess"]).default("after-guess"),
    }),
    privacy: section({
      transcriptRetention: duration("365d"),
      responseRetention: duration("1095d"),
      notice: flag.default(true),
    }),
    products: products.default([]),
    roles: section({ agents: addresses, leads: addresses, executives: addresses, admins: addresses }),
    slack: section({
      teamChannel: channel.optional(),
      supportChannels: channels,
      resolveReaction: text.default("white_check_mark"),
    }),
    discord: section({
      teamChannel: channel.optional(),
      supportChannels: channels,
      ticketCategories: channels,
      autoArchiveResolves: flag.default(false),
    }),
  },
  { error: "groups of settings such as desk and ask" },
);

export type Settings = z.output<typeof settingsSchema>;

/** One thing wrong in the settings: where, what stands there, what may. */
export interface SettingsFault {
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return "a value that cannot be shown";
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function faultsOf(input: unknown, issue: z.core.$ZodIssue): SettingsFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join("."),
      found: shown(valueAt(input, [...issue.path, key])),
      allowed: "only the settings in the table of the README",
    }));
  }
  return [
    { path: issue.path.join(".") || "(whole file)", found: shown(valueAt(input, issue.path)), allowed: issue.message },
  ];
}

/** The settings, defaults filled in; or every fault in the input. */
export function readSettings(input: unknown): { settings: Settings } | { faults: SettingsFault[] } {
  const result = settingsSchema.safeParse(input ?? {});
  if (result.success) return { settings: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(input, issue)) };
}
