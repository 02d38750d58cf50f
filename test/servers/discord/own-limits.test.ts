import { expect, test } from "vitest";
import { OPENAPI, POST } from "./desk.ts";
import type { Json } from "./entities.ts";
import { checkMessage } from "./message-forms.ts";
import { readOracle } from "./oracle.ts";
import { checkCommands, checkModal } from "./other-forms.ts";
import { Refusal } from "./refusals.ts";

const button = { type: 2, style: 1, label: "Go", custom_id: "go" };
const row = (...components: Json[]) => ({ type: 1, components });
const input = { type: 4, style: 2, label: "Why?", custom_id: "why" };
const modal = { custom_id: "form", title: "Form", components: [row(input)] };

const words = (content: string) => ({ type: 10, content });
const section = (...components: Json[]) => ({ type: 9, components, accessory: { ...button, custom_id: "aside" } });
const card = (...components: Json[]) => ({ flags: 32_768, components });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` }));
const group = (type: number, count: number) => ({
  type: 18,
  label: "Which?",
  component: { type, custom_id: "g", options: options(count) },
});

/** The codes in a refusal's tree, or the refusal's own code. */
function refusalOf(act: () => void): unknown {
  try {
    act();
    return "taken";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 50035 ? error.faults.map(({ at, code }) => `${at} ${code}`) : error.code;
  }
}

test.each<[string, Json, unknown]>([
  ["2000 characters", { content: "x".repeat(2_000) }, "taken"],
  ["2001 characters", { content: "x".repeat(2_001) }, ["content BASE_TYPE_MAX_LENGTH"]],
  ["nothing at all", {}, 50006],
  [
    "six rows",
    { components: [1, 2, 3, 4, 5, 6].map((n) => row({ ...button, custom_id: `${n}` })) },
    ["components BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "six buttons in a row",
    { components: [row(...[1, 2, 3, 4, 5, 6].map((n) => ({ ...button, custom_id: `${n}` })))] },
    ["components.0.components BASE_TYPE_MAX_LENGTH"],
  ],
  [
    "a button without custom id",
    { components: [row({ type: 2, style: 1, label: "Go" })] },
    ["components BASE_TYPE_REQUIRED"],
  ],
  ["the same custom id twice", { components: [row(button, button)] }, ["components COMPONENT_CUSTOM_ID_DUPLICATED"]],
  [
    "embeds of 6001 characters together",
    { embeds: [{ description: "x".repeat(4_000) }, { description: "x".repeat(2_001) }] },
    ["embeds MAX_EMBED_SIZE_EXCEEDED"],
  ],
  ["an embed of a picture alone", { embeds: [{ image: { url: "https://a.invalid/a.png" } }] }, "taken"],
  ["an embed that shows nothing", { embeds: [{ title: " " }] }, ["embeds.0.description BASE_TYPE_REQUIRED"]],
  [
    "an embed with the picture of a file that does not come along",
    { embeds: [{ title: "x" }, { image: { url: "attachment://a.png" } }] },
    ["embeds.1.image.url REFERENCED_ATTACHMENT_NOT_FOUND"],
  ],
  ["eleven embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }, ["embeds BASE_TYPE_MAX_LENGTH"]],
  ["a nonce of 26 characters", { content: "x", nonce: "n".repeat(26) }, ["nonce BASE_TYPE_MAX_LENGTH"]],
  ["the ephemeral flag outside an interaction", { content: "x", flags: 64 }, ["flags MESSAGE_FLAGS_INVALID"]],
  [
    "new components with old content",
    { content: "x", flags: 32_768, components: [{ type: 10, content: "y" }] },
    ["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
  ],
  [
    "new components of every kind that may stand there",
    card({ type: 17, components: [words("y"), { type: 14 }, section(words("z")), row(button)] }, words("x")),
    "taken",
  ],
  ["41 new components", card(...Array.from({ length: 41 }, () => words("x"))), ["components BASE_TYPE_MAX_LENGTH"]],
  [
    "4001 characters in new components",
    card(words("x".repeat(4_000)), words("x")),
    ["components COMPONENT_MAX_TEXT_SIZE"],
  ],
  ["a text of blanks in new components", card(words(" ")), ["components.content BASE_TYPE_MIN_LENGTH"]],
  [
    "a container in a container",
    card({ type: 17, components: [{ type: 17, components: [words("x")] }] }),
    ["components.components UNION_TYPE_CHOICES"],
  ],
  [
    "a section without a button",
    card({ type: 9, components: [words("x")] }),
    ["components.accessory BASE_TYPE_REQUIRED"],
  ],
  [
    "the picture of a file that does not come along in new components",
    card({ type: 12, items: [{ media: { url: "attachment://a.png" } }] }),
    ["components REFERENCED_ATTACHMENT_NOT_FOUND"],
  ],
])("a message with %s", (_, body, expected) => {
  expect(refusalOf(() => checkMessage(body, [], "message"))).toEqual(expected);
});

test.each<[string, Json, unknown]>([
  ["one input", modal, "taken"],
  ["a title of 46 characters", { ...modal, title: "x".repeat(46) }, ["data.title BASE_TYPE_MAX_LENGTH"]],
  ["no custom id", { ...modal, custom_id: undefined }, ["data.custom_id BASE_TYPE_REQUIRED"]],
  [
    "six rows",
    { ...modal, components: [1, 2, 3, 4, 5, 6].map((n) => row({ ...input, custom_id: `${n}` })) },
    ["data.components BASE_TYPE_MAX_LENGTH"],
  ],
  ["a button", { ...modal, components: [row(button)] }, ["data.components UNION_TYPE_CHOICES"]],
  ["a group of ten", { ...modal, components: [group(21, 10)] }, "taken"],
  ["a group of eleven", { ...modal, components: [group(21, 11)] }, ["data.components BASE_TYPE_BAD_LENGTH"]],
  ["a menu of twenty-six", { ...modal, components: [group(3, 26)] }, ["data.components BASE_TYPE_BAD_LENGTH"]],
])("a modal with %s", (_, data, expected) => {
  expect(refusalOf(() => checkModal(data))).toEqual(expected);
});

test.each<[string, Json[], unknown]>([
  [
    "good names",
    [
      { name: "my-data", description: "d" },
      { name: "Resolve and ask", type: 3 },
    ],
    "taken",
  ],
  ["a name with a capital", [{ name: "Resolve", description: "d" }], ["0.name APPLICATION_COMMAND_INVALID_NAME"]],
  ["no description", [{ name: "resolve" }], ["0.description BASE_TYPE_REQUIRED"]],
  [
    "one name twice",
    [
      { name: "a", description: "d" },
      { name: "a", description: "d" },
    ],
    ["1.name APPLICATION_COMMANDS_DUPLICATE_NAME"],
  ],
])("commands with %s", (_, commands, expected) => {
  expect(refusalOf(() => checkCommands(commands))).toEqual(expected);
});

test("requests are held to Discord's own description", ({ skip }) => {
  if (!OPENAPI) return skip("discord-openapi.json does not lie beside the project");
  const oracle = readOracle(OPENAPI);
  expect(oracle.requestFaults(POST, { content: "x", tts: false, components: [row(button)] })).toEqual([]);
  expect(oracle.requestFaults(POST, { content: 5 })).not.toEqual([]);
  expect(oracle.requestFaults(POST, { content: "x", colour: "red" })).not.toEqual([]);
  expect(oracle.requestFaults(POST, { components: [row({ ...button, style: 9 })] })).not.toEqual([]);
  expect(oracle.requestFaults("GET /no/such/route", undefined)).toEqual(["GET /no/such/route is not in Discord's API"]);
  expect(oracle.answerFaults(POST, 200, { id: "1" })).not.toEqual([]);
});
