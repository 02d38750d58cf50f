import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * When a connection is cut: as a save is begun; instead of handing its end on; or once the server has done what ends it, before that is
 * heard of.
 */
export type Cut = "begun" | "before the end" | "after the end";

/** Stands between a program and its Postgres. */
export interface CuttingProxy {
  readonly port: number;
  /** Cuts the next connection that comes to that point, once; `meanwhile` happens before the program hears of a cut before or after the end. */
  cutOnce(cut: Cut, meanwhile?: () => Promise<void>): void;
  /** How often it has cut. */
  readonly cuts: number;
  stop(): Promise<void>;
}

const MARKS: Readonly<Record<Cut, string>> = { begun: "BEGIN", "before the end": "COMMIT", "after the end": "COMMIT" };

/** Starts one on a free port of this machine; statements are known by their text, which a connection sends the first time it needs them. */
export async function startCuttingProxy(toPort: number): Promise<CuttingProxy> {
  let awaited: Cut | null = null;
  let cuts = 0;
  let between = async () => {};
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(toPort, "127.0.0.1");
    let isDeaf = false;
    let isHeld = false;
    const end = () => {
      if (isHeld) return;
      client.destroy();
      upstream.destroy();
    };
    const endAfter = (meanwhile: () => Promise<void>) => {
      isHeld = true;
      between = async () => {};
      void meanwhile().finally(() => {
        isHeld = false;
        end();
      });
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", end).on("close", () => {
        open.delete(socket);
        end();
      });
    }
    client.on("data", (sent) => {
      if (awaited === null || !sent.includes(MARKS[awaited])) {
        upstream.write(sent);
        return;
      }
      const cut = awaited;
      awaited = null;
      cuts += 1;
      isDeaf = cut !== "begun";
      if (cut === "before the end") return endAfter(between);
      upstream.write(sent);
      if (cut === "begun") end();
    });
    upstream.on("data", (answered) => {
      if (!isDeaf) return void client.write(answered);
      if (!isHeld) endAfter(between);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cutOnce: (cut, meanwhile = async () => {}) => {
      awaited = cut;
      between = meanwhile;
    },
    get cuts() {
      return cuts;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
