import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { asObject, asString, parseJson } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { TimeSource } from "./time.ts";
import type { Parcel, Receipt, Transport } from "./transport.ts";

/** Why Slack asks a client to leave a socket. */
export type DisconnectReason = "warning" | "refresh_requested" | "too_many_websockets" | "link_disabled";

/** Slack's end of Socket Mode. */
export interface SocketMode extends Transport {
  /** A new one-time ticket for the address of a socket. */
  ticket(): string;
  /** Takes over an upgrade request to `/link/`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Open sockets. */
  readonly count: number;
  /** Sends a disconnect message on every socket, and cuts those still open after the notice time. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts every socket without a close frame. */
  cut(): void;
  /** Stops answering pings and sending anything, while the sockets stay open; or ends that. */
  fallSilent(silent: boolean): void;
}

/** What Socket Mode needs to know. */
export interface SocketModeConfig {
  readonly appId: string;
  readonly limits: Limits;
  readonly time: TimeSource;
  /** Chooses the socket for the next envelope out of this many; by default they take turns. */
  readonly pickSocket?: (count: number) => number;
  complain(text: string): void;
}

/** Starts with no socket. */
export function createSocketMode({ appId, limits, time, pickSocket, complain }: SocketModeConfig): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Map<string, number>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, ((receipt: Receipt) => void)[]>();
  const sent = new Set<string>();
  let silent = false;
  let turn = 0;

  function welcome(socket: WebSocket): void {
    if (sockets.length >= limits.sockets) {
      say(socket, { type: "disconnect", reason: "too_many_websockets", debug_info: debugInfo() });
      socket.close();
      return;
    }
    sockets.push(socket);
    socket.on("ping", (data) => silent || socket.pong(data));
    socket.on("message", (data) => acknowledged(String(data)));
    socket.on("error", () => socket.terminate());
    const stopAging = time.after(limits.socketLifeMs, () => retire(socket, "warning"));
    socket.on("close", () => {
      stopAging();
      sockets.splice(sockets.indexOf(socket), 1);
    });
    say(socket, {
      type: "hello",
      num_connections: sockets.length,
      debug_info: { ...debugInfo(), approximate_connection_time: Math.floor(limits.socketLifeMs / 1000) },
      connection_info: { app_id: appId },
    });
  }

  function say(socket: WebSocket, message: object): void {
    if (!silent) socket.send(JSON.stringify(message));
  }

  function retire(socket: WebSocket, reason: DisconnectReason): void {
    say(socket, { type: "disconnect", reason, debug_info: debugInfo() });
    time.after(limits.socketNoticeMs, () => {
      if (!sockets.includes(socket)) return;
      if (reason === "warning") retire(socket, "refresh_requested");
      else socket.terminate();
    });
  }

  function acknowledged(text: string): void {
    const message = asObject(parseJson(text));
    const id = asString(message?.envelope_id);
    if (message && id && sent.has(id)) waiting.get(id)?.[0]?.({ ok: true, body: message.payload });
    else complain(`Socket Mode: the app sent what acknowledges nothing: ${text.slice(0, 200)}`);
  }

  return {
    ticket() {
      const ticket = randomUUID();
      tickets.set(ticket, time.now() + limits.ticketMs);
      return ticket;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "ws://localhost").searchParams.get("ticket") ?? "";
      const until = tickets.get(ticket);
      tickets.delete(ticket);
      if (until === undefined || until < time.now()) {
        socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    deliver(parcel) {
      const socket = sockets[pickSocket ? pickSocket(sockets.length) : turn++ % Math.max(1, sockets.length)];
      if (!socket) return Promise.resolve({ ok: false, reason: "connection_failed", stop: false });
      return new Promise((resolve) => {
        const settlers = waiting.get(parcel.envelopeId) ?? [];
        waiting.set(parcel.envelopeId, settlers);
        const settle = (receipt: Receipt) => {
          forget();
          if (settlers.includes(settle)) settlers.splice(settlers.indexOf(settle), 1);
          if (settlers.length === 0) waiting.delete(parcel.envelopeId);
          resolve(receipt);
        };
        const forget = time.after(limits.ackMs, () => settle({ ok: false, reason: "timeout", stop: false }));
        settlers.push(settle);
        sent.add(parcel.envelopeId);
        say(socket, envelope(parcel));
      });
    },
    get count() {
      return sockets.length;
    },
    disconnect(reason) {
      for (const socket of [...sockets]) retire(socket, reason);
    },
    cut() {
      for (const socket of [...sockets]) socket.terminate();
    },
    fallSilent(value) {
      silent = value;
    },
  };
}

function debugInfo(): object {
  return { host: "applink-local", started: "2026-01-01 00:00:00.000", build_number: 1 };
}

function envelope({ kind, envelopeId, payload, retry }: Parcel): object {
  return {
    envelope_id: envelopeId,
    type: kind,
    payload,
    accepts_response_payload: kind !== "events_api",
    ...(kind === "events_api" && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? "" }),
  };
}
