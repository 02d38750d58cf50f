import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { openPostgresStore } from "../adapters/database/postgres.ts";
import { packageFile } from "../adapters/package-root.ts";
import { startPostgres } from "./servers/postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the tests' processes ask for the server that they share, which is started for the first that asks; it answers with a {@link SharedPostgres}. */
    readonly sharedPostgres: string;
  }
}

/** The Postgres server that all test files share which do not stop it. */
export interface SharedPostgres {
  /** The URL of a database that none is connected to, with the newest schema. */
  readonly template: string;
  /** From which number on whoever asked may number a thousand databases. */
  readonly first: number;
}

/** Starts it when it is first asked for; returns what stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const start = async () => {
    const server = await startPostgres();
    const template = await server.createDatabase();
    const migrations = packageFile("data", "migrations");
    await (await openPostgresStore({ url: template, migrations, clock: { now: () => 0 } })).close();
    return { server, template };
  };
  let asks = 0;
  let started: ReturnType<typeof start> | undefined;
  const asked = createServer((_, response) => {
    started ??= start();
    asks += 1;
    const first = asks * 1_000;
    started.then(
      ({ template }) => response.end(JSON.stringify({ template, first } satisfies SharedPostgres)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => asked.once("listening", resolve));
  project.provide("sharedPostgres", `http://127.0.0.1:${(asked.address() as AddressInfo).port}/`);
  return async () => {
    asked.close();
    await (await started?.catch(() => undefined))?.server.stop();
  };
}
