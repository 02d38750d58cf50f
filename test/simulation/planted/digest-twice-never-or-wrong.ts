import type { Plant } from "./plant.ts";

export const DIGEST_TWICE_NEVER_OR_WRONG: readonly Omit<Plant, "kind">[] = [
  {
    name: "digests are never posted",
    file: "src/clock.ts",
    find: "await raiseDigest(desk);",
    replace: "",
  },
  {
    name: "digests are posted twice",
    file: "src/digest/post-digest.ts",
    find: "const posts = sayToTeam(context, draft, await digestMessage(context, row));",
    replace:
      "const posts = [...sayToTeam(context, draft, await digestMessage(context, row)), ...sayToTeam(context, draft, await digestMessage(context, row))];",
  },
  {
    name: "a digest that failed once is not tried again",
    file: "src/clock.ts",
    find: '!(await raise(id, "digest-due", subject, now))) return;',
    replace: '((await raise(id, "digest-due", subject, now)), false)) return;',
  },
  {
    name: "a digest tells of the week that has just begun",
    file: "src/digest/week.ts",
    find: "return shiftedWeek(weekOf(now, zone), -1);",
    replace: "return weekOf(now, zone);",
  },
  {
    name: "what is answered late is not counted again",
    file: "src/digest/recount-digest.ts",
    find: "if (moments.every((moment) => moment >= since)) return;",
    replace: "return;",
  },
  {
    name: "a digest leaves the undeliverable out",
    file: "src/digest/fates.ts",
    find: "resolved: number(counts),",
    replace: 'resolved: number(counts) - number(of("undeliverable")),',
  },
];
