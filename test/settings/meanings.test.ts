import { expect, it } from "vitest";
import { readCatalogues } from "../../adapters/locales.ts";
import { PLATFORMS } from "../../adapters/platforms.ts";
import { settingShapes } from "../../adapters/setting-shapes.ts";

const SHAPES = settingShapes(PLATFORMS);
const PARTS = SHAPES.flatMap(({ shape }) => Object.keys(shape.items?.properties ?? {}));
const WANTED = new Set([
  ...SHAPES.map(({ path }) => `setting.${path}`),
  ...SHAPES.map(({ path }) => `setting.group.${path.split(".")[0]}`),
  ...PARTS.map((part) => `setting.part.${part}`),
]);

it.each([...readCatalogues()])("every setting, and none else, has its meaning in %s", (_, catalogue) => {
  const meant = Object.keys(catalogue).filter((key) => key.startsWith("setting."));
  expect(meant.toSorted()).toEqual([...WANTED].toSorted());
});
