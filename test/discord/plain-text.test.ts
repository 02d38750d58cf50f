import { describe, expect, it } from "vitest";
import { escaped, escapedStart, plainText } from "../../adapters/discord/plain-text.ts";

describe("Text for Discord", () => {
  it.each([
    ["*loud* _soft_ ~gone~ ||secret|| `code`", "\\*loud\\* \\_soft\\_ \\~gone\\~ \\|\\|secret\\|\\| \\`code\\`"],
    ["<@1> @everyone <#2> </x:3>", "\\<\\@1> \\@everyone \\<#2> \\</x:3>"],
    ["[click](https://example.invalid)", "\\[click\\](https\\://example.invalid)"],
    ["back\\slash", "back\\\\slash"],
  ])("has no markup: %s", (given, wanted) => expect(escaped(given)).toBe(wanted));

  it.each([
    ["# head", "\\# head"],
    ["> quote", "\\> quote"],
    ["  - item", "  \\- item"],
    ["-# small", "\\-# small"],
    ["1. first", "1\\. first"],
    ["12) twelfth", "12\\) twelfth"],
    ["12 people", "12 people"],
    ["plain # middle", "plain # middle"],
  ])("starts no list, heading or quote: %s", (given, wanted) => expect(escapedStart(given)).toBe(wanted));
});

describe("Text from Discord", () => {
  it("names whom it mentions and leaves the rest as it was", () => {
    const message = { mentions: [{ id: "7", username: "ash", global_name: "Agent Ash" }] };
    const text = "<@7> and <@!8> in <#9>, <@&10> <:ok:11> <a:wave:12> 1 < 2";
    expect(plainText(message, text)).toBe("@Agent Ash and @8 in #9, @10 :ok: :wave: 1 < 2");
  });
});
