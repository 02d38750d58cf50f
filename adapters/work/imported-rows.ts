import { createHash } from "node:crypto";
import { productNamed, productsTold } from "../../src/settings/named-product.ts";
import type { Settings } from "../../src/settings.ts";
import type { ImportedAnswer } from "../../src/survey/imported-answer.ts";
import { RowError, shownCell } from "../csv/cells.ts";
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

/** What the products of a file mean at the desk. */
export interface ProductRule {
  readonly products: Settings["products"];
  /** Products of the desk by what the file calls them; the empty text: none. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The id of the product that is meant; our own export is taken at its word. Throws {@link RowError} where the desk has products and none of that. */
function productOf(named: string | null, { products, renamed }: ProductRule, isOurs: boolean): string | null {
  const meant = named === null ? null : (renamed.get(named) ?? named);
  if (meant === null || meant === "" || isOurs) return meant || null;
  const found = productNamed(meant, products);
  if (found !== null) return found;
  const remedy = "add it to products in the settings, or say which is meant with --products";
  throw new RowError(
    `product ${shownCell(meant)} is none of the desk's, which are ${productsTold(products)}; ${remedy}`,
  );
}

/** Whom the help-desk API knows by the same id; a mail address is the same in capitals and small letters. */
function customerOf(id: string): Pick<ImportedAnswer, "customer" | "otherAddress"> {
  if (!/^[^\s@]+@[^\s@]+$/.test(id)) return { customer: apiCustomer({ id }) };
  const email = id.toLowerCase();
  const customer = apiCustomer({ id: email, email });
  return email === id ? { customer } : { customer, otherAddress: apiCustomer({ id }).address };
}

/** The answer as the desk keeps it; one of our own export is known by the response that it was. */
function importedOf(answer: CsvAnswer, rule: ProductRule, isOurs: boolean): ImportedAnswer {
  const { customer, score, scale, comment, product, agent, channel, id, answeredAt } = answer;
  const name = id === null ? contentKey(answer) : `id.${id}`;
  return {
    conversation: `import:${apiMessageId(channel ?? DEFAULT_CHANNEL).replaceAll(":", "%3A")}:${apiMessageId(name)}`,
    ...customerOf(customer),
    ...(isOurs && id !== null ? { responseId: id } : {}),
    ...{ score, scale, comment, answeredAt },
    product: productOf(product, rule, isOurs),
    agent: agent === null ? null : { address: apiAgent(agent).address, name: apiAgent(agent).name ?? null },
  };
}

/** The answer in a record; the reason, a sentence, where it is refused. */
export function importedRow(
  { line, cells }: CsvRecord,
  rule: ReadingRule,
  products: ProductRule,
): ImportedRow | string {
  try {
    return { line, answer: importedOf(readAnswer(cells, rule), products, rule.map.tool?.isOurs === true) };
  } catch (error) {
    if (error instanceof RowError) return `${error.message}.`;
    throw error;
  }
}
