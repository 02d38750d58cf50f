/** Codes of the network where a connection never came about. */
const UNCONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether a request failed before anything of it was sent: what it was to do has certainly not been done. */
export function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && UNCONNECTED.has(String(error.code))) return true;
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isUnsent);
  return isUnsent(error.cause);
}
