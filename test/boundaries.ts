import { circlesOf } from "./folder-circles.ts";
import { WORD_HOLDERS } from "./word-holders.ts";

/** Sources by path from the project's root, e.g. `src/bot.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** One thing the house does not allow; `breaches` says where it is done, a sentence each. */
export interface Rule {
  readonly name: string;
  breaches(sources: Sources): string[];
}

/** Use cases are verbs: their file names begin with one of these, or end in `-messages` (what they say). Every other file of a feature is a noun. */
export const VERBS = [
  ...[
    "advance",
    "amend",
    "append",
    "ask",
    "bound",
    "cancel",
    "change",
    "claim",
    "close",
    "contact",
    "decide",
    "decline",
    "escalate",
    "exclude",
    "expire",
    "find",
    "gather",
  ],
  ...[
    "hear",
    "hold",
    "identify",
    "name",
    "open",
    "plan",
    "post",
    "pull",
    "record",
    "remind",
    "recount",
    "reopen",
    "resolve",
    "say",
    "settle",
    "withdraw",
    "tell",
    "work",
  ],
  ...["begin", "correct", "erase", "export", "follow", "forget", "give", "guess", "offer", "reveal", "search"],
];
/** Words and ports that use cases share. */
export const SHARED = [
  "account-events",
  "key-events",
  "answer-events",
  "context",
  "decision",
  "desk",
  "desk-config",
  "door-events",
  "events",
  "messages",
  "outcome",
  "own-events",
  "reading-events",
  "privacy-events",
  "team-events",
  "settings-events",
  "shadowing-events",
  "ports",
  "rows",
  "settings",
  "wording",
];
/** What runs by itself and speaks to the bot. */
export const RUNNERS = [
  ...["dispatcher", "delivery", "troubles", "under-way"].map((name) => `src/outbox/${name}.ts`),
  ...["src/clock.ts", "src/due-troubles.ts"],
];
/** What knows every adapter, beside the commands and the work that they share with the pages. */
export const ROOTS = ["main", "start-work", "workplace", "connect-people", "compose", "platforms"].map(
  (name) => `adapters/${name}.ts`,
);
export const PRODUCT_PACKAGES = ["intl-messageformat", "awesome-phonenumber", "temporal-polyfill", "zod"];

