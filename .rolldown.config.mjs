// Compiles the program and joins what is loaded together into few files: a thousand files of a kilobyte or two take Node longer to find and read than to run. Packages stay as they are installed.

/** What is started by its path: the command, and threads and processes of its own. */
const STARTED = [
  "adapters/cli/emptychair",
  "adapters/cli/bench/job",
  "adapters/cli/bench/trend-lane",
  "adapters/database/copy-in-thread",
  "adapters/database/count-in-thread",
  "adapters/database/inspect-pages",
  "adapters/work-threshold",
];
/** What the tests' own processes take alone. */
const TAKEN_ALONE = [
  "adapters/cli/progress",
  "adapters/database/lock",
  "adapters/database/sqlite",
  "adapters/discord/rest",
  "adapters/ids",
  "adapters/locales",
  "adapters/slack/slack",
  "adapters/themes",
  "src/bot",
  "src/clock",
  "src/desk",
  "src/outbox/dispatcher",
  "src/settings",
  "src/wording",
];

/** Packages and Node's own; the few words that the compiler itself adds lie within. */
function isInstalled(id) {
  return !/^(?:[./\0]|[A-Z]:|@oxc-project\/runtime)/.test(id);
}

export default {
  input: Object.fromEntries([...STARTED, ...TAKEN_ALONE].map((name) => [name, `${name}.ts`])),
  platform: "node",
  external: isInstalled,
  logLevel: "warn",
  output: {
    dir: "build",
    cleanDir: true,
    format: "esm",
    chunkFileNames: "shared/[name].js",
    comments: false,
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    // One letter beyond Latin would have Node keep a whole file at two bytes a letter.
    charset: "ascii",
    sourcemap: true,
  },
};
