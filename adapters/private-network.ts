import { isIP } from "node:net";
import { addressesIn } from "./address-list.ts";

/** Networks that are nobody's in the open internet, or a way round into one that is not: RFC 6890 and what was added to its registries. */
const V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
];
/** Where clouds tell a machine its own secrets, and what is no one machine: nobody means these. */
const NEVER_V4 = ["0.0.0.0/8", "100.100.100.200/32", "169.254.0.0/16", "224.0.0.0/3"];
const NEVER_V6 = ["::/128", "fd00:ec2::254/128", "fd20:ce::254/128", "fe80::/10", "ff00::/8"];
/** Of 2000::/3, in which everything public is. */
const V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const isPrivateV4 = addressesIn(V4);
const isPrivateV6 = addressesIn(V6);
const isNeverV4 = addressesIn(NEVER_V4);
const isNeverV6 = addressesIn(NEVER_V6);
const isGlobalV6 = addressesIn(["2000::/3"]);

/** IPv4 addresses in IPv6 ones: mapped, or translated by a network that has no other. */
const carriesV4 = addressesIn(["::ffff:0:0/96", "64:ff9b::/96"]);

/** The last four bytes of an IPv6 address, as IPv4 writes them. */
function carried(address: string): string {
  const { hostname } = new URL(`http://[${address}]`);
  const words = hostname
    .slice(1, -1)
    .split(":")
    .slice(-2)
    .map((word) => Number.parseInt(word || "0", 16));
  return words.flatMap((word) => [word >> 8, word & 255]).join(".");
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/s, "");
}

/** Whether an IP address is in a network that is not the open internet: this machine, a private or a link-local one, a reserved one. */
export function isPrivateAddress(given: string): boolean {
  const address = withoutZone(given);
  if (isIP(address) === 4) return isPrivateV4(address);
  if (isIP(address) !== 6) return true;
  if (carriesV4(address)) return isPrivateAddress(carried(address));
  return !isGlobalV6(address) || isPrivateV6(address);
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, "");
}

/** Whether a host is written as an IP address that is refused even where private networks are allowed: a link-local one, by which clouds hand out secrets, or nobody's. */
export function isNeverReached(given: string): boolean {
  const address = withoutZone(withoutBrackets(given));
  if (isIP(address) === 4) return isNeverV4(address);
  if (isIP(address) !== 6) return false;
  return carriesV4(address) ? isNeverReached(carried(address)) : isNeverV6(address);
}

const INNER_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** Whether a host's name is one of an inner network, whatever it leads to; an IP address is judged as one. */
export function isPrivateHost(given: string): boolean {
  const host = withoutBrackets(given).replace(/\.$/, "").toLowerCase();
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return !host.includes(".") || INNER_NAME.test(host);
}
