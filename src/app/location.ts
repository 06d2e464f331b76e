import { BACKENDS, type Backend } from '../core/sequence/key-model.ts';
import { VIEWS, type View } from './state.ts';
import { readPeriod, type WrittenPeriod, writePeriod } from './training-period.ts';

/**
 * What the address asks for: `?sample=hdfs`, `?backend=wasm`, `?train-from=2024-03-05&train-to=2024-03-06T12:00`, `#/anomalies`. What it
 * does not know it ignores.
 */
export interface AddressRequest {
  readonly sample: string | undefined;
  readonly backend: Backend | undefined;
  readonly trainingPeriod: WrittenPeriod['period'] | undefined;
  readonly view: View | undefined;
}

const FROM = 'train-from';
const TO = 'train-to';

export function readAddress(search: string, hash: string): AddressRequest {
  const query = new URLSearchParams(search);
  const backend = query.get('backend');
  const period = readPeriod(query.get(FROM) ?? undefined, query.get(TO) ?? undefined);
  return {
    sample: query.get('sample') ?? undefined,
    backend: BACKENDS.find((known) => known === backend),
    trainingPeriod: typeof period === 'string' ? undefined : period.period,
    view: VIEWS.find((known) => `#/${known}` === hash),
  };
}

/** The query of an address with another training period, or with none. */
export function searchWithPeriod(search: string, period: WrittenPeriod | undefined): string {
  const query = new URLSearchParams(search);
  const { from, to } = period === undefined ? { from: undefined, to: undefined } : writePeriod(period);
  for (const [name, end] of [
    [FROM, from],
    [TO, to],
  ] as const) {
    if (end === undefined) query.delete(name);
    else query.set(name, end);
  }
  // A colon needs no escape in a query.
  const text = query.toString().replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
