import { argon2id } from "hash-wasm";
import type { Role } from "../../src/interaction/customer.ts";
import type { OpenDesk } from "./open-desk.ts";

export const PASSWORD = "a few words in a row";

/** The cookies that an answer sets, as a browser sends them back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** What the page links to as its one-time link. */
export function linkIn(page: string): string {
  return /\/join\/[\w-]+/.exec(page)?.[0] ?? "";
}

/** A form as one of our pages sends it. */
export function send(
  desk: Pick<OpenDesk, "ask" | "origin">,
  path: string,
  fields: Readonly<Record<string, string>>,
  Cookie = "",
): Promise<Response> {
  const headers = { Origin: desk.origin, "Sec-Fetch-Site": "same-origin", ...(Cookie === "" ? {} : { Cookie }) };
  return desk.ask(path, { method: "POST", headers, body: new URLSearchParams(fields) });
}

/** Whoever has the key invites somebody: the path of the link. */
export async function invite(desk: OpenDesk, name: string, role: Role): Promise<string> {
  return linkIn(
    await (await desk.sit("/people/invite", { method: "POST", body: new URLSearchParams({ name, role }) })).text(),
  );
}

/** Somebody was invited and has joined with the password: the cookie of their browser. */
export async function joined(desk: OpenDesk, name: string, role: Role, email = ""): Promise<string> {
  return cookiesOf(await send(desk, await invite(desk, name, role), { name, email, password: PASSWORD }));
}

/** A password as `hash-wasm` keeps it, whatever our own code does. */
export function keptElsewhere(password: string): Promise<string> {
  const salt = new Uint8Array(16).fill(7);
  return argon2id({
    password,
    salt,
    memorySize: 64,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: "encoded",
  });
}
