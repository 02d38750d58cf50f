/** One import, from file to file. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** For each folder the folders beside it that it imports, each with one import by which it does. */
type Graph = Map<string, Map<string, Import>>;

/** The neighbouring folders that an import joins, e.g. `src/survey` and `src/interaction`; null where a file stands directly beside a folder. */
function joined({ from, to }: Import): readonly [string, string] | null {
  const [here, there] = [from.split("/"), to.split("/")];
  const fork = here.findIndex((part, index) => part !== there[index]);
  if (fork < 1 || fork >= here.length - 1 || fork >= there.length - 1) return null;
  return [here.slice(0, fork + 1).join("/"), there.slice(0, fork + 1).join("/")];
}

function graphOf(imports: readonly Import[]): Graph {
  const graph: Graph = new Map();
  for (const one of imports) {
    const [here, there] = joined(one) ?? [];
    if (here === undefined || there === undefined) continue;
    const beside = graph.get(here) ?? new Map<string, Import>();
    graph.set(here, beside.set(there, beside.get(there) ?? one));
  }
  return graph;
}

/** The shortest way along imports from one folder to another, or null. */
function wayBetween(graph: Graph, start: string, end: string): readonly Import[] | null {
  const ways = new Map<string, readonly Import[]>([[start, []]]);
  for (const [folder, way] of ways) {
    for (const [next, step] of graph.get(folder) ?? []) {
      if (next === end) return [...way, step];
      if (!ways.has(next)) ways.set(next, [...way, step]);
    }
  }
  return null;
}

/** Circles in which neighbouring folders import each other, each as its imports, one for each step; folders that are entangled are told of once. */
export function circlesOf(imports: readonly Import[]): (readonly Import[])[] {
  const graph = graphOf(imports);
  const told = new Set<string>();
  return [...graph.keys()].toSorted().flatMap((folder) => {
    const circle = told.has(folder) ? null : wayBetween(graph, folder, folder);
    if (circle === null) return [];
    for (const other of graph.keys())
      if (wayBetween(graph, folder, other) && wayBetween(graph, other, folder)) told.add(other);
    return [circle];
  });
}
