import { expect, it } from "vitest";
import { fileAt, forgottenFileOf, placeAt, secretsOfPlace, shownPlace } from "../adapters/database-place.ts";

const ADDRESS = "postgres://chair:s3cret%2Fword@db.example:5433/desk?sslmode=require";

it("shows a server's address without password and options, and knows what must never be written", () => {
  const place = placeAt(ADDRESS, "/srv");
  expect(shownPlace(place)).toBe("postgres://chair@db.example:5433/desk");
  expect(secretsOfPlace(place)).toEqual([ADDRESS, "s3cret%2Fword", "s3cret/word"]);
  expect(secretsOfPlace(placeAt("postgres://db/desk?password=hunter22", "/srv"))).toContain("hunter22");
  expect(secretsOfPlace(placeAt("postgres://chair@db/desk", "/srv"))).toEqual([]);
});

it("tells files from servers, and resolves a file from the folder", () => {
  expect(placeAt("file:chair.db", "/srv")).toEqual(fileAt("/srv/chair.db"));
  expect(placeAt("file:///chair.db", "/srv")).toEqual(fileAt("/chair.db"));
});

it("remembers the forgotten beside a file, and in the data folder where a server keeps the rows", () => {
  expect(forgottenFileOf(fileAt("/srv/chair.db"), "/data")).toBe("/srv/chair.db.forgotten.jsonl");
  expect(forgottenFileOf(placeAt(ADDRESS, "/srv"), "/data")).toBe("/data/forgotten.jsonl");
});
