import { expect, it } from "vitest";
import { COMPONENTS } from "../../../adapters/web/api/components.ts";
import { openApiDocument } from "../../../adapters/web/api/openapi.ts";
import { DEFAULT_DESK } from "../../../src/desk.ts";
import { openDesk } from "../open-desk.ts";

interface Operation {
  readonly parameters: readonly { readonly name?: string; readonly $ref?: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

const document = openApiDocument("http://127.0.0.1:3000");
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
);

it("is served as it is made, for the address people use", async () => {
  const desk = await openDesk({ publicUrl: "https://desk.example.org" });
  expect(await (await desk.call("/openapi.json")).json()).toEqual(
    JSON.parse(JSON.stringify(openApiDocument("https://desk.example.org"))),
  );
});

it("lists every route there is, and no other", async () => {
  const desk = await openDesk();
  const routes = desk.platform.app.routes
    .filter(({ method, path }) => path.startsWith("/api/v1/") && method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace("/api/v1", "").replace(/:(\w+)/g, "{$1}")}`)
    .map((route) => route.replace(`/desks/${DEFAULT_DESK}`, "/desks/{desk}"));
  const listed = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect([...new Set(routes)].sort()).toEqual(["GET /openapi.json", ...listed].sort());
});

it("describes every body with the schema that checks it", () => {
  expect(Object.keys(document.components.schemas)).toEqual(Object.keys(COMPONENTS));
  const text = JSON.stringify(document.paths);
  for (const name of Object.keys(COMPONENTS)) expect(text).toContain(`#/components/schemas/${name}`);
  expect(document.components.schemas.OpenInteraction).toMatchObject({
    additionalProperties: false,
    required: ["id", "customer"],
  });
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  for (const [, kind, name] of references) {
    expect(document.components[kind as "schemas" | "parameters"]).toHaveProperty(name ?? "");
  }
});

it("tells of the key, and of the idempotency key on every write", () => {
  expect(document.security).toEqual([{ key: [] }]);
  for (const { method, operation } of operations) {
    const isWrite = method !== "get";
    expect(operation.parameters.some(({ $ref }) => $ref?.endsWith("/IdempotencyKey"))).toBe(isWrite);
    expect(Object.keys(operation.responses)).toContain("401");
  }
});
