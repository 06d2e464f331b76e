import type { Bytes } from '../../core/base/units.ts';
import type { SentRequest } from '../../core/report/sent-request.ts';

interface RequestSums {
  /** To the host that the page came from. */
  readonly own: number;
  readonly others: number;
  /** Never sent. */
  readonly refused: number;
  readonly received: Bytes;
}

export function requestSums(requests: readonly SentRequest[], origin: string): RequestSums {
  const sent = requests.filter(({ refused }) => !refused);
  const own = sent.filter(({ url }) => new URL(url).origin === origin).length;
  return {
    own,
    others: sent.length - own,
    refused: requests.length - sent.length,
    received: sent.reduce((sum, { received }) => sum + received, 0),
  };
}