const LONGEST_FILE = 250;
const IMPORT = /^(?:import|export)\b(?:[^;"]*?\bfrom)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

type Kind =
  | "noun"
  | "use case"
  | "shared"
  | "reactions"
  | "bot"
  | "chat"
  | "runner"
  | "adapter"
  | "root"
  | "data"
  | "package";

function kindOf(path: string): Kind {
  if (path.startsWith("package:")) return "package";
  if (path.startsWith("data/")) return "data";
  if (path === "src/bot.ts") return "bot";
  if (path === "src/reactions.ts" || path === "src/use-cases.ts") return "reactions";
  if (RUNNERS.includes(path)) return "runner";
  if (path.startsWith("src/chat/") && !isUseCase(path)) return "chat";
  if (ROOTS.includes(path) || /^adapters\/(?:cli|work)\//.test(path)) return "root";
  if (path.startsWith("adapters/")) return "adapter";
  const [feature, file] = path
    .replace(/^src\//, "")
    .replace(/\.ts$/, "")
    .split("/");
  if (file === undefined && SHARED.includes(feature ?? "")) return "shared";
  return isUseCase(path) ? "use case" : "noun";
}

function isUseCase(path: string): boolean {
  const name = path.replace(/^.*\//, "").replace(/\.ts$/, "");
  return VERBS.includes(name.split("-")[0] ?? "") || name.endsWith("-messages");
}

/** The folder of an adapter, e.g. `web`; null for files directly in `adapters/`. */
function adapterOf(path: string): string | null {
  const [, folder, file] = path.split("/");
  return file === undefined ? null : (folder ?? null);
}

/** What an import names: a path from the root, or `package:NAME`. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return new URL(specifier, `file:///${from}`).pathname.slice(1);
  return `package:${specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/")}`;
}

/** Code without its comments. */
function code(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

/** Code without its comments and the words in its texts. */
function bareCode(source: string): string {
  return code(source).replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

function importsOf(path: string, source: string): string[] {
  return [...code(source).matchAll(IMPORT)].map((match) => target(path, match[1] ?? match[2] ?? ""));
}

/** A rule about single imports: files of the kinds may import only what is allowed. */
function imports(name: string, kinds: readonly Kind[], allowed: (to: string, from: string) => boolean): Rule {
  return {
    name,
    breaches: (sources) =>
      [...sources]
        .filter(([path]) => kinds.includes(kindOf(path)))
        .flatMap(([path, source]) =>
          importsOf(path, source)
            .filter((to) => !allowed(to, path))
            .map((to) => `${path} imports ${to}`),
        ),
  };
}

/** A rule about the code of files: what matches must not stand there. */
function absent(name: string, within: RegExp, pattern: RegExp, what: string, read = bareCode): Rule {
  return {
    name,
    breaches: (sources) =>
      [...sources]
        .filter(([path, source]) => within.test(path) && pattern.test(read(source)))
        .map(([path]) => `${path} ${what}`),
  };
}

const isProductPackage = (to: string) => PRODUCT_PACKAGES.includes(to.replace("package:", ""));
const oneOf = (to: string, kinds: readonly Kind[]) => kinds.includes(kindOf(to)) || isProductPackage(to);

const shortFiles: Rule = {
  name: `no file is longer than ${LONGEST_FILE} lines`,
  breaches: (sources) =>
    [...sources]
      .map(([path, source]) => ({ path, lines: source.trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
      .map(({ path, lines }) => `${path} has ${lines} lines`),
};

const TYPE = /^(?:export )?(?:interface|type|class) (\w+)/gm;

/** Where types of each name are described, without those of the same file in another adapter: platforms may each have their own. */
function typesByName(sources: Sources): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [path, source] of sources)
    for (const [, name = ""] of code(source).matchAll(TYPE)) {
      const isTwin = (other: string) =>
        adapterOf(path) !== null && adapterOf(other) !== null && path.split("/").at(-1) === other.split("/").at(-1);
      const known = found.get(name) ?? [];
      if (!known.some(isTwin)) found.set(name, [...known, path]);
    }
  return found;
}

const oneNameOneThing: Rule = {
  name: "a type's name stands for one thing",
  breaches: (sources) =>
    [...typesByName(sources)]
      .filter(([, paths]) => paths.length > 1)
      .map(([name, paths]) => `${name} stands for several things: ${paths.join(", ")}`),
};

const everyUseCaseIsReached: Rule = {
  name: "every use case is imported by somebody",
  breaches: (sources) => {
    const reached = new Set([...sources].flatMap(([path, source]) => importsOf(path, source)));
    return [...sources.keys()]
      .filter((path) => kindOf(path) === "use case" && !reached.has(path))
      .map((path) => `${path} is imported by nobody`);
  },
};

const noCirclesOfFolders: Rule = {
  name: "no folders beside each other import each other in a circle",
  breaches: (sources) => {
    const all = [...sources].flatMap(([from, source]) => importsOf(from, source).map((to) => ({ from, to })));
    return circlesOf(all).map((circle) => circle.map(({ from, to }) => `${from} imports ${to}`).join(", "));
  },
};

const onlyBotReacts: Rule = {
  name: "bot.ts alone says when what follows is to follow",
  breaches: (sources) =>
    [...sources]
      .filter(([path, source]) => path !== "src/bot.ts" && importsOf(path, source).includes("src/reactions.ts"))
      .map(([path]) => `${path} imports src/reactions.ts`),
};

/** Code without its comments, and without the words that people read: sentences, and what stands as an example. */
function withoutSentences(source: string): string {
  return code(source)
    .replace(/\bexamples: \[[^\]]*\]/g, "")
    .replace(/"(?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*"|'[^'\n]* [^'\n]*'/g, '""');
}

/** A platform is what declares itself in a folder; the list of platforms is the one place outside that may say its name. */
const platformsAreNamedAtHome: Rule = {
  name: "nothing outside a platform's folder names a platform",
  breaches: (sources) => {
    const names = [...sources.keys()].flatMap((path) => /^adapters\/([^/]+)\/platform\.ts$/.exec(path)?.[1] ?? []);
    return [...sources].flatMap(([path, source]) =>
      names
        .filter((name) => path !== "adapters/platforms.ts" && !path.startsWith(`adapters/${name}/`))
        .filter((name) => withoutSentences(source).toLowerCase().includes(name))
        .map((name) => `${path} names ${name}`),
    );
  },
};

/** Where rows with words are measured, made up or kept, and none is given to anybody. */
const WORDS_KEPT = /^adapters\/(?:database|demo|cli\/bench)\//;
const REACHES_WORDS =
  /\bstore\.at\(|\b[bB]ot\.ownWords\(|(?<!function )\bcontextAt\(|\bas (?:unknown as )?WordlessReader\b/;

/** Pages, commands and chats have rows without words; the words come from the bot, with a line in the audit log. */
const wordsComeFromTheBot: Rule = {
  name: "words are had from the bot alone, but for those who are named with a reason",
  breaches: (sources) => {
    const reaches = [...sources].filter(
      ([path, source]) =>
        /^(?:adapters|src\/chat)\//.test(path) && !WORDS_KEPT.test(path) && REACHES_WORDS.test(bareCode(source)),
    );
    const paths = reaches.map(([path]) => path);
    return [
      ...paths.filter((path) => !(path in WORD_HOLDERS)).map((path) => `${path} reaches rows with words`),
      ...Object.keys(WORD_HOLDERS)
        .filter((path) => sources.has(path) && !paths.includes(path))
        .map((path) => `${path} is named in test/word-holders.ts and need not be`),
    ];
  },
};

/** Every rule of the house. */
export const RULES: readonly Rule[] = [
  imports("nouns import nothing but nouns", ["noun"], (to) => oneOf(to, ["noun"])),
  imports("shared words import nouns and each other", ["shared"], (to) => oneOf(to, ["noun", "shared", "data"])),
  imports("use cases import nouns, use cases and shared words", ["use case"], (to) =>
    oneOf(to, ["noun", "use case", "shared"]),
  ),
  imports("what presses, forms and commands mean is told in words of the product", ["chat"], (to) =>
    oneOf(to, ["noun", "use case", "shared", "chat", "bot"]),
  ),
  imports("what decides and what follows are put together of use cases", ["reactions"], (to) =>
    oneOf(to, ["noun", "use case", "shared"]),
  ),
  imports("bot.ts imports the product alone", ["bot"], (to) => oneOf(to, ["noun", "use case", "shared", "reactions"])),
  onlyBotReacts,
  noCirclesOfFolders,
  imports("the dispatcher and the clock speak to the bot, not to use cases", ["runner"], (to) =>
    oneOf(to, ["noun", "shared", "bot", "runner"]),
  ),
  imports("an adapter imports the product, itself and what stands directly in adapters/", ["adapter"], (to, from) => {
    const kind = kindOf(to);
    if (kind === "root") return false;
    return kind !== "adapter" || adapterOf(to) === null || adapterOf(to) === adapterOf(from);
  }),
  absent(
    "the product names no platform's package",
    /^src\//,
    /@slack\/|discord\.js|better-sqlite3|sql-template-tag|hono/,
    "names one",
    code,
  ),
  absent("only bot.ts saves", /^(?!src\/bot\.ts|adapters\/database\/)/, /\bstore\.save\(/, "calls store.save"),
  absent(
    "only the dispatcher posts",
    /^(?!src\/outbox\/(?:dispatcher|delivery)\.ts)/,
    /\bchats?\.post\(/,
    "calls chat.post",
  ),
  absent(
    "what a press or a form of a chat or a page means stands in src/chat/button-events.ts alone",
    /^adapters\/(?:slack|discord|web\/pages)\//,
    /\bkind: "(?:score-given|comment-given|declined|change-wanted|new-question|case-acted|product-decided)"/,
    "says it again",
    code,
  ),
  absent("nothing is of type any", /./, /(?::|\bas|<|,|\|)\s*any\b(?=[\s,;)>[\]|=&])/, "uses any"),
  absent("nothing is a default export", /./, /^export default\b/m, "exports a default"),
  absent("nothing writes to the console", /./, /\bconsole\./, "uses the console"),
  platformsAreNamedAtHome,
  shortFiles,
  oneNameOneThing,
  everyUseCaseIsReached,
  wordsComeFromTheBot,
];
