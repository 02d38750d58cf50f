import type { Settings } from "../src/settings.ts";

/** What a browser that is sent to whoever vouches for people brings back, and what only we know of it. */
export interface Errand {
  /** Where they send the browser back to. */
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** Of the code's challenge (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Whom the other side vouches for. */
export interface Vouched {
  /** Unique there and for ever. */
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * A place that vouches for people, so that they need no password here.
 *
 * @example
 * const address = await voucher.begin(errand); // the browser goes there, and comes back to errand.redirectUri
 * const { subject } = await voucher.finish(new URL(cameBackTo), errand);
 */
interface Vouching {
  /** Its name in our addresses, e.g. `oidc`. */
  readonly id: string;
  /** Where to send the browser. Rejects where the other side cannot be reached. */
  begin(errand: Errand): Promise<URL>;
  /** Whom it vouches for. Rejects where what came back does not hold: another errand's, altered, over, or used before. */
  finish(cameBackTo: URL, errand: Errand): Promise<Vouched>;
}

/** The company whose people work at the desk. */
export interface CompanyVoucher extends Vouching {
  readonly kind: "company";
  /** How the person is known here, e.g. `oidc:https://id.example#42`. */
  idOf(vouched: Vouched): string;
}

/** A chat platform. */
export interface ChatVoucher extends Vouching {
  readonly kind: "chat";
  /** What people call it. */
  readonly title: string;
  /** The addresses there that may be the person's at a desk with these roles, in the order in which to try them. */
  addressesOf(vouched: Vouched, roles: Settings["roles"]): string[];
}

export type Voucher = CompanyVoucher | ChatVoucher;
