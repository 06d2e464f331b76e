import { type Settings, VIEWS, type View } from '../state.ts';
import { readPeriod, type WrittenPeriod, writePeriod } from '../training-period.ts';
import { readSettings, writeSettings } from './written-settings.ts';

/**
 * What the address asks for: `?sample=hdfs`, settings such as `?backend=wasm&history=5` and
 * `?train-from=2024-03-05&train-to=2024-03-06T12:00`, `#/anomalies`. What it does not know it ignores.
 */
export interface AddressRequest {
  readonly sample: string | undefined;
  readonly settings: Partial<Settings>;
  readonly view: View | undefined;
}

const FROM = 'train-from';
const TO = 'train-to';

/** No link that this page makes is longer. */
const LONGEST = 8192;

export function readAddress(search: string, hash: string): AddressRequest {
  const query = new URLSearchParams(search.length > LONGEST ? '' : search);
  const period = readPeriod(query.get(FROM) ?? undefined, query.get(TO) ?? undefined);
  return {
    sample: query.get('sample') ?? undefined,
    settings: {
      ...readSettings(query),
      ...(typeof period === 'string' ? {} : { trainingPeriod: period.period }),
    },
    view: VIEWS.find((known) => `#/${known}` === hash),
  };
}

/**
 * The query of an address with these settings, where they differ from the default; what else it holds stays.
 *
 * @param by what the ends of a training period count
 */
export function searchWithSettings(search: string, settings: Settings, by: WrittenPeriod['by']): string {
  const query = new URLSearchParams(search);
  const { trainingPeriod: period } = settings;
  const { from, to } = period === undefined ? { from: undefined, to: undefined } : writePeriod({ by, period });
  for (const [name, value] of Object.entries({ ...writeSettings(settings), [FROM]: from, [TO]: to })) {
    query.delete(name);
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  // These need no escape in a query.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
