import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PLATFORMS } from "../adapters/platforms.ts";
import { sectionsOf } from "../adapters/settings-file.ts";
import { type DeskConfig, readDesks } from "../src/desk-config.ts";
import type { Settings } from "../src/settings.ts";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

const SECTIONS = sectionsOf(PLATFORMS);

/** The one desk of what a settings file holds. */
function deskOf(input: unknown): DeskConfig {
  const result = readDesks(input, SECTIONS);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.desks[0];
}

const settingsFrom = (yaml: string): Settings => deskOf(parse(yaml)).settings;

const DEFAULTS: Settings = {
  desk: {
    name: "Support",
    brand: "us",
    zone: "UTC",
    locale: "en",
    businessHours: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: 540, to: 1020 }] : [])),
    holidays: [],
    phoneCountry: "US",
    directMessages: "auto",
  },
  question: { scale: "1-10", aboutProduct: false },
  ask: {
    where: "thread",
    delay: 300 * SECOND,
    sample: 1,
    quietHours: { from: 1200, to: 480 },
    minCustomerMessages: 1,
    minAgentMessages: 1,
    cooldownAnswered: 90 * DAY,
    cooldownUnanswered: 30 * DAY,
    remindAfter: 3 * DAY,
    expireAfter: 7 * DAY,
    changeWindow: 7 * DAY,
    reviewLink: "",
  },
  trial: { of: "off", id: "", a: "", b: "", from: "", until: "" },
  promoters: { referral: "", askQuote: false },
  wordOfMouth: { ask: true, checkAfter: 0, askSource: false },
  recovery: {
    contactWithin: 24 * HOUR,
    escalateAfter: 48 * HOUR,
    remindBefore: 4 * HOUR,
    onCall: [],
    outcomes: [],
    causes: [],
    askAfter: 3 * DAY,
    agentsSeeOwnScores: false,
    cordDetractors: 3,
    cordWithin: 24 * HOUR,
    tellWithin: 180 * DAY,
  },
  digest: { post: "Mon 09:00", minAnswers: 5, smallBelow: 30, themes: {} },
  explore: { byAgent: false },
  silence: { greet: 5, keyCustomers: [] },
  shadowing: {
    shifts: [],
    reveal: "after-guess",
    nameAgents: false,
    firstAnswerWithin: 0,
    announce: true,
    waitingRoom: false,
  },
  privacy: { transcriptRetention: 365 * DAY, responseRetention: 1_095 * DAY, notice: true, keepScores: true },
  api: { perMinute: 6000 },
  doors: {
    ...{ linkFor: 10 * 60 * SECOND, idleAfter: 12 * HOUR, sessionFor: 30 * DAY, inviteFor: 7 * DAY },
    ...{ passwordTries: 10, addressTries: 60, triesWithin: 15 * 60 * SECOND, oidcClaim: "groups", oidcRoles: {} },
  },
  chat: {
    ...{ public: false, sites: [], identity: "optional" },
    ...{ messagesPerMinute: 20, perAddressPerMinute: 60, newPerMinute: 30, openPages: 500 },
  },
  products: [],
  webhooks: [],
  roles: { agents: [], leads: [], executives: [], admins: [] },
};

const SECTION_DEFAULTS = {
  slack: { supportChannels: [], resolveReaction: "white_check_mark", cordReaction: "rotating_light" },
  discord: {
    supportChannels: [],
    ticketCategories: [],
    autoArchiveResolves: false,
    setSolvedTag: true,
    cordReaction: "🚨",
  },
};

