import { z } from "zod";
import { deskBase } from "../desk.ts";
import { API } from "./address.ts";
import { type ApiCall, CALLS } from "./calls.ts";
import { COMPONENTS, type SchemaName } from "./components.ts";

/** Where the calls of a desk begin that is not the first, below `/api/v1`. */
const AT_DESK = deskBase("{desk}");

const PROBLEMS: Readonly<Record<number, string>> = {
  400: "The body or the query is not as it must be; `errors` names the fields",
  401: "The key is missing, wrong or revoked",
  403: "The key is of another desk, or one that only reads; or whoever is named may not do that",
  404: "There is nothing under that id",
  409: "It does not fit what stands there, comes too late, or its Idempotency-Key was used for another request",
  413: "The body is over 256 KiB",
  415: "The body is not JSON",
  422: "A text is longer, or an interaction has more entries, than is kept; or something is missing that the act needs",
  429: "A key that was made at a desk has made its calls of the minute: send it again after the seconds in `Retry-After`",
  503: "The database is busy for a moment: send it again after the seconds in `Retry-After`",
};

const KEYS =
  "A key that an admin made at a desk opens that desk alone, for reading or for both, with api.perMinute calls a minute; one of EMPTYCHAIR_API_KEY opens every desk, with EMPTYCHAIR_API_PER_MINUTE calls a minute";

function json(schema: SchemaName, type = "application/json") {
  return { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function answersOf(call: ApiCall) {
  const good = Object.entries(call.gives).map(([status, [component, description]]) => [
    status,
    { description, content: json(component, call.givesAs) },
  ]);
  const bad = [...new Set([401, 403, ...call.problems, 429, 503])]
    .toSorted()
    .map((status) => [
      String(status),
      { description: PROBLEMS[status], content: json("Problem", "application/problem+json") },
    ]);
  return Object.fromEntries([...good, ...bad]);
}

function operationOf(call: ApiCall) {
  const parameters = [
    ...(call.path.startsWith(AT_DESK) ? [{ $ref: "#/components/parameters/Desk" }] : []),
    ...(call.path.includes("{id}") ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }] : []),
    ...Object.entries(call.asks ?? {}).map(([name, description]) => ({
      ...{ name, in: "query", required: false, description },
      schema: { type: "string" },
    })),
    ...(call.method === "get" ? [] : [{ $ref: "#/components/parameters/IdempotencyKey" }]),
  ];
  return {
    operationId: call.name,
    summary: call.does,
    parameters,
    ...(call.takes ? { requestBody: { required: call.takes !== "Resolve", content: json(call.takes) } } : {}),
    responses: answersOf(call),
  };
}

function schemaOf(schema: z.ZodType) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

/** The same call at a desk that is named. */
function atDesk(call: ApiCall): ApiCall {
  const problems = [...new Set([...call.problems, 404])].toSorted();
  const does = `${call.does.slice(0, -1)}, at the named desk.`;
  return { ...call, path: `${AT_DESK}${call.path}`, name: `${call.name}AtDesk`, does, problems };
}

/** The OpenAPI 3.1 document, made from the schemas that check the bodies. */
export function openApiDocument(publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of [...CALLS, ...CALLS.map(atDesk)])
    paths[call.path] = { ...paths[call.path], [call.method]: operationOf(call) };
  return {
    openapi: "3.1.0",
    info: { title: "Empty Chair help-desk API", version: "1" },
    servers: [{ url: `${publicUrl}${API}` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: KEYS } },
      parameters: {
        Desk: {
          name: "desk",
          in: "path",
          required: true,
          description:
            "Id of the desk; the same calls without it are the first desk's. Ids of interactions are each desk's own.",
          schema: { type: "string" },
        },
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          description: "At one desk the same key and body again gives the first result; with another body it is a 409.",
          schema: { type: "string", minLength: 1, maxLength: 255 },
        },
      },
      schemas: Object.fromEntries(Object.entries(COMPONENTS).map(([name, schema]) => [name, schemaOf(schema)])),
    },
  };
}
