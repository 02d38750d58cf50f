// @ts-check
// Plays a conversation as it happened. Without this file all of it stands there at once.

/** A pause in reading pace, and the least and most time for what was read before, milliseconds. */
const PAUSE = 700;
const LEAST = 500;
const MOST = 4000;
/** Reading a letter takes about so long, milliseconds. */
const LETTER = 18;
/** How many times as fast as it happened. */
const TIMES = /** @type {Record<string, number>} */ ({ fast: 60, real: 1 });

let shown = 0;
let isPlaying = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement | null} */ (document.getElementById(id));
const items = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#played > *")]);
/** @param {HTMLElement | undefined} item */
const isPause = (item) => item?.classList.contains("pause") ?? false;

/** Shows as much as has been played. */
function apply() {
  const all = items();
  for (const [index, item] of all.entries()) item.hidden = index >= shown;
  const entries = all.filter((item) => !isPause(item));
  const progress = element("progress");
  if (progress) progress.textContent = `${entries.filter((item) => !item.hidden).length} / ${entries.length}`;
  const play = element("play");
  const label = (isPlaying ? play?.dataset.pause : play?.dataset.play) ?? "";
  if (play && play.textContent !== label) play.textContent = label;
}

/** Brings what was shown last into view. */
function follow() {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  items()[shown - 1]?.scrollIntoView({ block: "nearest", behavior: isCalm ? "auto" : "smooth" });
}

/** How long it takes until the next item is shown, milliseconds. @param {HTMLElement} next @param {HTMLElement | undefined} last */
function delay(next, last) {
  const speed = /** @type {HTMLSelectElement | null} */ (element("speed"))?.value ?? "quick";
  const times = TIMES[speed];
  if (times === undefined) {
    const read = LETTER * (last?.querySelector(".words")?.textContent?.length ?? 0);
    return isPause(next) ? PAUSE : Math.min(MOST, LEAST + read);
  }
  if (isPause(next)) return Number(next.dataset.ms) / times;
  return isPause(last) ? 0 : Math.max(0, Number(next.dataset.at) - Number(last?.dataset.at)) / times;
}

function pause() {
  clearTimeout(timer);
  isPlaying = false;
  apply();
}

function goOn() {
  const all = items();
  const next = all[shown];
  if (!next) return pause();
  timer = setTimeout(
    () => {
      shown += 1;
      apply();
      follow();
      goOn();
    },
    delay(next, all[shown - 1]),
  );
}

function toggle() {
  if (isPlaying) return pause();
  if (shown >= items().length) shown = 1;
  isPlaying = true;
  apply();
  goOn();
}

/** One entry on, with the pause before it. */
function stepOn() {
  pause();
  const all = items();
  shown = Math.min(all.length, shown + (isPause(all[shown]) ? 2 : 1));
  apply();
  follow();
}

/** One entry back, with the pause before it. */
function stepBack() {
  pause();
  const all = items();
  shown = Math.max(1, shown - (isPause(all[shown - 2]) ? 2 : 1));
  apply();
  follow();
}

function showAll() {
  pause();
  shown = items().length;
  apply();
}

/** Begins anew, or after the page was drawn again goes on where it stood; what was guessed already stands there as a whole. */
function setUp() {
  const played = element("played");
  const player = element("player");
  if (!played || !player) return;
  player.hidden = false;
  if (played.dataset.begin === undefined) return showAll();
  shown = Math.max(1, shown);
  apply();
}

document.addEventListener("click", ({ target }) => {
  const id = target instanceof HTMLElement ? target.id : "";
  if (id === "play") toggle();
  if (id === "step") stepOn();
  if (id === "all") showAll();
});

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  const inField =
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
  if (isHeld || inField) return;
  const onControl = target instanceof HTMLElement && target.closest("button, a, summary") !== null;
  if (key === " " && !onControl) toggle();
  else if (key === "ArrowRight") stepOn();
  else if (key === "ArrowLeft") stepBack();
  else return;
  event.preventDefault();
});

document.addEventListener("drawn", setUp);
setUp();
