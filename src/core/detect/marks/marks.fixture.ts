import type { LogKey } from '../../base/brand.ts';
import type { Finding } from '../finding.ts';
import { signatureOf } from '../signature.ts';
import type { Mark } from './mark.ts';

const TEXTS = ['open <*>', 'write <*>', 'close <*>', 'crash!'];
export const textOf = (key: number) => TEXTS[key] ?? 'end of the session';

/** Of a session whose event `key` was not expected after `after`. */
export function finding(session: string, key: number, after: readonly number[]): Finding {
  return {
    session,
    cause: 'unexpected-key',
    score: 9,
    line: 12,
    firstLine: 10,
    lastLine: 20,
    byteOffset: 0,
    file: 'app.log',
    fileLine: 1,
    offsetIn: 'file',
    timestamp: Number.NaN,
    template: textOf(key),
    key: key as LogKey,
    after: after.map((one) => one as LogKey),
    rank: 3,
    probability: 0.001,
    expected: [],
    reason: 'It did.',
    detector: 'lstm',
  };
}

export function markOn(of: Finding, over: Partial<Mark> = {}): Mark {
  const { session, file, line, firstLine, lastLine } = of;
  const signature = signatureOf(of, textOf);
  return {
    session,
    file,
    line,
    firstLine,
    lastLine,
    signature,
    verdict: 'normal',
    reach: 'reason',
    note: '',
    time: 1,
    ...over,
  };
}
