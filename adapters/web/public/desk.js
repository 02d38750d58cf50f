// @ts-check
// Keeps an open page up to date and sends its forms in place. Every page also works without this file.

/** Tries again after this long when the live feed was refused, milliseconds. */
const RETRY = 2000;
/** How often waiting times are brought up to date, milliseconds. */
const REFRESH = 30_000;
/** A log scrolled this near to its end follows what is added, pixels. */
const NEAR = 120;
/** What stands last begins this far below the upper edge of its log, pixels. */
const MARGIN = 8;

/** Counts what was drawn, so that an older answer never overwrites a newer one. */
let drawn = 0;

const content = () => /** @type {HTMLElement} */ (document.querySelector("main[data-live]"));

/** @param {Element} from @param {Element} to */
function matchAttributes(from, to) {
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && name !== "open") from.removeAttribute(name);
  }
}

/** The child of `from` that `wanted` is the newer state of. @param {Element} from @param {ChildNode | null} cursor @param {ChildNode} wanted */
function counterpart(from, cursor, wanted) {
  if (wanted instanceof Element && wanted.id) {
    return [...from.children].find((child) => child.id === wanted.id && child.nodeName === wanted.nodeName) ?? null;
  }
  const isSame = cursor?.nodeName === wanted.nodeName && !(cursor instanceof Element && cursor.id);
  return isSame ? cursor : null;
}

/** Whether somebody is typing in it: that is never taken away by news. @param {ChildNode} node */
function holdsWords(node) {
  const fields = node instanceof Element ? node.querySelectorAll("textarea") : [];
  return [...fields].some((field) => field.value.trim() !== "" && field.value !== field.defaultValue);
}

/**
 * Makes `from` look like `to` and keeps every element that is in both, with its focus, scroll position and typed text.
 * @param {Element} from @param {Element} to @param {boolean} keepNotes whether what was said about a failed form stays
 */
function morph(from, to, keepNotes) {
  matchAttributes(from, to);
  if (keepNotes && from.classList.contains("form-note")) return;
  const ids = new Set([...to.children].map((child) => child.id));
  const isToGo = (/** @type {ChildNode} */ node) => !(keepNotes && holdsWords(node));
  for (const child of [...from.children]) if (child.id && !ids.has(child.id) && isToGo(child)) child.remove();
  let cursor = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const kept = counterpart(from, cursor, wanted);
    if (!kept) {
      from.insertBefore(wanted, cursor);
      continue;
    }
    if (kept === cursor) cursor = cursor.nextSibling;
    else from.insertBefore(kept, cursor);
    if (kept instanceof Element && wanted instanceof Element) morph(kept, wanted, keepNotes);
    else if (kept.nodeValue !== wanted.nodeValue) kept.nodeValue = wanted.nodeValue;
  }
  while (cursor) {
    const next = cursor.nextSibling;
    if (isToGo(cursor)) cursor.remove();
    cursor = next;
  }
}

/** @param {Element | null} log */
const lastIn = (log) => [...(log?.querySelectorAll("article") ?? [])].at(-1);

/** How far the log is scrolled past the beginning of what stands there last, pixels. @param {Element} log */
function pastLast(log) {
  const last = lastIn(log);
  return last ? log.getBoundingClientRect().top - last.getBoundingClientRect().top : -Infinity;
}

/** Scrolls to the end, but not past the beginning of what stands there last: a question is read from its first word. */
function scrollToEnd() {
  for (const log of document.querySelectorAll(".log"))
    log.scrollTop = Math.min(log.scrollTop - pastLast(log) - MARGIN, log.scrollHeight - log.clientHeight);
}

function isAtEnd() {
  const log = document.querySelector(".log");
  return log !== null && log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
}

/** Draws a fetched page into this one; false if it is not a page of the desk. @param {string} text @param {boolean} keepNotes */
function draw(text, keepNotes) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const newer = page.querySelector("main[data-live]");
  if (!newer) return false;
  const log = document.querySelector(".log");
  const last = lastIn(log);
  const past = log && last ? pastLast(log) : -Infinity;
  const isRead = past >= -2 * MARGIN;
  const follow = isAtEnd() || isRead;
  drawn += 1;
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  morph(content(), newer, keepNotes);
  if (log && isRead && lastIn(log) === last) log.scrollTop += past - pastLast(log);
  else if (follow) scrollToEnd();
  document.dispatchEvent(new Event("drawn"));
  return true;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** Fetches the page again shortly; several calls at once fetch once. */
function refreshSoon() {
  clearTimeout(soon);
  soon = setTimeout(refresh, 60);
}

/** With which line of the audit log this page was opened: what is fetched for it belongs to that. */
function opening() {
  const line = content().dataset.opening;
  return line ? { "X-Opening": line } : undefined;
}

/** Whether the page is being fetched, and whether there was news meanwhile: it is never fetched twice at once. */
let isFetching = false;
let isStale = false;

async function refresh() {
  isStale = isFetching;
  if (isFetching) return;
  isFetching = true;
  await fetchPage();
  isFetching = false;
  if (isStale) refreshSoon();
}

