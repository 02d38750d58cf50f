import { readdirSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { z } from "zod";
import { createProgram } from "../adapters/cli/program.ts";
import { defaultOf, variablesOf } from "../adapters/environment.ts";
import { PLATFORMS } from "../adapters/platforms.ts";
import { sectionsOf } from "../adapters/settings-file.ts";
import { settingsFileSchema } from "../src/desk-config.ts";
import { HOLDERS, isGranted, RIGHTS } from "../src/rights.ts";

/** Cells of a Markdown table, heading row first; code marks removed. */
type Table = string[][];

function cells(line: string): string[] {
  const inner = line.trim().replace(/^\||\|$/g, "");
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll("\\|", "|")
      .replace(/^`(.*)`$/, "$1"),
  );
}

/** Every table of a Markdown text. */
function tablesIn(markdown: string): Table[] {
  const blocks = markdown.match(/(?:^\|.*\n?)+/gm) ?? [];
  return blocks.map((block) => block.trim().split("\n").map(cells));
}

/** The chosen columns of the table with these headings, each row as one text. Throws where there is no such table. */
export function documented(markdown: string, headings: readonly string[], columns: readonly string[]): string[] {
  const table = tablesIn(markdown).find(([first]) => first?.join("|") === headings.join("|"));
  if (table === undefined) throw new Error(`README has no table with the headings ${headings.join(", ")}`);
  const places = columns.map((column) => headings.indexOf(column));
  return table.slice(2).map((row) => places.map((place) => row[place] ?? "").join(" = "));
}

function usageOf(command: Command): string {
  const options = command.options.map(({ flags, argChoices }) => {
    const choices = argChoices?.join("|");
    return `[${choices === undefined ? flags.replace(/[<>]/g, "") : flags.replace(/<.*>/, choices)}]`;
  });
  const given = command.registeredArguments.map((argument) => argument.argChoices?.join("|") ?? argument.name());
  return [command.name(), ...given, ...options].join(" ");
}

/** Every command with its options, as the README writes them. */
export function commands(): string[] {
  return createProgram("0").commands.map(usageOf);
}

/** Every environment variable with what an unset one means. */
export function variables(): string[] {
  return Object.entries(variablesOf(PLATFORMS)).map(([name, variable]) => `${name} = ${defaultOf(variable) ?? ""}`);
}

type Described = z.core.JSONSchema.BaseSchema;

function shownDefault(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function settingsIn(schema: Described, path: string): string[] {
  const own = path === "" || schema.properties ? [] : [`${path} = ${shownDefault(schema.default)}`];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    settingsIn(part as Described, path === "" ? name : `${path}.${name}`),
  );
  const item = schema.items as Described | undefined;
  return [...own, ...inner, ...(item?.properties ? settingsIn(item, `${path}[]`) : [])];
}

/** Every setting by its path, with its default; `[]` stands for each entry of a list. What stands in each of several desks is what one may have. */
export function settings(): string[] {
  const all = settingsIn(
    z.toJSONSchema(settingsFileSchema(sectionsOf(PLATFORMS)), { io: "input", unrepresentable: "any" }),
    "",
  );
  return all.filter((line) => !line.startsWith("desks[].") || line.startsWith("desks[].id "));
}

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Package;

/** The scripts a person runs; npm's own hooks (`pre...`) left out. */
export function scripts(): string[] {
  return Object.keys(manifest.scripts).filter((name) => !name.startsWith("pre"));
}

/** Every package this one asks for, those for development too. */
export function packages(): string[] {
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  return [dependencies, optionalDependencies, devDependencies].flatMap((packages) => Object.keys(packages));
}

/** A decision as its file holds it: how it must be listed, and the words its paragraphs begin with. */
export interface Decision {
  /** The number that it has by its place in the folder. */
  readonly listed: string;
  readonly paragraphs: readonly string[];
}

/** What a decision's text says; `place` counts the folder's files from 0. */
export function decisionIn(file: string, text: string, place: number): Decision {
  const [title = "", ...paragraphs] = text.trim().split("\n\n");
  const number = String(place + 1).padStart(3, "0");
  return {
    listed: `[${number}](data/decisions/${file}) = ${title.replace(/^# /, "")}`,
    paragraphs: paragraphs.map((paragraph) => /^\*\*(\w+)\.\*\* /.exec(paragraph)?.[1] ?? paragraph),
  };
}

/** Every decision in `data/decisions/`, by file name. */
export function decisions(): (Decision & { readonly file: string })[] {
  const files = readdirSync("data/decisions").sort();
  return files.map((file, place) => ({
    file,
    ...decisionIn(file, readFileSync(`data/decisions/${file}`, "utf8"), place),
  }));
}

/** Every right with who holds it, in the order of the holders. */
export function rights(): string[] {
  return RIGHTS.map((right) =>
    [right, ...HOLDERS.map((holder) => (isGranted(holder, right) ? "yes" : ""))].join(" = "),
  );
}
