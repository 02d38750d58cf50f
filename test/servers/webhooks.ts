import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** One request as it came. */
export interface Taken {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What the server does with a request that it has read; it answers 204 unless told otherwise. */
export type Behaviour = (answer: ServerResponse, socket: Socket, taken: Taken) => void;

/** A program outside that takes webhooks, as well or as badly as the test wants. */
export interface Receiver {
  /** Without a trailing slash. */
  readonly origin: string;
  readonly taken: Taken[];
  /** What is done with the next requests, one each; with those after them as usual. */
  readonly next: Behaviour[];
}

/** Answers with a status, and headers if there are any. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, words = ""): Behaviour =>
  (answer) =>
    void answer.writeHead(code, headers).end(words);
/** Never answers. */
export const hang: Behaviour = () => {};
/** Closes the connection with what was sent in its hands. */
export const die: Behaviour = (_, socket) => void socket.destroy();
/** Begins an answer without an end. */
export const endless =
  (code: number): Behaviour =>
  (answer) => {
    answer.writeHead(code);
    const more = () => {
      while (!answer.destroyed && answer.write("x".repeat(64 * 1024)));
    };
    answer.on("drain", more).on("error", () => {});
    more();
  };

/** Listens on a free port until the test has ended. */
export async function openReceiver(usual: Behaviour = status(204)): Promise<Receiver> {
  const taken: Taken[] = [];
  const next: Behaviour[] = [];
  const server = createServer(async (request, answer) => {
    const one = { path: request.url ?? "", headers: request.headers, body: await text(request) };
    taken.push(one);
    (next.shift() ?? usual)(answer, request.socket, one);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, next };
}
