import { describe, expect, it } from "vitest";
import { createLog, type LogConfig } from "../adapters/log.ts";

async function written(config: Partial<LogConfig>, say: (log: Awaited<ReturnType<typeof createLog>>) => void) {
  const lines: string[] = [];
  const output = { write: (line: string) => void lines.push(line) };
  say(await createLog({ level: "info", format: "json", secrets: [], output, ...config }));
  return lines;
}

describe("The log", () => {
  it("writes one JSON object a line, with the level in words", async () => {
    const lines = await written({}, (log) => log.fault("It broke", { lane: "web:team" }));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: "error", time: expect.stringMatching(/Z$/), lane: "web:team", msg: "It broke" },
    ]);
  });

  it("writes nothing under its level", async () => {
    expect(await written({ level: "warn" }, (log) => log.info("Words"))).toEqual([]);
  });

  it("hides every secret wherever it turns up", async () => {
    const secrets = ["xoxb-open-sesame"];
    const lines = await written({ secrets }, (log) => {
      log.info("Token xoxb-open-sesame", { header: "Bearer xoxb-open-sesame", deep: { token: ["xoxb-open-sesame"] } });
    });
    expect(lines.join()).not.toContain("sesame");
  });

  it("says an error in a sentence, with its stack only at debug", async () => {
    const error = new Error("No such channel");
    const [brief] = await written({}, (log) => log.warn("Words", { error }));
    expect(JSON.parse(brief ?? "")).toMatchObject({ error: "No such channel" });
    const [long] = await written({ level: "debug" }, (log) => log.warn("Words", { error }));
    expect(JSON.parse(long ?? "").error).toContain("log.test.ts");
  });

  it("is easy on the eyes where that is wished", async () => {
    const [line] = await written({ format: "pretty" }, (log) => log.info("It runs"));
    expect(line).toMatch(/INFO.*It runs\n$/s);
  });
});