const FULL = `
desk:      { name: Acme Support, brand: Acme, zone: Europe/Berlin, locale: en, businessHours: "Mon-Fri 09:00-17:00", phoneCountry: DE }
question:  { scale: 1-10, aboutProduct: false }
ask:       { where: thread, delay: 5m, sample: 100%, quietHours: "20:00-08:00", minCustomerMessages: 1, minAgentMessages: 1,
             cooldownAnswered: 90d, cooldownUnanswered: 30d, remindAfter: 3d, expireAfter: 7d, changeWindow: 7d }
recovery:  { contactWithin: 24h, escalateAfter: 48h, agentsSeeOwnScores: false, cordDetractors: 3, cordWithin: 24h }
digest:    { post: "Mon 09:00", minAnswers: 5, smallBelow: 30 }
shadowing: { shifts: [ { who: "slack:T1:U7", every: "Tue 09:00", transcripts: 3 } ], reveal: after-guess }
privacy:   { transcriptRetention: 365d, responseRetention: 1095d, notice: true }
products:  [ { id: billing, name: Billing, owner: "slack:T1:U9" }, { id: app, name: Mobile app } ]
roles:     { agents: ["slack:T1:S123", "discord:G1:R5"], leads: [], executives: [], admins: [] }
slack:     { teamChannel: C0TEAM, supportChannels: [C0HELP], resolveReaction: white_check_mark }
discord:   { teamChannel: "1", supportChannels: ["2"], ticketCategories: [] }
`;

describe("Settings that are given", () => {
  it("have every default where there is no file, an empty one or empty groups", () => {
    const wanted = { desks: [{ id: "default", settings: DEFAULTS, sections: SECTION_DEFAULTS }] };
    const emptyGroups = Object.fromEntries(["desk", "ask", "slack"].map((group) => [group, {}]));
    for (const input of [undefined, null, {}, emptyGroups]) expect(readDesks(input, SECTIONS)).toEqual(wanted);
  });

  it("may all be written out, and the written defaults are the defaults", () => {
    const { settings, sections } = deskOf(parse(FULL));
    const { question, ask, recovery, digest, privacy } = settings;
    const { question: q, ask: a, recovery: r, digest: d, privacy: p } = DEFAULTS;
    expect({ question, ask, recovery, digest, privacy }).toEqual({
      question: q,
      ask: a,
      recovery: r,
      digest: d,
      privacy: p,
    });
    expect(settings.desk.businessHours).toEqual(DEFAULTS.desk.businessHours);
    expect(settings.desk.zone).toBe("Europe/Berlin");
    expect(settings.shadowing.shifts).toEqual([{ who: "slack:T1:U7", every: "Tue 09:00", transcripts: 3 }]);
    expect(settings.products).toEqual([
      { id: "billing", name: "Billing", owner: "slack:T1:U9" },
      { id: "app", name: "Mobile app" },
    ]);
    expect(settings.roles.agents).toEqual(["slack:T1:S123", "discord:G1:R5"]);
    expect(sections.discord).toMatchObject({ teamChannel: "1" });
  });

  it("change only what they name", () => {
    expect(settingsFrom("ask: { delay: 10m }")).toEqual({ ...DEFAULTS, ask: { ...DEFAULTS.ask, delay: 600 * SECOND } });
  });

  it("may be none where none is a choice", () => {
    const { ask } = settingsFrom(
      'ask: { quietHours: "", sample: 0%, delay: 0s, cooldownAnswered: 0s, minAgentMessages: 0 }',
    );
    expect(ask.quietHours).toEqual({ from: 0, to: 0 });
    expect([ask.sample, ask.delay, ask.cooldownAnswered, ask.minAgentMessages]).toEqual([0, 0, 0, 0]);
  });

  it("may be one second for every duration, so that a lifecycle can be watched", () => {
    const durations = {
      ask: ["delay", "cooldownAnswered", "cooldownUnanswered", "remindAfter", "expireAfter", "changeWindow"],
      recovery: ["contactWithin", "escalateAfter", "askAfter", "cordWithin"],
      privacy: ["transcriptRetention", "responseRetention"],
    } as const;
    const input = Object.fromEntries(
      Object.entries(durations).map(([group, names]) => [group, Object.fromEntries(names.map((name) => [name, "1s"]))]),
    );
    const { settings } = deskOf(input);
    for (const [group, names] of Object.entries(durations))
      for (const name of names) expect(settings[group as keyof Settings]).toHaveProperty(name, SECOND);
  });
});
