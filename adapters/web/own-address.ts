/** Under which addresses the web server is reached. */
export interface OwnAddress {
  /** How people reach it, without a trailing slash. */
  readonly publicUrl: string;
  /** The port it listens on; the wished one until it does. */
  readonly port: number;
  /** Tells the port that was given where any free one was wished. */
  listensOn(port: number): void;
  /** Whether a Host header names this server. */
  isOwnHost(host: string | undefined): boolean;
  /** Whether an Origin header names a page of this server that was reached under `host`. */
  isOwnOrigin(origin: string, host: string | undefined): boolean;
}

/** Where to listen, and under which name people come. */
export interface OwnAddressConfig {
  readonly host: string;
  readonly port: number;
  /** Null: by host and port. */
  readonly publicUrl: string | null;
}

const EVERY_INTERFACE = new Set(["0.0.0.0", "::"]);
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Host and port as browsers write them: small letters, no port 80. Null for what is no host. */
function normalHost(host: string): string | null {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).host : null;
}

/** The addresses that belong to a server; all others are refused, which keeps strange names from being pointed at it. */
export function createOwnAddress(config: OwnAddressConfig): OwnAddress {
  const bound = config.host.includes(":") ? `[${config.host}]` : config.host;
  const named = EVERY_INTERFACE.has(config.host) ? "localhost" : bound;
  const publicUrl = config.publicUrl?.replace(/\/+$/, "") ?? null;
  let { port } = config;
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl);
  const ownHosts = () => {
    const hosts = [...[bound, ...LOOPBACK].map((name) => normalHost(`${name}:${port}`)), publicOrigin?.host ?? null];
    return new Set(hosts.filter((host) => host !== null));
  };
  const reachedAt = () => publicUrl ?? `http://${normalHost(`${named}:${port}`)}`;
  let own: ReadonlySet<string> = ownHosts();
  let reached = reachedAt();
  return {
    get publicUrl() {
      return reached;
    },
    get port() {
      return port;
    },
    listensOn: (given) => {
      port = given;
      own = ownHosts();
      reached = reachedAt();
    },
    isOwnHost: (host) => {
      if (host === undefined || own.has(host)) return host !== undefined;
      const given = normalHost(host);
      return given !== null && own.has(given);
    },
    isOwnOrigin: (origin, host) => {
      if (origin === publicOrigin?.origin) return true;
      return host !== undefined && URL.canParse(origin) && new URL(origin).host === normalHost(host);
    },
  };
}
