import { type Read, variablesOf } from "./environment.ts";
import type { ConfigFault } from "./fault.ts";
import { createCompanyVoucher } from "./oidc.ts";
import type { Platform } from "./platform.ts";
import type { Voucher } from "./sign-in.ts";

/** What signing in by somebody who vouches takes, each of it useless without the rest. */
const TOGETHER = /^(.+)_(?:ISSUER|CLIENT_ID|CLIENT_SECRET)$/;

/** A fault for each place that was to vouch for people and of which not all is told. */
export function halfVouchers(platforms: readonly Platform[], values: Read["values"]): ConfigFault[] {
  const names = Object.keys(variablesOf(platforms)).filter((name) => TOGETHER.test(name));
  const missing = names.filter((name) => values[name] === undefined);
  return missing.flatMap((where) => {
    const [, place = ""] = TOGETHER.exec(where) ?? [];
    const set = names.find((name) => name.startsWith(`${place}_`) && values[name] !== undefined);
    if (set === undefined) return [];
    return [
      { where, found: `nothing, but ${set} is set`, allowed: "all or none", remedy: `Set ${where}, or unset ${set}.` },
    ];
  });
}

/** Those who vouch for people, as the variables say. */
export function vouchersOf(platforms: readonly Platform[], { environment, values }: Read): Voucher[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  const isCompany = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  const company = isCompany ? [createCompanyVoucher({ issuer, clientId, clientSecret })] : [];
  return [...company, ...platforms.flatMap((platform) => platform.signIn?.(values) ?? [])];
}
