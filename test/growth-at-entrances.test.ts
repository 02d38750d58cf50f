import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readMapping } from "../adapters/csv/mapping.ts";
import { understandFile } from "../adapters/csv/understand-file.ts";
import { buttonId } from "../adapters/discord/buttons.ts";
import * as discord from "../adapters/discord/parse.ts";
import { parseSubmission } from "../adapters/discord/parse-interaction.ts";
import { parseEvent } from "../adapters/slack/parse.ts";
import * as slackForms from "../adapters/slack/parse-interaction.ts";
import type { ParseRules } from "../adapters/slack/parse-rules.ts";
import { readThemes } from "../adapters/themes.ts";
import { DEFAULT_DESK } from "../src/desk.ts";
import { gatherDigest } from "../src/digest/gather-digest.ts";
import type { InboundEvent } from "../src/events.ts";
import { temporaryFolder } from "./database/open-store.ts";
import { HOSTILE, superlinear } from "./growth.ts";
import { openDesk } from "./web/open-desk.ts";
import { agent, conversation, createWorld, customer, settingsOf, type World } from "./world.ts";

const UNITS = Object.fromEntries(
  [
    "one letter",
    "Japanese letters",
    "letters with dots",
    "digits with blanks",
    "blanks",
    "piled marks",
    "links",
    "brackets",
  ].map((name) => [name, HOSTILE[name] ?? ""]),
);
/** A quarter of the longest; every entrance takes so much. */
const LENGTH = 4_000;
const lead = { address: "web:agent:lee", role: "lead", name: "Lead Lee" } as const;
const RULES: ParseRules = {
  supportChannels: ["C0HELP"],
  resolveReaction: "white_check_mark",
  cordReaction: "rotating_light",
  unreadable: "[unread]",
  person: (team, user) => ({ address: `slack:${team}:${user}`, role: "customer", name: null }),
  isOwn: () => false,
  ours: ([team = "T1"]) => team,
};

/** The text was taken, and not turned away at the door. */
async function taken(answer: Promise<Response>): Promise<void> {
  expect((await answer).status).toBeLessThan(400);
}

type Entrance = (text: string) => Promise<unknown>;
let count = 0;

async function answered(): Promise<{ world: World; surveyId: string; responseId: string }> {
  const world = createWorld({ settings: settingsOf({ ask: { quietHours: "" } }) });
  const { id: surveyId } = await world.asked();
  await world.handle({ kind: "score-given", surveyId, by: customer, score: 2, via: "tap" });
  const [response] = await world.store.list("response", {});
  return { world, surveyId, responseId: response?.id ?? "" };
}

async function saying(event: (text: string, surveyId: string) => InboundEvent | null): Promise<Entrance> {
  const { world, surveyId } = await answered();
  return async (text) => {
    const said = event(text, surveyId);
    if (said) await world.bot.handle({ ...said, id: `again-${++count}` });
  };
}

