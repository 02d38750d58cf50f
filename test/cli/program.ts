import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { vi } from "vitest";
import { reportFailure } from "../../adapters/cli/failure.ts";
import { createProgram } from "../../adapters/cli/program.ts";

type Variables = Readonly<Record<string, string>>;

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program at work in a process of its own. */
export interface Started {
  /** The printed address, with its key. */
  readonly url: string;
  readonly origin: string;
  /** Everything said on standard output until the address was printed. */
  readonly announced: string;
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

function launch(command: readonly string[], variables: Variables) {
  const child = spawn(process.execPath, ["build/adapters/cli/emptychair.js", ...command], {
    env: { PATH: process.env.PATH, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = Promise.all([once(child, "exit"), text(child.stderr)]);
  return { child, ended };
}

/** Runs a command to its end in a process of its own, which the signal kills. */
export async function runAlone(
  command: readonly string[],
  variables: Variables = {},
  killed?: AbortSignal,
): Promise<Ended> {
  const { child, ended } = launch(command, variables);
  killed?.addEventListener("abort", () => child.kill("SIGKILL"));
  const out = await text(child.stdout);
  const [[code], err] = await ended;
  return { code, out, err };
}

/** What takes from the stream all that has come to listen to it since: it would have ended with the process of a command. */
function rememberListeners(stream: NodeJS.WriteStream): () => void {
  const before = new Map(stream.eventNames().map((name) => [name, new Set(stream.rawListeners(name))]));
  return () => {
    for (const name of stream.eventNames())
      for (const listener of stream.rawListeners(name))
        if (!before.get(name)?.has(listener)) stream.off(name, listener as () => void);
  };
}

/** Listens to what this process says; `hush` ends it. */
function overhear() {
  const said = { out: "", err: "" };
  const listen = (stream: NodeJS.WriteStream, name: keyof typeof said) =>
    vi.spyOn(stream, "write").mockImplementation((piece) => {
      said[name] += piece;
      return true;
    });
  const ears = [listen(process.stdout, "out"), listen(process.stderr, "err")];
  const forgetting = [process.stdout, process.stderr].map(rememberListeners);
  const hush = () => {
    for (const ear of ears) ear.mockRestore();
    for (const forget of forgetting) forget();
  };
  return { said, hush };
}

/** Runs a command to its end as the program's first file does, in this process and with these variables alone: a process costs half a second. */
export async function run(command: readonly string[], variables: Variables = {}): Promise<Ended> {
  const { env, exitCode } = process;
  const { said, hush } = overhear();
  process.env = { PATH: env.PATH, ...variables };
  process.exitCode = undefined;
  try {
    await createProgram("0").parseAsync(command, { from: "user" });
    return { code: Number(process.exitCode ?? 0), ...said };
  } catch (error) {
    return { code: reportFailure(error, false), ...said };
  } finally {
    hush();
    Object.assign(process, { env, exitCode });
  }
}

/** Starts the program on a free port and waits until it is ready. */
export async function start(variables: Variables): Promise<Started> {
  const { child, ended } = launch(["start", "--port", "0"], variables);
  let announced = "";
  for await (const piece of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    announced += piece;
    if (announced.includes("Stop  Ctrl-C")) break;
  }
  const url = /https?:\S+/.exec(announced)?.[0];
  if (url === undefined) throw new Error(`The program did not start: ${(await ended)[1]}`);
  child.stdout.resume();
  const end = ended.then(([[code], err]) => ({ code, out: announced, err }));
  return {
    ...{ url, announced, process: child, ended: end, origin: new URL(url).origin },
    end: (signal) => {
      child.kill(signal);
      return end;
    },
  };
}
