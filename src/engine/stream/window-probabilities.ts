import type { WindowSet } from '../../core/sequence/window-set.ts';

/** Bytes of probabilities that are kept. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Of what a window costs beside its probabilities. */
const OVERHEAD_BYTES = 200;

/** @param windows shape [n, history], distinct and in lexicographic order. @returns shape [n, symbols] */
export type Predict = (windows: Int32Array) => Promise<Float32Array>;

/** The model's probabilities after windows that came lately: it is asked once for each while they keep coming. */
export class WindowProbabilities {
  readonly #predict: Predict;
  readonly #most: number;
  /** What was asked for since the last time that half of the room was full, ... */
  #young = new Map<string, Float32Array>();
  /** ... and before it. */
  #old = new Map<string, Float32Array>();

  constructor(predict: Predict, symbols: number, mostBytes = MOST_BYTES) {
    this.#predict = predict;
    this.#most = Math.max(1, Math.floor(mostBytes / 2 / (symbols * Float32Array.BYTES_PER_ELEMENT + OVERHEAD_BYTES)));
  }

  /** @returns shape [windows, symbols] */
  async of({ windows, count, history, symbols }: WindowSet): Promise<Float32Array> {
    const probabilities = new Float32Array(count * symbols);
    const missing: { readonly window: number; readonly name: string }[] = [];
    for (let window = 0; window < count; window++) {
      const name = String.fromCharCode(...windows.subarray(window * history, (window + 1) * history));
      const known = this.#find(name);
      if (known === undefined) missing.push({ window, name });
      else probabilities.set(known, window * symbols);
    }
    if (missing.length === 0) return probabilities;
    const asked = new Int32Array(missing.length * history);
    missing.forEach(({ window }, row) => {
      asked.set(windows.subarray(window * history, (window + 1) * history), row * history);
    });
    const rows = await this.#predict(asked);
    missing.forEach(({ window, name }, row) => {
      const own = rows.slice(row * symbols, (row + 1) * symbols);
      probabilities.set(own, window * symbols);
      this.#keep(name, own);
    });
    return probabilities;
  }

  #find(name: string): Float32Array | undefined {
    const young = this.#young.get(name);
    if (young !== undefined) return young;
    const old = this.#old.get(name);
    if (old !== undefined) this.#keep(name, old);
    return old;
  }

  #keep(name: string, row: Float32Array): void {
    this.#young.set(name, row);
    if (this.#young.size <= this.#most) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