async function fetchPage() {
  const before = drawn;
  try {
    const response = await fetch(location.href, { headers: opening() });
    const text = await response.text();
    if (before !== drawn) refreshSoon();
    else if (response.ok) draw(text, true);
    else if (isShut(response.status)) showShut();
  } catch {
    showOffline(true);
  }
}

/** @param {boolean} isOffline */
function showOffline(isOffline) {
  const banner = /** @type {HTMLElement} */ (document.querySelector("[data-offline]"));
  const text = isOffline ? (banner.dataset.offline ?? "") : "";
  if (banner.textContent !== text) banner.textContent = text;
}

/** Whether the desk does not know this browser any more. @param {number} status */
const isShut = (status) => status === 401 || status === 403;

/** Says that the page must be opened anew: the session is over, or the key was of an earlier start. Nothing is asked any more. */
function showShut() {
  const banner = /** @type {HTMLElement} */ (document.querySelector("[data-reopen]"));
  live?.close();
  live = undefined;
  const link = document.createElement("a");
  link.href = `${location.pathname}${location.search}`;
  link.textContent = banner.dataset.reopenLink ?? "";
  banner.replaceChildren(banner.dataset.reopen ?? "", " ", link);
}

/** Why the feed was refused: where the desk answers, but not to this browser, listening again is in vain. @param {string} address */
async function wasShut(address) {
  const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
  return answer !== null && isShut(answer.status);
}

/** @type {EventSource | undefined} */
let live;

/** Listens while the page can be seen: a browser allows few connections to one host, and people open many tabs. */
function listen() {
  live?.close();
  live = undefined;
  const address = content().dataset.feed;
  if (address === undefined || document.visibilityState === "hidden") return;
  const feed = new EventSource(address);
  live = feed;
  feed.onopen = () => {
    showOffline(false);
    refreshSoon();
  };
  feed.onmessage = (event) => {
    const wanted = content().dataset.live ?? "";
    const { topics } = /** @type {{ topics: string[] }} */ (JSON.parse(event.data));
    if (topics.some((topic) => wanted.includes(topic))) refreshSoon();
  };
  feed.onerror = () => {
    showOffline(true);
    if (feed.readyState !== EventSource.CLOSED) return;
    setTimeout(async () => {
      if (feed !== live) return;
      if (await wasShut(address)) showShut();
      else if (feed === live) listen();
    }, RETRY);
  };
}

/** @param {HTMLFormElement} form @param {string} text */
function note(form, text) {
  const place = form.querySelector(".form-note") ?? form.closest("article")?.querySelector(".form-note");
  if (place) place.textContent = text;
}

/** @param {HTMLTextAreaElement} field */
const draftOf = (field) => `draft ${field.dataset.draft}`;

function restoreDrafts() {
  for (const field of /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll("[data-draft]"))) {
    field.value ||= sessionStorage.getItem(draftOf(field)) ?? "";
  }
}

/** Empties a form that was accepted, and finds a place for the focus if its element is gone. @param {HTMLFormElement} form @param {string} place */
function settle(form, place) {
  for (const field of /** @type {NodeListOf<HTMLTextAreaElement>} */ (form.querySelectorAll("[data-draft]"))) {
    sessionStorage.removeItem(draftOf(field));
  }
  form.reset();
  scrollToEnd();
  if (document.activeElement !== document.body) return;
  const post = document.getElementById(place) ?? content();
  const next = post.querySelector("summary, textarea, button") ?? post;
  if (next === post) post.tabIndex = -1;
  /** @type {HTMLElement} */ (next).focus();
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function send(form, submitter) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-zone]"))) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  const fields = /** @type {[string, string][]} */ ([...new FormData(form, submitter)]);
  const place = form.dataset.then ?? form.closest("[id^='post-']")?.id ?? "text";
  note(form, "");
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: opening(),
    });
    if (response.status === 401) showShut();
    if (!draw(await response.text(), false)) throw new Error(`The desk answered ${response.status}`);
    if (!response.ok) return;
    if (response.redirected && new URL(response.url).search !== location.search)
      history.pushState(null, "", response.url);
    settle(form, place);
  } catch {
    note(form, content().dataset.failed ?? "");
  }
}

document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method !== "post" || form.dataset.leads !== undefined) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  await send(form, event.submitter);
  form.ariaBusy = null;
});

document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.dataset.draft)
    sessionStorage.setItem(draftOf(target), target.value);
});

document.addEventListener("keydown", (event) => {
  if (!(event.target instanceof HTMLTextAreaElement) || event.target.dataset.enter === undefined) return;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
});

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => live?.close());
addEventListener("pageshow", ({ persisted }) => persisted && listen());
addEventListener("popstate", () => location.reload());
setInterval(() => live && content().dataset.told === undefined && refreshSoon(), REFRESH);
restoreDrafts();
scrollToEnd();
for (const here of document.querySelectorAll(".seats [aria-current], .desks [aria-current]"))
  here.scrollIntoView({ block: "nearest", inline: "nearest" });
listen();
