import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { App, type AppOptions, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { LocalSlack } from "./slack.ts";

/** A way Bolt can be connected to Slack. */
export type Mode = "socket" | "http";

/** How the Bolt app of a test is set up. */
export interface BoltOptions {
  /** WebClient options of the app's own client; one attempt per call by default. */
  readonly clientOptions?: AppOptions["clientOptions"];
  /** Adds the app's listeners before it starts. */
  readonly listen?: (app: App) => void;
}

/** A started Bolt app, with how to stop it. */
export interface RunningBolt {
  readonly app: App;
  stop(): Promise<void>;
}

/** Starts a real Bolt app against the local Slack, over Socket Mode or signed HTTP. */
export async function startBolt(slack: LocalSlack, mode: Mode, options: BoltOptions = {}): Promise<RunningBolt> {
  const { signingSecret, appToken } = slack.world.app;
  const slackApiUrl = slack.apiUrl;
  const clientOptions = { slackApiUrl, retryConfig: { retries: 0 }, ...options.clientOptions };
  const common = { token: slack.workspace().token, clientOptions, logLevel: LogLevel.ERROR };
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: 600,
    logLevel: LogLevel.ERROR,
    installerOptions: {
      clientOptions: { slackApiUrl, retryConfig: { forever: true, minTimeout: 20, maxTimeout: 100 } },
    },
  });
  const app = new App(mode === "socket" ? { ...common, receiver } : { ...common, signingSecret });
  app.error(async () => {});
  options.listen?.(app);
  const server = mode === "http" ? await app.start({ port: 0, host: "127.0.0.1" }) : await app.start();
  leaveNothingUnheard(receiver);
  if (mode === "http") await slack.deliversTo(`http://127.0.0.1:${portOf(server)}/slack/events`);
  return {
    app,
    async stop() {
      const sockets = slack.socketMode.count;
      if (mode === "http") (server as Server).closeAllConnections();
      await app.stop();
      for (let waits = 0; sockets > 0 && slack.socketMode.count >= sockets && waits < 50; waits += 1) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

/** The library leaves it to nobody where a connection that it makes anew comes to nothing, as when it is stopped meanwhile. */
function leaveNothingUnheard({ client }: SocketModeReceiver): void {
  const start = client.start.bind(client);
  client.start = () => start().catch((error: unknown) => ({ ok: false, error: String(error) }));
}

function portOf(server: unknown): number {
  return ((server as Server).address() as AddressInfo).port;
}
