import { type Role, TEAM_ROLES } from "../interaction/customer.ts";

type Claims = Readonly<Record<string, unknown>>;

/** The claim of that name; where there is none, what stands at the path that it names, such as `realm.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce<unknown>((within, part) => {
    const isThere = typeof within === "object" && within !== null && Object.hasOwn(within, part);
    return isThere ? (within as Claims)[part] : undefined;
  }, claims);
}

/** The role that the settings give for what the company says of somebody; of several the first of `TEAM_ROLES`, null for none. An e-mail address gives a role only where the company has verified it. */
export function companyRole(
  claims: Claims,
  { oidcClaim, oidcRoles }: { readonly oidcClaim: string; readonly oidcRoles: Readonly<Record<string, Role>> },
): Role | null {
  // Whoever signs in may have typed their address themself, until the company says that it has seen to it.
  const isTyped = oidcClaim === "email" && claims.email_verified !== true;
  const told = isTyped ? undefined : claimAt(claims, oidcClaim);
  const values = (Array.isArray(told) ? told : [told]).filter((value) => typeof value === "string");
  const roles = values.flatMap((value) => (Object.hasOwn(oidcRoles, value) ? [oidcRoles[value]] : []));
  return TEAM_ROLES.find((role) => roles.includes(role)) ?? null;
}
