import type { PageLists } from "../../src/lists.ts";
import type { CaseCounts, CaseHolder } from "../../src/recovery/case-list.ts";
import { decode } from "./codec.ts";
import type { Engine } from "./engine.ts";
import {
  selectCaseCounts,
  selectCaseIds,
  selectCaseOwners,
  selectLatestEntries,
  selectStanding,
} from "./list-queries.ts";
import type { Statement } from "./statement.ts";

/** The lists of a desk, made by an engine. */
export function sqlLists(engine: Engine, desk: string): PageLists {
  const find = async <Row>(statement: Statement) => (await engine.all(statement)) as unknown as Row[];
  const ids = async (statement: Statement) => (await find<{ readonly id: string }>(statement)).map(({ id }) => id);
  return {
    listCases: (wish) => ids(selectCaseIds(desk, wish)),
    countCases: async (sought, look) => (await find<CaseCounts>(selectCaseCounts(desk, sought, look)))[0] as CaseCounts,
    listCaseOwners: () => find<CaseHolder>(selectCaseOwners(desk)),
    listStanding: (wish) => ids(selectStanding(desk, wish)),
    listLatestEntries: async (interactionIds, each) =>
      (await engine.all(selectLatestEntries(engine.dialect, desk, interactionIds, each))).map((row) =>
        decode("entry", row),
      ),
  };
}
