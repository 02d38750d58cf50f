import { createHmac } from "node:crypto";
import type { Context } from "hono";
import { secretHash } from "../../../src/doors/link.ts";
import type { Settings } from "../../../src/settings.ts";
import { isSameSecret } from "../constant-time.ts";
import { nameFrom } from "../pages/people.ts";

/** Who writes in the widget. */
export interface WidgetVisitor {
  /** Id of the customer. */
  readonly me: string;
  /** As their site signed it; null where it said nothing that can be believed. */
  readonly name: string | null;
  readonly email: string | null;
}

/** What the widget says of whoever uses it, as text; nothing of it is believed yet. */
export interface WidgetClaim {
  readonly token: string;
  readonly user: string;
  readonly hash: string;
  readonly name: string;
  readonly email: string;
}

/** What a widget draws for its browser; shorter ones could be guessed. */
const TOKEN = /^[A-Za-z0-9_-]{32,128}$/;
const LONGEST_USER = 128;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

function signed(secrets: readonly string[], hash: string, text: string): boolean {
  const expected = secrets.map((secret) => createHmac("sha256", secret).update(text).digest("hex"));
  return expected.filter((one) => isSameSecret(hash.toLowerCase(), one)).length > 0;
}

/** Reads what the widget says in its Authorization header: JSON in base64url. Null where it is no such thing. */
export function claimIn(context: Context): WidgetClaim | null {
  const [, text] = /^Bearer ([A-Za-z0-9_-]{1,4096})$/.exec(context.req.header("authorization") ?? "") ?? [];
  if (text === undefined) return null;
  try {
    const said: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const field = (name: string): string => {
      const value =
        typeof said === "object" && said !== null && Object.hasOwn(said, name) ? Reflect.get(said, name) : "";
      return typeof value === "string" ? value : "";
    };
    return {
      token: field("token"),
      user: field("user"),
      hash: field("hash"),
      name: field("name"),
      email: field("email"),
    };
  } catch {
    return null;
  }
}

/** The user whom the site signed. A hash of the id alone vouches for the id alone; one of id, name and e-mail, a line each, for all three. */
function signedVisitor({ user, hash, name, email }: WidgetClaim, secrets: readonly string[]): WidgetVisitor | null {
  const isOneLine = !/\p{Cc}/u.test([user, name, email].join(""));
  if (user === "" || user.length > LONGEST_USER || !isOneLine) return null;
  const isWhole = signed(secrets, hash, [user, name, email].join("\n"));
  if (!isWhole && !signed(secrets, hash, user)) return null;
  const me = `user:${encodeURIComponent(user)}`;
  return { me, name: isWhole ? nameFrom(name) : null, email: isWhole && EMAIL.test(email) ? email : null };
}

/** Who it is: the user whom their site signed, else a browser known by its token alone; null where neither may write. */
export async function visitorOf(
  claim: WidgetClaim,
  secrets: readonly string[],
  identity: Settings["chat"]["identity"],
): Promise<WidgetVisitor | null> {
  const known = signedVisitor(claim, secrets);
  if (known || identity === "required") return known;
  if (!TOKEN.test(claim.token)) return null;
  return { me: await secretHash(`widget ${claim.token}`), name: null, email: null };
}
