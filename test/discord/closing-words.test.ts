import { describe, expect, it } from "vitest";
import { isClosingSign } from "../../adapters/discord/closing-words.ts";

const author = { id: "8", username: "tickets", bot: true };
const button = (label: string, custom_id = label) => ({ type: 2, style: 2, label, custom_id });
const said = (content: string, ...buttons: object[]) => ({
  ...{ author, content, embeds: [] },
  components: buttons.length === 0 ? [] : [{ type: 1, components: buttons }],
});

describe("The first sign of closing", () => {
  it.each<[string, ...object[]]>([
    ["Are you sure you would like to close this ticket?", button("Close"), button("Cancel")],
    ["", button("Accept & Close", "close_request_accept"), button("Deny & Keep Open", "close_request_deny")],
    ["<@7>, can this ticket be closed?", button("Yes"), button("No")],
    ["Can we help with anything else?", button("✔", "ticket/close/confirm"), button("✖", "ticket/close/cancel")],
    ["Möchtest du das Ticket schließen?", button("Schließen"), button("Abbrechen")],
    ["¿Cerrar el ticket?", button("Aceptar"), button("Rechazar")],
    ["Fermer le ticket ?", button("Oui"), button("Non")],
    ["Deseja fechar o ticket?", button("Sim"), button("Não")],
    ["チケットを閉じますか?", button("はい"), button("いいえ")],
    ["Ticket closed by <@9>", button("Transcript"), button("Open"), button("Delete")],
  ])("is what asks or says so: %s", (content, ...buttons) =>
    expect(isClosingSign(said(content, ...buttons))).toBe(true),
  );

  it.each([
    "This ticket will be deleted in 3 seconds.",
    "Closing in 5s...",
    "Das Ticket wird in 10 Sekunden gelöscht.",
    "Ce ticket sera supprimé dans quelques secondes",
    "El ticket se eliminará en 5 segundos.",
    "O ticket será excluído em 5 segundos",
    "このチケットは5秒後に削除されます。",
  ])("is what will be gone in seconds: %s", (content) => expect(isClosingSign(said(content))).toBe(true));

  it("stands in a card or in components as well", () => {
    const card = { ...said(""), embeds: [{ type: "rich", description: "Ticket will be closed in 5 seconds" }] };
    const shown = {
      ...said(""),
      components: [{ type: 17, components: [{ type: 10, content: "Deleting in 3 seconds" }] }],
    };
    for (const message of [card, shown]) expect(isClosingSign(message)).toBe(true);
  });

  it.each<[string, ...object[]]>([
    ["Welcome! Support will be with you shortly. To close this ticket press Close.", button("Close"), button("Claim")],
    ["Welcome", button("Close"), button("Close With Reason")],
    ["Our offer: 20 EUR", button("Accept"), button("Decline")],
    ["Inactive tickets are closed after 48 hours."],
    ["Choose", button("Open a ticket"), button("Help")],
  ])("is not %s", (content, ...buttons) => expect(isClosingSign(said(content, ...buttons))).toBe(false));

  it("is nothing that a person says", () => {
    expect(isClosingSign({ ...said("I close this in 5 seconds"), author: { id: "7" } })).toBe(false);
  });
});
