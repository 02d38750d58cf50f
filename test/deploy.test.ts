import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createProgram } from "../adapters/cli/program.ts";
import { defaultOf, OWN_VARIABLES, variablesOf } from "../adapters/environment.ts";
import { PLATFORMS } from "../adapters/platforms.ts";
import { healthRoutes } from "../adapters/web/health.ts";

const FOLDER = "data/deploy";
const CHART = join(FOLDER, "helm/emptychair");
const FILES = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");
const ALL = FILES.map((file) => ({ file, text: readFileSync(file, "utf8") }));
const TEMPLATES = ALL.filter(({ file }) => file.startsWith(join(CHART, "templates")))
  .map(({ text }) => text)
  .join("\n");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const DOCKERFILE = read("Dockerfile");

/** What every text of that kind names, each once. */
function named(pattern: RegExp, texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = ""]) => name)))];
}

/** The paths of a mapping's values, as `a.b`; what holds nothing or a list counts as one. */
function pathsIn(value: object, before = ""): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const isMapping = typeof inner === "object" && !Array.isArray(inner) && Object.keys(inner).length > 0;
    return isMapping ? pathsIn(inner, `${before}${name}.`) : [`${before}${name}`];
  });
}

describe("The files to deploy with", () => {
  it("name variables that the program reads", () => {
    const known = Object.keys(variablesOf(PLATFORMS)).flatMap((name) => [name, `${name}_FILE`]);
    const compose = ["compose.yaml", "compose.postgres.yaml"].map((file) => parse(read(file)).services.emptychair);
    const given = [
      ...named(/^(?:ENV)? +([A-Z_]+)=/gm, [DOCKERFILE]),
      ...named(/^Environment=([A-Z_]+)=/gm, [read("emptychair.service")]),
      ...named(/^ +- name: ([A-Z_]+)$/gm, [TEMPLATES]),
      ...compose.flatMap(({ environment }) => Object.keys(environment)),
      ...named(/\b([A-Z]+_(?:TOKEN|KEY|SECRET)|EMPTYCHAIR_[A-Z_]+)\b/g, [read("helm/emptychair/values.yaml")]),
    ];
    expect(given.length).toBeGreaterThan(20);
    expect(given.filter((name) => !known.includes(name) && name !== "NODE_ENV")).toEqual([]);
  });

  it("start the program by its file and a command that it has", () => {
    const started = named(/(build\/adapters\/\S+?\.js)\b/g, [DOCKERFILE, read("emptychair.service")]);
    expect(started).toEqual([manifest.bin.emptychair]);
    const commands = createProgram("0").commands.map((command) => command.name());
    const [own = ""] = named(/^CMD \["(\w+)"\]$/gm, [DOCKERFILE]);
    const [served = ""] = named(/^ExecStart=.*\.js (\w+)$/gm, [read("emptychair.service")]);
    const [args = ""] = named(/^ +args: \["(\w+)"\]$/gm, [TEMPLATES]);
    expect(commands).toEqual(expect.arrayContaining([own, served, args]));
  });

  it("ask for the program's health where it answers, and nowhere else", async () => {
    const asked = named(/(\/(?:healthz|readyz|livez|health))\b/g, [
      DOCKERFILE,
      TEMPLATES,
      read("helm/emptychair/values.yaml"),
    ]);
    const app = healthRoutes(async () => ({ ok: true, checks: {} }));
    expect(asked).toContain("/healthz");
    for (const path of asked) expect((await app.request(path)).status).toBe(200);
  });

  it("listen on one port, the program's own", () => {
    const texts = [
      DOCKERFILE,
      read("compose.yaml"),
      read("compose.postgres.yaml"),
      read("emptychair.service"),
      TEMPLATES,
    ];
    const ports = named(/(?:PORT=|EXPOSE |containerPort: |127\.0\.0\.1:|value: ")(\d+)/g, texts);
    expect(ports).toEqual([defaultOf(OWN_VARIABLES.PORT)]);
  });

  it("run a Node that the package allows", () => {
    const [least = ""] = named(/>=(\d+)/g, [manifest.engines.node]);
    const majors = named(/^ARG NODE_VERSION=(\d+)$/gm, [DOCKERFILE]).map(Number);
    expect(majors).toHaveLength(1);
    for (const major of majors) expect(major).toBeGreaterThan(Number(least));
  });

  it("send the image's builder all that the package is made of", () => {
    const [first, ...rules] = read("Dockerfile.dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const letIn = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
    const shut = rules.filter((rule) => !rule.startsWith("!"));
    const packed: string[] = manifest.files.filter((file: string) => !file.startsWith("!") && file !== "build");
    const needed = [
      ...packed,
      "package.json",
      "package-lock.json",
      ".rolldown.config.mjs",
      "tsconfig.json",
      "src",
      "adapters",
    ];
    const lies = (file: string, rule: string) => file === rule || file.startsWith(`${rule}/`);
    expect(first).toBe("*");
    expect(needed.filter((file) => !letIn.some((rule) => lies(file, rule)))).toEqual([]);
    expect(needed.filter((file) => shut.some((rule) => lies(file, rule)))).toEqual([]);
  });
});

describe("The Helm chart", () => {
  it("uses each of its values, and none that it has not", () => {
    const values = parse(read("helm/emptychair/values.yaml"));
    const has = pathsIn(values);
    const inPostgres = ["postgres.secretName", "postgres.secretKey"];
    const used = [...named(/\.Values\.([A-Za-z.]+)/g, [TEMPLATES]), ...inPostgres];
    expect(has.filter((path) => !used.some((other) => path === other || path.startsWith(`${other}.`)))).toEqual([]);
    expect(used.filter((path) => !has.some((other) => other === path || other.startsWith(`${path}.`)))).toEqual([]);
  });

  it("is of the package's version, and closes what it opens", () => {
    expect(parse(read("helm/emptychair/Chart.yaml"))).toMatchObject({ apiVersion: "v2", appVersion: manifest.version });
    for (const { file, text } of ALL.filter(({ file }) => file.startsWith(CHART))) {
      const opened = text.match(/\{\{-? *(?:if|with|range|define)\b/g) ?? [];
      expect([file, text.match(/\{\{-? *end\b/g)?.length ?? 0]).toEqual([file, opened.length]);
    }
  });
});
