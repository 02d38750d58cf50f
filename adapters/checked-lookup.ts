import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { isNeverReached, isPrivateAddress, isPrivateHost } from "./private-network.ts";

/** An address by which a host is reached. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Every address of a host. Rejects where there is none. */
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>;

/** Every address of a host, as the machine knows it. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true });

/** The request would have gone into a private network. Nothing was sent. */
export class PrivateNetworkError extends Error {
  override readonly name = "PrivateNetworkError";
}

/** Throws a {@link PrivateNetworkError} where a host by its name alone may not be asked; one written as an address is never looked up, so that it must be judged here. */
export function checkHost(host: string, allowPrivate: boolean): void {
  if (allowPrivate ? isNeverReached(host) : isPrivateHost(host))
    throw new PrivateNetworkError(`${host} is in a private network`);
}

/** How far a request may go. */
export interface LookupReach {
  readonly resolve: ResolveHost;
  readonly allowPrivate: boolean;
}

/** The addresses that were looked at are those to which it connects: a name that leads elsewhere the next moment gains nothing. */
export function checkedLookup({ resolve, allowPrivate }: LookupReach): LookupFunction {
  const isRefused = allowPrivate ? isNeverReached : isPrivateAddress;
  const addressesOf = async (host: string) => {
    const found = await resolve(host);
    const inner = found.find(({ address }) => isRefused(address));
    if (inner) throw new PrivateNetworkError(`${host} leads to ${inner.address}, which is in a private network`);
    return found;
  };
  return (host, { all }, tell) => {
    addressesOf(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined) tell(new Error(`${host} has no address`), "");
        else if (all) tell(null, [...found]);
        else tell(null, first.address, first.family);
      },
      (error) => tell(error, ""),
    );
  };
}
