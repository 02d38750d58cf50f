import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, answerWithFaults, bodyOf } from "./answering.ts";
import type { Faults } from "./faults.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { SocketMode } from "./socket-mode.ts";
import type { TimeSource } from "./time.ts";
import type { WebApi } from "./web-api.ts";
import type { World } from "./world.ts";

/** The local Slack's one port on loopback. */
export interface FrontDoor {
  /** Opens, on the same port as before if it was open once. */
  open(): Promise<void>;
  /** Closes and cuts every connection. */
  close(): Promise<void>;
  /** "http://127.0.0.1:PORT"; throws before the first opening. */
  address(): string;
}

/** What lies behind the door. */
export interface FrontDoorConfig {
  /** 0 for any free port. */
  readonly port: number;
  readonly world: World;
  readonly webApi: WebApi;
  readonly socketMode: SocketMode;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly time: TimeSource;
  complain(text: string): void;
}

/** Leads each request to where it is served. */
export function createFrontDoor(config: FrontDoorConfig): FrontDoor {
  const { world, webApi, socketMode, responseUrls, faults, time, complain } = config;
  let { port } = config;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, place = "", name = "", ...rest] = new URL(request.url ?? "/", "http://localhost").pathname.split("/");
    if (place === "api" && rest.length === 0) return webApi.handle(name, request, response);
    if (place === "response") {
      const body = (await bodyOf(request)).toString();
      const asked = { name: "response_url", args: { body }, work: () => responseUrls.post(name, body) };
      return answerWithFaults(response, asked, { faults, time });
    }
    if (place === "upload") return upload(name, request, response);
    complain(`${request.method} ${request.url}: the local Slack has no such address.`);
    answer(response, { status: 404, body: "not found" });
  }

  async function upload(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await uploadedBytes(request);
    const file = world.workspaces.flatMap(({ files }) => files.get(id) ?? [])[0];
    const work = () => {
      if (file?.state !== "awaited") return { status: 404, body: "no upload is awaited here" };
      if (bytes !== file.size) {
        complain(`Upload of ${file.name}: ${bytes} bytes came, ${file.size} were announced.`);
        return { status: 400, body: "wrong length" };
      }
      file.state = "uploaded";
      return { status: 200, body: `OK - ${bytes}` };
    };
    await answerWithFaults(response, { name: "upload", args: { file: id }, work }, { faults, time });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      complain(`${request.url}: the local Slack itself failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    if (faults.strike("socket", "before", {})) socket.destroy();
    else socketMode.upgrade(request, socket, head);
  });

  return {
    open: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          port = (server.address() as AddressInfo).port;
          resolve();
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        socketMode.cut();
        server.closeAllConnections();
      }),
    address() {
      if (port === 0) throw new Error("The local Slack has no address before start().");
      return `http://127.0.0.1:${port}`;
    },
  };
}

/** Length of an upload, sent as it is or as a form with one file in it. */
async function uploadedBytes(request: IncomingMessage): Promise<number> {
  const body = await bodyOf(request);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return body.length;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const sizes = [...form.values()].map((part) => (typeof part === "string" ? part.length : part.size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
