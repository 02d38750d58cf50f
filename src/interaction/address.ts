/** First parts of an address, `platform:space`: two addresses that share them can reach each other. */
export function spaceOf(address: string): string {
  return address.split(":", 2).join(":");
}

/** First three parts, `platform:space:channel`: what a platform's pace is kept by. */
export function channelOf(address: string): string {
  return address.split(":", 3).join(":");
}

/** The platform an address belongs to. */
export function platformOf(address: string): string {
  return address.replace(/:.*$/s, "");
}

/** The last part of an address: the person's handle, or else the name of the thing, on the platform. */
export function handleOf(address: string): string {
  return address.slice(address.lastIndexOf(":") + 1);
}