const ENTRANCES: Readonly<Record<string, () => Promise<Entrance>>> = {
  "a message at the web": async () => {
    const desk = await openDesk();
    const fields = { me: "customer-1", chat: "chat-1", name: "Customer One" };
    return (text) =>
      taken(
        desk.sit("/customer/message", {
          method: "POST",
          body: new URLSearchParams({ ...fields, form: `form-${++count}`, text: `.${text}.` }),
        }),
      );
  },
  "a reason on the survey's page": async () => {
    const desk = await openDesk();
    const { token } = await desk.world.asked();
    const headers = { Origin: desk.origin };
    return (text) =>
      taken(
        desk.ask(`/survey/${token}`, {
          ...{ method: "POST", headers },
          body: new URLSearchParams({ form: `form-${++count}`, score: "3", comment: `${count}${text}.` }),
        }),
      );
  },
  "an entry by API": async () => {
    const desk = await openDesk();
    await desk.call("/interactions", { id: "1", customer: { id: "c" } });
    return (text) => taken(desk.call("/interactions/1/entries", { author: "customer", text: `.${text}.` }));
  },
  "an answer by API": async () => {
    const desk = await openDesk();
    const { id } = await desk.world.asked();
    const init = { method: "PUT" };
    return (text) => taken(desk.call(`/surveys/${id}/response`, { score: 3, comment: `${++count}${text}.` }, init));
  },
  "an interaction by API": async () => {
    const desk = await openDesk();
    return (text) => desk.call("/interactions", { id: text, customer: { id: "c", name: text, email: text } });
  },
  "a message on Slack": () =>
    saying((text) => {
      const message = { type: "message", channel: "C0HELP", user: "U1", ts: `17952552${++count}.0001`, text };
      return parseEvent({ team_id: "T1", event_time: 1_795_255_200, event_id: `E${count}`, event: message }, RULES);
    }),
  "a form on Slack": () =>
    saying((text, surveyId) => {
      const state = { values: { note: { note: { value: `${++count}${text}.` } } } };
      const view = { callback_id: "comment", private_metadata: JSON.stringify({ subject: surveyId }), state };
      return slackForms.parseSubmission({ view }, { by: customer, at: Date.now() });
    }),
  "a message on Discord": () =>
    saying((text) => {
      const standing = { conversation: "discord:1:5:channel", author: customer, customer: null, unreadable: null };
      return discord.parseWritten(
        { id: `${++count}`, type: 0, content: text, timestamp: "2026-11-16T09:00:00Z" },
        standing,
      );
    }),
  "a form on Discord": () =>
    saying((text, surveyId) => {
      const components = [{ component: { custom_id: "note", value: `${++count}${text}.` } }];
      const payload = {
        id: `${count}`,
        data: { custom_id: buttonId({ name: "comment", subject: surveyId }), components },
      };
      return parseSubmission(payload, { by: customer, at: Date.now() });
    }),
  "a reply to the question": async () => {
    const { world } = await answered();
    return (text) => world.writes(customer, text);
  },
  "an edit": async () => {
    const { world } = await answered();
    await world.handle({ kind: "message", conversation, messageId: "edited", author: customer, text: "Hello" });
    return (text) =>
      world.handle({ kind: "message-edited", conversation, messageId: "edited", text: `${++count}${text}` });
  },
  "a colleague's note": async () => {
    const { world, responseId } = await answered();
    return (text) => world.handle({ kind: "answer-excluded", responseId, by: lead, reason: `${++count}${text}.` });
  },
  "a name": async () => {
    const { world } = await answered();
    return async (text) => {
      await world.writes({ ...customer, name: `${++count}${text}` }, "Hello");
      await world.writes({ ...agent, name: text }, "Hello");
    };
  },
  "the rows of an import": async () => {
    const file = join(temporaryFolder(), "answers.csv");
    return async (text) => {
      const cell = `"${text}"`;
      const rows = [`a,9,2026-01-12,${cell}`, `b,${cell},2026-01-12,x`, `${cell},9,${cell},x`];
      writeFileSync(file, `customer,score,answered_at,${cell}\n${rows.join("\n")}\n`);
      const asked = { mapping: readMapping([]), dates: null, encoding: null, scale: "1-10", zone: "UTC" } as const;
      const { signal } = new AbortController();
      expect(await understandFile({ file, ...asked, signal, onProgress: () => {} })).toMatchObject({ headings: 1 });
    };
  },
  "the digest": async () => {
    const { world, responseId } = await answered();
    const id = { week: "2026-W47", zone: "Europe/Berlin", team: DEFAULT_DESK };
    const themes = readThemes();
    return async (comment) => {
      const response = await world.store.get("response", responseId);
      if (!response) throw new Error("No answer");
      const row = { ...response, comment: `${comment}.` };
      await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [{ table: "response", row }]);
      const document = await gatherDigest(world.store, settingsOf(), { id, now: world.now(), themes });
      expect(document.comments.with).toBe(1);
    };
  },
};

it.each(Object.keys(ENTRANCES))(
  "what comes in by %s takes no longer for each letter, however many there are",
  async (name) => {
    const enter = await ENTRANCES[name]?.();
    if (!enter) throw new Error(`No entrance ${name}`);
    expect(await superlinear(enter, LENGTH, UNITS)).toEqual([]);
  },
);
