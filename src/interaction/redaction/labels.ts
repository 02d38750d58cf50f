/** Words that say that the number beside them is the name of a thing and not of a person. */
const THING = [
  "order ticket invoice case reference ref booking tracking parcel shipment request incident serial article item model",
  "product part teil teilenummer sku job build commit hash id uuid timestamp line row page room version v release firmware error code",
  "batch lot lote lotto charge seriennr zähler zählerstand contador medidor meter relevé compteur isbn ean gtin imei receipt quote quotation contract licen[cs]e ups dhl fedex sha\\d* md5 checksum digest revision",
  "bestellung bestellnummer auftrag auftragsnummer ticketnummer rechnung rechnungsnummer vorgang vorgangsnummer kundennummer",
  "vertragsnummer sendung sendungsnummer fehler seriennummer artikelnummer aktenzeichen lieferschein pedido factura",
  "referencia incidencia envio envío seguimiento serie artículo commande facture dossier référence suivi ticket fatura",
  "chamado protocolo encomenda rastreio rastreamento nota série contrato número[ ]de[ ](?:pedido|serie|série)",
]
  .join(" ")
  .split(" ");
const THING_UNSPACED =
  "注文|注文番号|請求書|請求書番号|問い合わせ番号|追跡番号|伝票番号|ロット|受付番号|型番|製造番号|シリアル番号|予約番号|管理番号|契約番号|会員番号";
const NUMBER = "(?:no|nr|num|number|id|nummer|número|numéro|n°|nº|#)";
const BE = "(?:is|was|ist|war|lautet|es|est|é|は)";
const LABELLED = new RegExp(
  `(?:(?:(?<!\\p{L})(?:${THING.join("|")})|${THING_UNSPACED})[\\s:#.-]{0,4}(?:${NUMBER}[\\s:#.-]{0,4})?(?:${BE}[\\s:]{0,3})?|[#№]\\s{0,3}|[\\p{sc=Latin}\\p{N}][-_/])$`,
  "iu",
);
const FIELD = /["']?([\p{L}\p{N}_.-]{1,40})["']\s{0,3}[:=]\s{0,3}["']?$|[\w]{1,40}=["']?$/u;
const PERSONAL = /phone|tel|mobile|cell|fax|card|iban|account|cpf|ssn|pan/i;
const AFTER =
  /^[ ,]{0,3}(?:is|was|ist|war|es|est|é)?[ ]{0,2}(?:the|my|our|die|meine|mi|la|le|ma|minha|meu)?[ ]{0,2}(?:order|ticket|invoice|tracking|reference|bestell|ticketn|pedido|factura|commande|facture|fatura|protocolo)/iu;
const LONGEST_LABEL = 60;

/** What stands just before the place, at most as much as a label takes. */
export function before(text: string, at: number, most = LONGEST_LABEL): string {
  return text.slice(Math.max(0, at - most), at);
}

/** Whether what stands around a number says that it is an order, a ticket, a version, a field of a program's data or the like. */
export function isLabelled(text: string, at: number, endsAt = at): boolean {
  const said = before(text, at);
  const field = FIELD.exec(said);
  if (field !== null) return !PERSONAL.test(field[0]);
  return LABELLED.test(said) || (endsAt > at && AFTER.test(text.slice(endsAt, endsAt + LONGEST_LABEL)));
}
