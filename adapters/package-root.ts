import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAME = "emptychair";

/** Whether the folder holds this project's package.json. */
function isPackageRoot(folder: string): boolean {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return false;
  const found: unknown = JSON.parse(readFileSync(file, "utf8"));
  return typeof found === "object" && found !== null && "name" in found && found.name === NAME;
}

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isPackageRoot(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json of ${NAME} above ${import.meta.url}; install it anew.`);
    folder = parent;
  }
  return folder;
}

/** Path of a file that ships with the package, e.g. `packageFile("data", "migrations")`; the same from sources and from build. */
export function packageFile(...parts: string[]): string {
  return join(packageRoot(), ...parts);
}

/** Which version of the program this is. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { readonly version: string };
  return version;
}
