/** The lines in as few texts as `longest` characters each allow; a line that is longer stands alone. */
export function packedLines(lines: readonly string[], longest: number): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= longest) texts.push(`${texts.pop()}\n${line}`);
    else texts.push(line);
  }
  return texts;
}
