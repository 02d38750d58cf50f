import { afterAll, beforeAll, inject } from "vitest";
import type { SharedPostgres } from "../postgres.ts";
import { createBeside, onDatabase, type PostgresServer, startPostgres } from "./postgres.ts";

/** What makes databases for the tests of a file, and says their URLs. */
export interface PostgresDatabases {
  /** One with nothing in it. */
  bare(): Promise<string>;
  /** One like that of the URL, to which nobody is connected. */
  like(template: string): Promise<string>;
}

/** Databases on the server that all test files share; they go after the tests of the file. */
export function sharedDatabases(): PostgresDatabases & { template(): Promise<string> } {
  const made: string[] = [];
  let shared: SharedPostgres;
  const beside = () => shared.template.replace(/[^/]+$/, "postgres");
  const create = async (template?: string) => {
    const name = `test_${shared.first + made.length}`;
    made.push(name);
    return createBeside(beside(), name, template);
  };
  beforeAll(async () => {
    const answer = await fetch(inject("sharedPostgres"));
    if (!answer.ok) throw new Error(await answer.text());
    shared = (await answer.json()) as SharedPostgres;
  });
  afterAll(async () => {
    for (const name of made) await onDatabase(beside(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return { bare: () => create(), like: create, template: async () => shared.template };
}

/** Databases on a server of the file's own, which its tests may stop. */
export function ownDatabases(): PostgresDatabases & { server(): PostgresServer } {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());
  return {
    bare: () => server.createDatabase(),
    like: (template) => server.createDatabase(template),
    server: () => server,
  };
}
