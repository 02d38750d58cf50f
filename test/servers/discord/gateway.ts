import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { createConnection } from "./gateway-connection.ts";
import { createSessions, type Session } from "./gateway-sessions.ts";
import type { World } from "./world.ts";

export interface GatewayOptions {
  readonly world: World;
  readonly server: Server;
  readonly url: () => string;
  readonly tokenIsValid: (token: string) => boolean;
  /** Shards that `GET /gateway/bot` recommends. */
  readonly shards: number;
  /** The fewest shards with which a bot may identify (else 4011). */
  readonly fewestShards: number;
  /** IDENTIFYs per `clocks.identify` and shard key. */
  readonly maxConcurrency: number;
  readonly complain: (complaint: string) => void;
}

/** What a test can do to the gateway, and look at. */
export interface Gateway {
  /** Sessions that are connected or can be resumed. */
  readonly sessions: readonly Session[];
  readonly identifies: number;
  readonly resumes: number;
  /** IDENTIFYs left today. */
  readonly startsLeft: number;
  /** op 7. */
  asksToReconnect(): void;
  /** op 9; unless resumable the sessions are gone. */
  invalidatesSessions(resumable: boolean): void;
  /** op 1: asks for a heartbeat at once. */
  asksForHeartbeat(): void;
  /** While on, heartbeats get no op 11. */
  ignoresHeartbeats(on: boolean): void;
  closes(code: number): void;
  /** Cuts the connections without a word. */
  cuts(): void;
  /** While on, new connections are turned away. */
  turnsAway(on: boolean): void;
  stop(): Promise<void>;
}

const VERSION = "10";

export function createGateway(options: GatewayOptions): Gateway {
  const { world, server } = options;
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = createSessions(options);
  let away = false;
  let deaf = false;

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (away) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (webSocket) => welcome(webSocket, request.url ?? "/"));
  });

  const welcome = (webSocket: WebSocket, address: string) => {
    const asked = new URL(address, "ws://local").searchParams;
    if (asked.get("v") !== VERSION) return webSocket.close(4012, "Invalid API version.");
    if (asked.get("encoding") !== "json") return webSocket.close(4002, "The local Discord speaks json only.");
    createConnection({ webSocket, sessions, world, complain: options.complain, isDeaf: () => deaf });
  };

  world.onAnnouncement((announcement) => sessions.dispatch(announcement));
  const toAll = (message: object) => {
    for (const webSocket of sockets.clients) webSocket.send(JSON.stringify(message));
  };
  return {
    get sessions() {
      return sessions.all();
    },
    get identifies() {
      return sessions.identifies();
    },
    get resumes() {
      return sessions.resumes();
    },
    get startsLeft() {
      return 1_000 - sessions.identifies();
    },
    asksToReconnect: () => toAll({ op: 7, d: null, s: null, t: null }),
    invalidatesSessions: (resumable) => {
      if (!resumable) sessions.forgetAll();
      toAll({ op: 9, d: resumable, s: null, t: null });
    },
    asksForHeartbeat: () => toAll({ op: 1, d: null, s: null, t: null }),
    ignoresHeartbeats: (on) => {
      deaf = on;
    },
    closes: (code) => {
      if (code === 4007 || code === 4009) sessions.forgetAll();
      for (const webSocket of sockets.clients) webSocket.close(code);
    },
    cuts: () => {
      for (const webSocket of sockets.clients) webSocket.terminate();
    },
    turnsAway: (on) => {
      away = on;
    },
    stop: () => {
      for (const webSocket of sockets.clients) webSocket.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}
