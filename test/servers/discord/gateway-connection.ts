import type { WebSocket } from "ws";
import type { Json } from "./entities.ts";
import type { Session, Sessions } from "./gateway-sessions.ts";
import type { World } from "./world.ts";

export interface ConnectionOptions {
  readonly webSocket: WebSocket;
  readonly sessions: Sessions;
  readonly world: World;
  readonly complain: (complaint: string) => void;
  /** Whether heartbeats are left without an answer now. */
  readonly isDeaf: () => boolean;
}

const SENDS = 120;

/** One websocket from HELLO to its close. Its timers are of real time. */
export function createConnection({ webSocket, sessions, world, complain, isDeaf }: ConnectionOptions): void {
  const { heartbeat, gatewaySends } = world.clocks;
  let session: Session | null = null;
  let sent: number[] = [];
  let lastBeat = Date.now();

  const say = (op: number, d: unknown) => webSocket.send(JSON.stringify({ op, d, s: null, t: null }));
  const watch = setInterval(() => {
    if (Date.now() - lastBeat > heartbeat * 1.5) webSocket.close(4009, "Session timed out");
  }, heartbeat).unref();

  const open = (opened: Session | number | null) => {
    if (typeof opened === "number") return webSocket.close(opened);
    if (opened === null) return say(9, false);
    session = opened;
  };

  const take = (op: unknown, d: unknown) => {
    if (op === 1) {
      lastBeat = Date.now();
      if (!isDeaf()) say(11, null);
    } else if (op === 2) {
      if (session) return webSocket.close(4005, "Already authenticated");
      open(sessions.identify(d as Json, webSocket));
    } else if (op === 6) {
      open(sessions.resume(d as Json, webSocket));
    } else if (!session) {
      webSocket.close(4003, "Not authenticated");
    } else if (op === 8) {
      sessions.sendMembers(session, d as Json);
    } else if (op !== 3) {
      complain(`The gateway does not know opcode ${String(op)}.`);
      webSocket.close(4001, "Unknown opcode");
    }
  };

  webSocket.on("message", (data) => {
    sent = [...sent.filter((at) => at > Date.now() - gatewaySends), Date.now()];
    if (sent.length > SENDS) return webSocket.close(4008, "Rate limited");
    try {
      const { op, d } = JSON.parse(String(data)) as { op?: unknown; d?: unknown };
      take(op, d);
    } catch (error) {
      complain(`The gateway could not read a message: ${String(error)}.`);
      webSocket.close(4002, "Decode error");
    }
  });
  webSocket.on("close", (code) => {
    clearInterval(watch);
    if (session) sessions.leave(session, webSocket, code);
  });
  webSocket.on("error", () => webSocket.terminate());
  say(10, { heartbeat_interval: heartbeat });
}
