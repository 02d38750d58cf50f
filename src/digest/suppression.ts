/** One part of a whole whose total is shown. */
export interface Segment {
  readonly key: string;
  readonly answers: number;
}

/**
 * The parts whose counts must not be shown: those with fewer answers than the least, and then the smallest others, until what
 * is hidden, with the answers in no shown part, holds enough answers together that subtraction from the total tells nothing
 * about a small part (complementary suppression: Cox, J. American Statistical Association 75(370), 1980). Parts without
 * answers hide nothing. `apart` are the answers in none of the parts.
 */
export function hiddenSegments(segments: readonly Segment[], apart: number, minAnswers: number): ReadonlySet<string> {
  const smallestFirst = segments
    .filter(({ answers }) => answers > 0)
    .sort((a, b) => a.answers - b.answers || (a.key < b.key ? -1 : 1));
  const hidden = new Set<string>();
  let together = apart;
  for (const { key, answers } of smallestFirst) {
    const isRevealing = together > 0 && together < minAnswers;
    if (answers >= minAnswers && !isRevealing) break;
    hidden.add(key);
    together += answers;
  }
  return hidden;
}
