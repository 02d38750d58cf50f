import { join, resolve } from "node:path";

/** A database in a file of its own. */
export interface FilePlace {
  readonly engine: "sqlite";
  /** The file; absolute. */
  readonly path: string;
}

/** A database that a Postgres server keeps. */
export interface ServerPlace {
  readonly engine: "postgres";
  /** How it is reached, with the password where there is one: never to be shown. */
  readonly url: string;
}

/** Where everything is kept. */
export type DatabasePlace = FilePlace | ServerPlace;

const SERVER = /^postgres(?:ql)?:\/\//;

/** The database in a file. */
export function fileAt(path: string): FilePlace {
  return { engine: "sqlite", path };
}

/** The place that an address names; a relative path begins in the folder. What is no address counts as a path. */
export function placeAt(address: string, folder: string): DatabasePlace {
  if (SERVER.test(address)) return { engine: "postgres", url: address };
  return fileAt(resolve(folder, address.replace(/^file:(\/\/)?/, "")));
}

/** The place for people and for the log: a path, or an address without password and options. */
export function shownPlace(place: DatabasePlace): string {
  if (place.engine === "sqlite") return place.path;
  if (!URL.canParse(place.url)) return "postgres://";
  const { username, host, pathname } = new URL(place.url);
  return `postgres://${username === "" ? "" : `${username}@`}${host}${pathname === "/" ? "" : pathname}`;
}

/** What must never be written of a place: the password, as it stands in the address and as it is meant, and the address. */
export function secretsOfPlace(place: DatabasePlace): string[] {
  if (place.engine === "sqlite" || !URL.canParse(place.url)) return [];
  const { password, searchParams } = new URL(place.url);
  const given = [password, searchParams.get("password") ?? ""].filter((text) => text !== "");
  const meant = given.map((text) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, "%25")));
  return given.length === 0 ? [] : [...new Set([place.url, ...given, ...meant])];
}

/** The file beside the database, or in the data folder, that remembers who was forgotten. */
export function forgottenFileOf(place: DatabasePlace, dataFolder: string): string {
  return place.engine === "sqlite" ? `${place.path}.forgotten.jsonl` : join(dataFolder, "forgotten.jsonl");
}
