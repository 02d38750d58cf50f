/** A pattern that is made at its first use: long ones with letters of all scripts take milliseconds each, and most desks write one language. */
export function latePattern(source: string, flags: string): () => RegExp {
  let made: RegExp | null = null;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
