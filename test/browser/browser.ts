import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { packageFile } from "../../adapters/package-root.ts";

/** One renderer at a time keeps it from starting spare ones, which took a fifth of its work. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--renderer-process-limit=1"];

interface Unpacked {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** Fonts of the package alone, so that pages look the same on every machine and on one without fonts. */
function fontsConf(folder: string): string {
  const fonts = join(folder, "fonts", "fonts");
  return `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, "font-cache")}</cachedir></fontconfig>`;
}

/** Runs with other variables in the environment, which the package reads to decide where and what to unpack. */
async function withVariables<T>(variables: Record<string, string>, act: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await act();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

async function unpackInto(folder: string): Promise<void> {
  await withVariables({ TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" }, async () => {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
  });
}

/** The Chromium that npm brought, unpacked once per version with the libraries and fonts it needs. */
async function unpacked(): Promise<Unpacked> {
  const described = readFileSync(packageFile("node_modules", "@sparticuz", "chromium", "package.json"), "utf8");
  const { version } = JSON.parse(described) as { version: string };
  const cache = packageFile("node_modules", ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, "unpacking-"));
    await unpackInto(fresh);
    writeFileSync(join(fresh, "fonts.conf"), fontsConf(folder));
    try {
      renameSync(fresh, folder);
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH ?? ""].filter(Boolean).join(":");
  const env = { PATH: process.env.PATH ?? "", HOME: folder, TZ: "Europe/Berlin" };
  return {
    executablePath: join(folder, "chromium"),
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

let opened: Promise<Browser> | undefined;

/** The one browser of all test files that run in this process; it ends with it. */
export function theBrowser(): Promise<Browser> {
  opened ??= openBrowser();
  return opened;
}

/** Opens a browser: the Chromium from npm on Linux, an installed Chrome elsewhere. */
async function openBrowser(): Promise<Browser> {
  const isPacked = process.platform === "linux" && process.arch === "x64";
  return chromium.launch({ args: ARGUMENTS, ...(isPacked ? await unpacked() : { channel: "chrome" }) });
}
