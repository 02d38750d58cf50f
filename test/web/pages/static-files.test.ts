import { expect, test } from "vitest";
import { staticFiles } from "../../../adapters/web/pages/static-files.ts";

test.each([
  ["desk.css", "text/css"],
  ["desk.js", "text/javascript"],
  ["chair.svg", "image/svg+xml"],
])("%s is served with its type and not sent twice", async (file, type) => {
  const files = staticFiles();
  const first = await files.request(`/public/${file}`);
  expect(first.headers.get("Content-Type")).toContain(type);
  expect((await first.text()).length).toBeGreaterThan(100);
  const again = await files.request(`/public/${file}`, {
    headers: { "If-None-Match": first.headers.get("ETag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test.each(["/public/other.css", "/public/..%2f..%2fpackage.json", "/public/%00"])("%s is not there", async (path) => {
  expect((await staticFiles().request(path)).status).toBe(404);
});
