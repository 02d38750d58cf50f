// @ts-check
// The chat on a company's own site: one script tag, no cookie, no frame. All it draws stands in a shadow root.
(() => {
  const tag = /** @type {HTMLScriptElement | null} */ (
    document.currentScript ?? document.querySelector('script[src*="/widget.js"]')
  );
  if (tag === null) return;
  const base = new URL("widget", tag.src).href;
  const {
    lang = document.documentElement.lang || navigator.language,
    user = "",
    hash = "",
    name = "",
    email = "",
  } = tag.dataset;

  /** How long it waits before it follows again, milliseconds. */
  const RETRY = [1000, 2000, 4000, 8000, 15_000];

  const STYLE = `
:host{all:initial;position:fixed;inset:auto 0 0 auto;z-index:2147483000}
*{box-sizing:border-box;font:inherit;color:inherit;margin:0}
.root{--paper:#fff;--sunken:#f1efea;--ink:#1c2126;--quiet:#5b636d;--line:#e2dfd8;--edge:#8b8f94;
--accent:#24604d;--on:#fff;--soft:#e3efea;--alert:#a83232;color-scheme:light dark}
@media (prefers-color-scheme:dark){
.root{--paper:#1c2024;--sunken:#23282d;--ink:#eceae5;--quiet:#a9b0b8;--line:#30363c;--edge:#7d858d;
--accent:#8ecbb5;--on:#10231c;--soft:#22352e;--alert:#f09a94}
}
.root{font:16px/1.5 system-ui,"Noto Sans",Arial,sans-serif;color:var(--ink);
  overflow-wrap:anywhere}
[hidden]{display:none !important}
button{cursor:pointer;min-height:44px;min-width:44px;border:1px solid var(--edge);border-radius:10px;
  background:var(--paper);padding:.3rem .8rem}
button:hover{border-color:var(--accent)}
.primary{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.launch{position:fixed;right:16px;bottom:16px;max-width:min(18rem,calc(100vw - 32px));border-radius:24px;
  padding:.6rem 1.2rem;box-shadow:0 4px 18px #0003}
.launch.new::after{content:"";display:inline-block;width:.7em;height:.7em;margin-left:.5em;
  border-radius:50%;background:currentColor}
.panel{position:fixed;right:16px;bottom:16px;width:24rem;max-width:calc(100vw - 32px);
  height:min(40rem,calc(100dvh - 32px));display:flex;flex-direction:column;background:var(--paper);
  border:1px solid var(--line);border-radius:14px;box-shadow:0 8px 40px #0004;overflow:hidden}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;padding:.5rem .5rem .5rem 1rem;
  border-bottom:1px solid var(--line)}
h2{flex:1 0 55%;font-size:1.05rem;font-weight:650}
.close,.fresh{border:0;background:none} .fresh{padding:0}
.close{font-size:1.4rem;line-height:1}
.status{padding:.4rem 1rem;background:var(--sunken);font-size:.9rem}
.status:empty,.note:empty{display:none}
.log{flex:1;min-height:6rem;overflow-y:auto;padding:1rem;display:flex;flex-direction:column;gap:.9rem;
  overscroll-behavior:contain}
.item{max-width:90%;align-self:flex-start}
.item.customer{align-self:flex-end}
.item.bot{max-width:100%;width:100%;border:1px solid var(--line);border-radius:14px;padding:.7rem}
.item.note{align-self:center;text-align:center;color:var(--quiet);font-size:.9rem}
.who{color:var(--quiet);font-size:.8rem}
.words{white-space:pre-wrap}
.customer .words,.agent .words{padding:.5rem .8rem;border-radius:14px;background:var(--sunken)}
.customer .words{background:var(--soft)}
.asks>.words{font-weight:600}
blockquote{border-left:3px solid var(--line);padding-left:.7rem}
.scores{display:grid;grid-template-columns:repeat(5,1fr);gap:.3rem;margin-top:.5rem}
.scores.n11{grid-template-columns:repeat(6,1fr)}
.scores button{padding:0}
.ends{display:flex;justify-content:space-between;gap:1rem;margin-top:.3rem;color:var(--quiet);font-size:.85rem}
.ends span{max-width:47%} .ends span:last-child{text-align:right}
.hint,.note{margin-top:.5rem;color:var(--quiet);font-size:.85rem}
.note{color:var(--alert)}
.acts{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:.6rem}
.acts form{flex-basis:100%;display:grid;gap:.4rem;justify-items:start}
.acts form>div,.acts>details{width:100%;padding:0;font-size:1rem} .bare>label{position:absolute;clip-path:inset(50%)}
label{display:block;font-size:.9rem;font-weight:600}
textarea,input,select{display:block;width:100%;min-height:44px;padding:.5rem .7rem;
  border:1px solid var(--edge);border-radius:10px;background:var(--paper);resize:vertical}
.compose{padding:.5rem 1rem;border-top:1px solid var(--line);display:grid;gap:.5rem}
.line{display:flex;gap:.5rem;align-items:end} .line>div{flex:1}
details{padding:0 1rem .3rem;color:var(--quiet);font-size:.8rem} summary{cursor:pointer;padding:.2rem 0;line-height:1.3}
.fresh{text-decoration:underline;font-size:.9rem}
@media (max-width:30rem){.panel{inset:0;width:auto;max-width:none;height:auto;border:0;border-radius:0}}`;

  /** An element with its properties and what is in it. @param {string} kind @param {Record<string, any>} [properties] @param {(Node | string)[]} inner */
  function el(kind, properties = {}, ...inner) {
    const element = /** @type {any} */ (document.createElement(kind));
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...inner);
    return element;
  }

  /** Where something is said that did not go well. */
  const alert = () => el("p", { className: "note", role: "alert" });

  /** A field under its label. @param {string} label @param {any} field */
  const labelled = (label, field, className = "") =>
    el("div", { className }, el("label", { for: field.id }, label), field);

  /** @param {Uint8Array} bytes */
  const base64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ "+": "-", "/": "_" })[sign] ?? "");

  const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

  /** What this browser is known by, for as long as the site keeps it. */
  function token() {
    const place = `chat ${base}`;
    try {
      const kept = localStorage.getItem(place) ?? random();
      localStorage.setItem(place, kept);
      return kept;
    } catch {
      return random();
    }
  }

  const said = new TextEncoder().encode(JSON.stringify({ token: token(), user, hash, name, email }));
  const authorization = `Bearer ${base64url(said)}`;

  /** @param {string} path @param {RequestInit} [init] */
  const call = (path, init) =>
    fetch(`${base}/${path}${path.includes("?") ? "&" : "?"}lang=${encodeURIComponent(lang)}`, {
      ...init,
      credentials: "omit",
      headers: { Authorization: authorization },
    });

  /** @param {any} words @param {number} longest */
  function build(words, longest) {
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    /** What stands in the chat, see `widget-chat.ts`. @type {any} */
    let chat = null;
    /** @type {AbortController | null} */
    let feed = null;
    let tries = 0;
    let isFresh = false;

    const launch = el(
      "button",
      { className: "launch primary", type: "button", "aria-haspopup": "dialog" },
      words.title,
    );
    const title = el("h2", { id: "title" }, words.title);
    const closer = el("button", { className: "close", type: "button", "aria-label": words.close }, "×");
    const fresh = el("button", { className: "fresh", type: "button", hidden: true }, words.fresh);
    const status = el("p", { className: "status", role: "status" });
    const log = el("div", {
      className: "log",
      role: "log",
      "aria-live": "polite",
      "aria-label": words.title,
      tabIndex: 0,
    });
    const compose = el("form", { className: "compose" });
    const after = el("div", {});
    const panel = el(
      "section",
      { className: "panel", role: "dialog", "aria-modal": "true", "aria-labelledby": "title", hidden: true },
      el("header", {}, title, closer, fresh),
      ...[status, log, compose, after],
    );
    const frame = el("div", { className: "root", lang: words.lang }, launch, panel);
    root.append(frame);

    /** @param {string} id */
    const area = (id) => el("textarea", { id, rows: 2, required: true, maxLength: longest, dir: "auto" });

    /** @param {Record<string, string>} fields @param {"message" | "act"} to @param {HTMLElement | null} note */
    async function send(fields, to, note) {
      if (note) note.textContent = "";
      try {
        const body = new URLSearchParams({ form: random(), chat: chat?.chat ?? "", ...fields });
        const response = await call(to, { method: "POST", body });
        const next = await response.json();
        if (next.items) draw(next);
        if (note && (next.note ?? next.error)) note.textContent = next.note ?? next.error;
        if (next.note && !note?.isConnected) status.textContent = next.note;
        return response.ok;
      } catch {
        if (note) note.textContent = words.failed;
        return false;
      }
    }

    /** What every act has in common. @param {any} act @param {string} place */
    const fieldsOf = ({ act, subject, value }, place) => ({
      ...{ act, subject, place },
      ...(value === undefined ? {} : act === "score" ? { score: value } : { value }),
    });

    /** One act, however often it is pressed. @param {any} act @param {string} place @param {HTMLElement} note */
    function button(act, place, note) {
      const form = random();
      const element = el("button", { type: "button" }, act.label);
      if (act.description) element.setAttribute("aria-label", act.description);
      element.onclick = async () => {
        if (!(await send({ ...fieldsOf(act, place), form }, "act", note)) || root.activeElement) return;
        (log.querySelector(".item:last-child textarea, .item:last-child button") ?? log).focus();
      };
      return element;
    }

    /** The field in which words for an act are written. @param {any} act @param {string} place @param {HTMLElement} note */
    function writing(act, place, note) {
      const field = area(`${act.act}-${place}`);
      const form = el("form", {}, labelled(act.field, field), el("button", { className: "primary" }, words.send));
      form.onsubmit = (/** @type {Event} */ event) => {
        event.preventDefault();
        send({ ...fieldsOf(act, place), comment: field.value }, "act", note);
      };
      return act.act === "comment" ? form : el("details", {}, el("summary", {}, act.label), form);
    }

    /** @param {any} item */
    function itemView(item) {
      const note = alert();
      const place = item.id.replace(/^post-/, "");
      const time = new Date(item.at).toLocaleTimeString(words.lang, { hour: "numeric", minute: "2-digit" });
      const view = el("article", { className: `item ${item.by}${item.scores ? " asks" : ""}` });
      if (item.who) view.append(el("p", { className: "who" }, `${item.who} · ${time}`));
      view.append(el("p", { className: "words", dir: "auto", id: `text-${item.id}` }, item.text));
      if (item.quote) view.append(el("blockquote", { dir: "auto" }, item.quote));
      const hint = item.hint ? [el("p", { className: "hint", dir: "auto" }, item.hint)] : [];
      if (!item.scores) view.append(...hint);
      if (item.scores) {
        const group = { role: "group", "aria-labelledby": `text-${item.id}`, "aria-describedby": `ends-${item.id}` };
        const buttons = item.scores.map((act) => button(act, place, note));
        view.append(el("div", { className: `scores n${buttons.length}`, ...group }, ...buttons));
        if (item.ends) {
          const { low, high } = item.ends;
          view.append(el("p", { className: "ends", id: `ends-${item.id}` }, el("span", {}, low), el("span", {}, high)));
        }
      }
      const acts = (item.acts ?? []).map((act) => (act.field ? writing : button)(act, place, note));
      if (acts.length > 0) view.append(el("div", { className: "acts" }, ...acts));
      if (item.scores) view.append(...hint);
      if (item.by === "bot") view.append(note);
      return view;
    }

    /** How far the log is scrolled past the beginning of what stands there last. */
    const past = () => log.scrollTop + log.offsetTop - (log.lastElementChild?.offsetTop ?? 0);

    /** Scrolls to the end, but not past that beginning: a question is read from its first word. */
    function toEnd() {
      log.scrollTop -= past() + 8;
    }

    /** What stands in the log, by id: it stays, with what is typed in it. */
    const shown = new Map();

    /** @param {any[]} items */
    function drawLog(items) {
      const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
      const [last, was] = [log.lastElementChild, past()];
      const welcome = { id: "welcome", by: "note", who: "", at: 0, text: words.welcome };
      const wanted = [welcome, ...items];
      for (const [id, { view }] of shown) {
        if (wanted.some((item) => item.id === id)) continue;
        view.remove();
        shown.delete(id);
      }
      wanted.forEach((item, index) => {
        const source = JSON.stringify(item);
        const before = shown.get(item.id);
        const view = before?.source === source ? before.view : itemView(item);
        if (before && before.view !== view) before.view.remove();
        if (log.children[index] !== view) log.insertBefore(view, log.children[index] ?? null);
        shown.set(item.id, { source, view });
      });
      if (was > -16 && log.lastElementChild === last) log.scrollTop += was - past();
      else if (isAtEnd || was > -16) toEnd();
    }

    /** @param {any} given */
    function drawComposer({ isBegun, asksName, products }) {
      const kind = JSON.stringify([isBegun, asksName, products]);
      if (compose.dataset.kind === kind) return;
      compose.dataset.kind = kind;
      const text = compose.querySelector("#text") ?? area("text");
      text.placeholder = words.message;
      const note = compose.querySelector(".note") ?? alert();
      const fields = [];
      if (!isBegun && asksName)
        fields.push(labelled(words.name, el("input", { id: "name", maxLength: 60, autocomplete: "name" })));
      if (!isBegun && products.length > 0) {
        const all = [{ id: "", name: words.productAny }, ...products];
        const options = all.map(({ id, name: called }) => el("option", { value: id }, called));
        fields.push(labelled(words.product, el("select", { id: "product" }, ...options)));
      }
      const go = el("button", { className: "primary" }, words.send);
      const line = el("div", { className: "line" }, labelled(words.message, text, "bare"), go);
      const focused = root.activeElement === text;
      compose.replaceChildren(...fields, line, note);
      if (focused) text.focus();
    }

    /** @param {any} given */
    function drawAfter({ isBegun, privacy }) {
      const kind = JSON.stringify([isBegun, privacy]);
      if (after.dataset.kind === kind) return;
      after.dataset.kind = kind;
      const note = alert();
      const acts = privacy ? privacy.acts.map((act) => button(act, "me", note)) : [];
      const about = privacy
        ? [el("details", {}, el("summary", {}, privacy.text), el("div", { className: "acts" }, ...acts), note)]
        : [];
      after.replaceChildren(...about);
      fresh.hidden = !isBegun;
    }

    /** @param {any} next */
    function draw(next) {
      const last = chat?.items.at(-1)?.id;
      const newest = next.items.at(-1);
      const isNews = chat !== null && newest !== undefined && newest.id !== last && newest.by !== "customer";
      chat = next;
      if (panel.hidden && isNews) {
        launch.classList.add("new");
        launch.setAttribute("aria-label", `${words.title}. ${words.unread}`);
      }
      drawLog(next.items);
      drawComposer(next);
      drawAfter(next);
    }

    async function refresh() {
      try {
        const response = await call(isFresh ? "chat?new" : "chat");
        if (!response.ok) throw new Error("refused");
        draw(await response.json());
        if (status.textContent === words.offline) status.textContent = "";
      } catch {
        status.textContent = words.offline;
      }
    }

    /** Follows while it can be seen and there is something to follow. */
    async function follow() {
      feed?.abort();
      if (document.visibilityState === "hidden" || (panel.hidden && !chat?.isBegun)) return;
      const own = new AbortController();
      feed = own;
      try {
        const response = await call("live", { signal: own.signal });
        if (!response.ok || response.body === null) throw new Error("refused");
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        await refresh();
        tries = 0;
        for (let read = await reader.read(); !read.done; read = await reader.read())
          if (read.value.includes("data:")) await refresh();
      } catch {
        if (own.signal.aborted) return;
      }
      status.textContent = words.offline;
      setTimeout(() => feed === own && follow(), RETRY[Math.min(tries, RETRY.length - 1)]);
      tries += 1;
    }

    function open() {
      panel.hidden = false;
      launch.hidden = true;
      launch.classList.remove("new");
      launch.removeAttribute("aria-label");
      toEnd();
      (compose.querySelector("#text") ?? closer).focus();
      follow();
    }

    function close() {
      panel.hidden = true;
      launch.hidden = false;
      launch.focus();
      follow();
    }

    /** Keeps the focus in the open panel. @param {KeyboardEvent} event */
    function trap(event) {
      const all = panel.querySelectorAll("button, textarea, input, select, summary, [tabindex='0']");
      const stops = [...all].filter((one) => one.checkVisibility());
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (root.activeElement !== edge) return;
      event.preventDefault();
      /** @type {HTMLElement} */ (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }

    launch.onclick = open;
    fresh.onclick = async () => {
      isFresh = true;
      await refresh();
      compose.querySelector("#text")?.focus();
    };
    closer.onclick = close;
    panel.onkeydown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") close();
      else if (event.key === "Tab") trap(event);
      const isText = /** @type {Element} */ (event.target).id === "text";
      const isEnter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
      if (!isText || !isEnter || matchMedia("(pointer: coarse)").matches) return;
      event.preventDefault();
      compose.requestSubmit();
    };
    let isSending = false;
    let last = { text: "", form: "" };
    compose.onsubmit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      const text = compose.querySelector("#text");
      if (isSending || text.value.trim() === "") return;
      isSending = true;
      if (last.text !== text.value) last = { text: text.value, form: random() };
      const of = (/** @type {string} */ id) => compose.querySelector(id)?.value ?? "";
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const fields = { ...last, name: of("#name"), product: of("#product"), zone, locale: words.lang };
      const isSent = await send(fields, "message", compose.querySelector(".note"));
      isSending = false;
      if (!isSent) return;
      isFresh = false;
      text.value = last.text = "";
      toEnd();
    };
    document.addEventListener("visibilitychange", follow);
    document.body.append(host);
    refresh().then(follow);
  }

  async function begin() {
    try {
      const [chat, said] = await Promise.all([call("chat"), call("words")]);
      if (!chat.ok || !said.ok) return;
      const { words, longest } = await said.json();
      build(words, longest);
    } catch {
      // The site stays as it was.
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
