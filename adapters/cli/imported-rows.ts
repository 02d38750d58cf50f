import { createHash } from "node:crypto";
import type { Settings } from "../../src/settings.ts";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { RowError } from "../csv/cells.ts";
import { type CsvAnswer, type ReadingRule, readAnswer } from "../csv/read-answer.ts";
import type { CsvRecord } from "../csv/read-records.ts";
import { apiAgent, apiCustomer, apiMessageId } from "../web/api/address.ts";

/** A read answer, and the line it stands in. */
export interface ImportedRow {
  readonly line: number;
  readonly answer: ImportedAnswer;
}

const DEFAULT_CHANNEL = "csv";

/** What tells an answer without an id from every other: all that is known of it. */
function contentKey({ customer, score, scale, answeredAt, agent, written }: CsvAnswer): string {
  const content = JSON.stringify([customer, score, scale, answeredAt, written.comment, written.product, agent]);
  return createHash("sha256").update(content).digest("base64url");
}

/** The id of the product that is meant; the words of the file where the settings have none of that id or name. */
function productOf(named: string | null, products: Settings["products"]): string | null {
  return products.find(({ id, name }) => id === named || name === named)?.id ?? named;
}

/** Whom the help-desk API knows by the same id; a mail address is the same in capitals and small letters. */
function customerOf(id: string): Pick<ImportedAnswer, "customer" | "otherAddress"> {
  if (!/^[^\s@]+@[^\s@]+$/.test(id)) return { customer: apiCustomer({ id }) };
  const email = id.toLowerCase();
  const customer = apiCustomer({ id: email, email });
  return email === id ? { customer } : { customer, otherAddress: apiCustomer({ id }).address };
}

/** The answer as the desk keeps it; one of our own export is known by the response that it was. */
function importedOf(answer: CsvAnswer, products: Settings["products"], isOurs: boolean): ImportedAnswer {
  const { customer, score, scale, comment, product, agent, channel, id, answeredAt } = answer;
  const name = id === null ? contentKey(answer) : `id.${id}`;
  return {
    conversation: `import:${apiMessageId(channel ?? DEFAULT_CHANNEL).replaceAll(":", "%3A")}:${apiMessageId(name)}`,
    ...customerOf(customer),
    ...(isOurs && id !== null ? { responseId: id } : {}),
    ...{ score, scale, comment, answeredAt },
    product: productOf(product, products),
    agent: agent === null ? null : { address: apiAgent(agent).address, name: apiAgent(agent).name ?? null },
  };
}

/** The answer in a record; the reason, a sentence, where it is refused. */
export function importedRow(
  { line, cells }: CsvRecord,
  rule: ReadingRule,
  products: Settings["products"],
): ImportedRow | string {
  try {
    return { line, answer: importedOf(readAnswer(cells, rule), products, rule.map.tool?.isOurs === true) };
  } catch (error) {
    if (error instanceof RowError) return `${error.message}.`;
    throw error;
  }
}
