import { describe, expect, test } from "vitest";
import * as discord from "../adapters/discord/plain-text.ts";
import { englishLemmas } from "../adapters/english-lemmas.ts";
import * as slack from "../adapters/slack/plain-text.ts";
import { readThemes } from "../adapters/themes.ts";
import { redact } from "../src/interaction/redaction.ts";
import { readReply } from "../src/survey/read-reply.ts";
import { HOSTILE, superlinear } from "./growth.ts";

const themes = readThemes();
const names = ["Robert Example", "a a a a a", "山田 太郎"];

describe("reading a stranger's text takes no longer for each letter, however many there are", () => {
  test.each<[string, (text: string) => unknown]>([
    ["redaction", (text) => redact(text, names, "DE")],
    ["themes in English", (text) => themes.find(text, "en")],
    ["themes in Japanese", (text) => themes.find(text, "ja")],
    ["base forms", englishLemmas],
    ["replies in English", (text) => readReply(text, { scale: "0-10", locale: "en" })],
    ["replies in Japanese", (text) => readReply(`9 ${text}`, { scale: "1-10", locale: "ja" })],
    ["Slack's notation", (text) => slack.pieces(slack.escaped(slack.plainText(text)), 3_000)],
    ["Discord's notation", (text) => discord.escapedStart(discord.escaped(discord.plainText({}, text)))],
  ])("%s", async (_, read) => {
    expect(await superlinear(read, 2_000)).toEqual([]);
  });

  test("the measure finds what grows faster", async () => {
    const cubic = (text: string) => text.replace(/a+a+@/g, "");
    expect(await superlinear(cubic, 150, { letters: HOSTILE["one letter"] ?? "" })).toHaveLength(1);
  });
});
