import { expect, test } from "vitest";
import { openPages } from "./pages.ts";

test.each([
  ["desk.css", "text/css"],
  ["desk.js", "text/javascript"],
  ["chair.svg", "image/svg+xml"],
])("%s is served with its type and not sent twice", async (file, type) => {
  const { get } = openPages();
  const first = await get(`/public/${file}`);
  expect(first.headers.get("Content-Type")).toContain(type);
  expect((await first.text()).length).toBeGreaterThan(100);
  const again = await get(`/public/${file}`, { "If-None-Match": first.headers.get("ETag") ?? "" });
  expect(again.status).toBe(304);
});

test.each(["/public/other.css", "/public/..%2f..%2fpackage.json", "/public/%00"])("%s is not there", async (path) => {
  expect((await openPages().get(path)).status).toBe(404);
});
