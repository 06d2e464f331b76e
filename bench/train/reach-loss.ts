import { indexWindows } from '../../src/core/sequence/windows.ts';
import { trainKeyModel } from '../../src/ml/train.ts';
import { processorClock, wallClock } from '../median.ts';
import { HISTORY, OPTIONS } from './compare.ts';
import { readKeySessions } from './key-sessions.ts';

export interface Reached {
  readonly passes: number;
  /** Of the last pass, each batch before its update. */
  readonly loss: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** Trains on WASM until the training loss is low enough, in at most 300 passes. @param loss in nats an event */
export async function reachLoss(text: string, loss: number): Promise<Reached> {
  const sequences = readKeySessions(text);
  const { set } = indexWindows(sequences, HISTORY, Array(sequences.start.length - 1).keys());
  const [started, computed] = [wallClock(), processorClock()];
  let last = Number.POSITIVE_INFINITY;
  const control = {
    signal: new AbortController().signal,
    onEpoch: ({ trainLoss }: { readonly trainLoss: number }) => {
      last = trainLoss;
    },
    shouldStop: () => last <= loss,
  };
  const { model } = await trainKeyModel(set, undefined, OPTIONS, control, { backend: 'wasm', reason: '' });
  return {
    passes: model.epochs.length,
    loss: last,
    seconds: wallClock() - started,
    processorSeconds: processorClock() - computed,
  };
}
