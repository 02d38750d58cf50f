// @ts-check
// Works a list by the keyboard, as in a mail program. Every page also works without this file.

const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-list] > li")]);

/** The id of the row that was worked on last, and where it stood. */
let current = "";
let place = 0;
/** What was last said of the row. */
let said = "";

/** What is said to those who cannot see it; beside what is drawn anew. */
const status = document.createElement("p");
status.id = "said";
status.className = "unseen";
status.role = "status";
document.body.append(status);

/** @param {HTMLElement} row */
const linkOf = (row) => /** @type {HTMLElement | null} */ (row.querySelector("a.to"));

/** Where the keys apply: the row that has the focus or had it last, else the page of a case. */
function here() {
  const focused = document.activeElement?.closest("[data-list] > li");
  const row = focused ?? document.getElementById(current) ?? rows()[0];
  return /** @type {HTMLElement} */ (row ?? document.querySelector("main"));
}

/** @param {HTMLElement | undefined} row */
function goTo(row) {
  if (!row) return;
  linkOf(row)?.focus();
  row.scrollIntoView({ block: "nearest" });
}

/** @param {1 | -1} step */
function move(step) {
  const all = rows();
  const focused = document.activeElement?.closest("[data-list] > li");
  const known = all.indexOf(/** @type {HTMLElement} */ (focused ?? document.getElementById(current)));
  if (known < 0) return goTo(all[0]);
  goTo(all[Math.min(all.length - 1, Math.max(0, known + step))]);
}

/** Presses what the key stands for in the row. @param {string} key */
function press(key) {
  const target = /** @type {HTMLElement | null} */ (here().querySelector(`[data-key="${key}"]`));
  if (!target) return;
  target.click();
  if (target.parentElement instanceof HTMLDetailsElement) {
    const field = target.parentElement.querySelector("select, textarea");
    if (field instanceof HTMLElement) setTimeout(() => field.focus());
  }
}

/** @param {string} selector */
function follow(selector) {
  const link = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  link?.click();
}

function toFilters() {
  const filters = document.getElementById("filters");
  if (!(filters instanceof HTMLDetailsElement)) return;
  filters.open = true;
  /** @type {HTMLElement | null} */ (filters.querySelector("select, input:not([type=hidden])"))?.focus();
}

function showKeys() {
  const dialog = document.getElementById("keys");
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => linkOf(here())?.click(),
  u: () => follow("a[rel=up], [data-cancel]"),
  "/": toFilters,
  "?": showKeys,
};
for (const key of ["c", "a", "m", "e", "n", "r"]) KEYS[key] = () => press(key);

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && isTyping(event.target)) {
    const cancel = /** @type {HTMLElement} */ (event.target).closest("form")?.querySelector("[data-cancel]");
    if (cancel instanceof HTMLElement) cancel.click();
    /** @type {HTMLElement} */ else event.target.blur();
    return;
  }
  const act = isTyping(event.target) ? undefined : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("focusin", ({ target }) => {
  const row = target instanceof Element ? target.closest("[data-list] > li") : null;
  if (!(row instanceof HTMLElement)) return;
  current = row.id;
  place = rows().indexOf(row);
  said = row.dataset.said ?? "";
  sessionStorage.setItem("row", current);
});

document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("#keys-open")) showKeys();
});

/** Says what became of the row, and finds the focus a place where its element is gone. */
function afterDrawing() {
  document.getElementById("keys-open")?.removeAttribute("hidden");
  if (current === "") return;
  const row = document.getElementById(current);
  const news = row?.dataset.said ?? "";
  if (news !== "" && news !== said) status.textContent = news;
  said = news;
  if (document.activeElement !== document.body) return;
  goTo(row ?? rows()[Math.min(place, rows().length - 1)]);
}
document.addEventListener("drawn", afterDrawing);

/** The form that a page opens with is where one goes on; else the row that was worked on last. */
function begin() {
  document.getElementById("keys-open")?.removeAttribute("hidden");
  const open = document.querySelector("[data-list] .case-form");
  const field = open?.querySelector("select, textarea");
  current = open?.closest("li")?.id ?? sessionStorage.getItem("row") ?? "";
  if (field instanceof HTMLElement) return field.focus();
  const row = document.getElementById(current);
  if (row?.matches("[data-list] > li")) linkOf(row)?.focus();
}
begin();
