/** Things to come, taken out earliest first; of those at the same moment, the one put in first. */
export interface TimeQueue<T> {
  put(at: number, item: T): void;
  /** The earliest, or undefined when nothing is left or all else lies after `until`. */
  take(until: number): { readonly at: number; readonly item: T } | undefined;
}

interface QueuedItem<T> {
  readonly at: number;
  readonly order: number;
  readonly item: T;
}

function isBefore<T>(one: QueuedItem<T> | undefined, other: QueuedItem<T> | undefined): boolean {
  if (!one || !other) return one !== undefined;
  return one.at === other.at ? one.order < other.order : one.at < other.at;
}

/** A binary heap. */
export function createTimeQueue<T>(): TimeQueue<T> {
  const heap: QueuedItem<T>[] = [];
  let count = 0;

  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [heap[other] as QueuedItem<T>, heap[one] as QueuedItem<T>];
  };
  const rise = (from: number) => {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (!isBefore(heap[place], heap[parent])) return;
      swap(place, parent);
      place = parent;
    }
  };
  const sink = () => {
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      const first = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!isBefore(heap[first], heap[place])) return;
      swap(place, first);
      place = first;
    }
  };

  return {
    put(at, item) {
      heap.push({ at, order: count++, item });
      rise(heap.length - 1);
    },
    take(until) {
      const [first] = heap;
      if (!first || first.at > until) return undefined;
      const last = heap.pop();
      if (heap.length > 0 && last) {
        heap[0] = last;
        sink();
      }
      return first;
    },
  };
}
