import { BACKENDS, type Backend } from '../core/sequence/key-model.ts';
import { VIEWS, type View } from './state.ts';

/** What the address asks for: `?sample=hdfs`, `?backend=wasm`, `#/anomalies`. What it does not know it ignores. */
export interface AddressRequest {
  readonly sample: string | undefined;
  readonly backend: Backend | undefined;
  readonly view: View | undefined;
}

export function readAddress(search: string, hash: string): AddressRequest {
  const query = new URLSearchParams(search);
  const backend = query.get('backend');
  return {
    sample: query.get('sample') ?? undefined,
    backend: BACKENDS.find((known) => known === backend),
    view: VIEWS.find((known) => `#/${known}` === hash),
  };
}
