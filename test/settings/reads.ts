import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Gives every setting another name in the types alone, so that the compiler complains wherever one is read. */
const MARKED = `
export type Marked<T, S extends string> = { [K in keyof T as \`\${K & string}__\${S}\`]: T[K] };
export type MarkedAll<T> = {
  [S in keyof T & string]: T[S] extends readonly (infer Item)[] ? Marked<Item, \`\${S}[]\`>[] : Marked<T[S], S>;
};
`;

const ON = String.raw`'Marked<.*?, "(?<section>[\w[\]]+)">'`;
/** How the compiler complains of a setting that is read by its name, asked for by a type, or reached by an index. */
const COMPLAINTS = [
  new RegExp(String.raw`Property '(?<keys>\w+)' does not exist on type ${ON}`),
  new RegExp(String.raw`Property '(?<keys>\w+)' is missing in type ${ON}`),
  new RegExp(String.raw`Type ${ON} is missing the following properties from type '[^']*': (?<keys>[\w, ]+)`),
  new RegExp(`expression of type '(?<keys>[^']+)' can't be used to index type ${ON}`),
];

/** To look whether a setting is right, and to make a sample of it, is not to heed it. */
const LOOKS_ONLY = /(^|\/)(checks?|demo)[-/.]/;

/** The settings that a complaint is about, by section and key. */
function readIn(line: string): string[] {
  for (const complaint of COMPLAINTS) {
    const { keys, section } = complaint.exec(line)?.groups ?? {};
    if (keys !== undefined) return (keys.match(/\w+/g) ?? []).map((key) => `${section}.${key}`);
  }
  return [];
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${file} is not written as this test expects; mend the test.`);
  writeFileSync(file, after);
}

/** Further settings of `question`, and a file of the product. */
export interface Planted {
  readonly settings: readonly string[];
  readonly source: string;
}

/** The sources with marked settings in a folder of their own. */
function prepare(folder: string, platforms: readonly string[], planted: Planted): void {
  for (const part of ["src", "adapters", "package.json"]) cpSync(part, join(folder, part), { recursive: true });
  for (const part of ["node_modules", "data"]) symlinkSync(resolve(part), join(folder, part));
  const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8")) as { compilerOptions: object };
  const own = { compilerOptions: { ...compilerOptions, noErrorTruncation: true }, include: ["src", "adapters"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(own));
  writeFileSync(join(folder, "src", "marked.ts"), MARKED);
  writeFileSync(join(folder, "src", "planted.ts"), planted.source);
  const added = planted.settings.map((name) => `${name}: flag.default(false),`).join(" ");
  edit(join(folder, "src", "settings.ts"), (text) =>
    text
      .replace("question: section({", `question: section({ ${added}`)
      .replace("Settings = z.output<typeof settingsSchema>", 'Settings = import("./marked.ts").MarkedAll<$&>')
      .replace("<Settings = ", "<"),
  );
  for (const name of platforms)
    edit(join(folder, "adapters", name, "section.ts"), (text) =>
      text.replace(/z\.output<typeof \w+>/, `import("../../src/marked.ts").Marked<$&, "${name}">`),
    );
}

/** Where the program reads each setting, by `section.key` or `list[].key`: found by the compiler, which tells keys of one name apart. */
export function settingsRead(platforms: readonly string[], planted: Planted): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-reads-"));
  try {
    prepare(folder, platforms, planted);
    const reads = new Map<string, string[]>();
    let file = "";
    for (const line of complaintsIn(folder)) {
      file = /^(\S+?)\(\d+,\d+\)/.exec(line)?.[1] ?? file;
      if (LOOKS_ONLY.test(file)) continue;
      for (const setting of readIn(line)) reads.set(setting, [...(reads.get(setting) ?? []), file]);
    }
    return reads;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function complaintsIn(folder: string): string[] {
  const compiler = [resolve("node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false", "--checkers", "1"];
  try {
    return execFileSync(process.execPath, compiler, { cwd: folder, encoding: "utf8" }).split("\n");
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout).split("\n");
  }
}
