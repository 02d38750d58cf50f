import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What is sent to a server over kept connections, and for how long. */
export interface Load {
  readonly origin: string;
  /** The next request, whole, as it stands on the wire. */
  readonly next: () => string;
  /** So many wait for an answer at any time; with a pace, at most so many. */
  readonly atOnce: number;
  readonly ms: number;
  /** Requests that begin in a second; as many as the server answers where it is not given. */
  readonly perSecond?: number;
  /** Process whose time of the processor is counted. */
  readonly pid?: number | undefined;
}

/** How a server took it. */
export interface Taken {
  readonly answered: number;
  /** Answers of another status than 2xx. */
  readonly refused: number;
  readonly perSecond: number;
  /** From when a request was due to the whole of its answer, milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The server's time of the processor a request, microseconds; null where the system does not tell. */
  readonly cpuUs: number | null;
}

/** Milliseconds of the processor that the process has taken; Linux counts them in hundredths of a second. */
function processorMs(pid: number | undefined): number | null {
  try {
    const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const fields = rest.split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** Length of the first whole answer in what has come; 0 while it is not whole. */
function answerLength(come: string): number {
  const head = come.indexOf("\r\n\r\n");
  if (head < 0) return 0;
  const length = /\r\ncontent-length: *(\d+)/i.exec(come.slice(0, head + 2))?.[1];
  if (length !== undefined) return come.length >= head + 4 + Number(length) ? head + 4 + Number(length) : 0;
  const end = come.indexOf("0\r\n\r\n", head + 4);
  return end < 0 ? 0 : end + 5;
}

/** One connection: sends a request when it is free and hears its answer. Bodies must be plain ASCII. */
function createLine(port: number, onAnswer: (line: Line, status: number, tookMs: number) => void) {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let come = "";
  let dueAt = 0;
  const line = {
    socket,
    send(request: string, due: number) {
      dueAt = due;
      socket.write(request, "latin1");
    },
  };
  socket.setEncoding("latin1").on("data", (piece: string) => {
    come += piece;
    const length = answerLength(come);
    if (length === 0) return;
    const status = Number(come.slice(9, 12));
    come = come.slice(length);
    onAnswer(line, status, performance.now() - dueAt);
  });
  socket.on("error", () => {});
  return line;
}

type Line = ReturnType<typeof createLine>;

const DRAIN_MS = 5_000;

/** Loads the server and tells how it took it. */
export async function saturate({ origin, next, atOnce, ms, perSecond, pid }: Load): Promise<Taken> {
  const took: number[] = [];
  const waiting: number[] = [];
  const free: Line[] = [];
  let refused = 0;
  let underWay = 0;
  const begun = performance.now();
  const isOver = () => performance.now() - begun >= ms;
  const give = (line: Line, due: number) => {
    underWay += 1;
    line.send(next(), due);
  };
  const onAnswer = (line: Line, status: number, tookMs: number) => {
    underWay -= 1;
    took.push(tookMs);
    if (status < 200 || status > 299) refused += 1;
    const due = waiting.shift();
    if (due !== undefined) give(line, due);
    else if (perSecond === undefined && !isOver()) give(line, performance.now());
    else free.push(line);
  };
  const lines = Array.from({ length: atOnce }, () => createLine(Number(new URL(origin).port), onAnswer));
  const cpuBefore = processorMs(pid);
  if (perSecond === undefined) for (const line of lines) give(line, performance.now());
  else {
    free.push(...lines);
    for (let sent = 0; !isOver(); await wait(1)) {
      for (; begun + (sent * 1000) / perSecond <= performance.now(); sent += 1) {
        const due = begun + (sent * 1000) / perSecond;
        const line = free.pop();
        if (line) give(line, due);
        else waiting.push(due);
      }
    }
  }
  for (const until = begun + ms + DRAIN_MS; !isOver() || (underWay > 0 && performance.now() < until); ) await wait(5);
  const tookMs = performance.now() - begun;
  const cpuAfter = processorMs(pid);
  for (const { socket } of lines) socket.destroy();
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2));
  const cpuUs = cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) * 1000) / took.length;
  return {
    answered: took.length,
    refused,
    perSecond: Math.round((took.length * 1000) / tookMs),
    p50: at(0.5),
    p99: at(0.99),
    cpuUs: cpuUs === null ? null : Math.round(cpuUs),
  };
}
