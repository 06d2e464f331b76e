import { useCallback } from 'react';
import { formatBytes, formatCount, formatNumberOf } from '../../core/base/format.ts';
import type { SentRequest } from '../../core/report/sent-request.ts';
import { useCommands } from '../context.ts';
import { usePolled } from '../use-polled.ts';
import styles from './Pill.module.css';
import { requestSums } from './request-sums.ts';

const EVERY = 1000;
/** More would be more than anybody reads. */
const MOST_SHOWN = 200;

/** What the page and its threads asked the network for, as the browser lists it. */
export function RequestList() {
  const { requests } = useCommands();
  // The list grows in place.
  const look = useCallback(() => [...requests()], [requests]);
  const made = usePolled(look, EVERY) ?? [];
  const { own, others, refused, received } = requestSums(made, location.origin);
  return (
    <>
      <p>
        Since the page was opened: {formatNumberOf(own, 'request')} for its own files ({formatBytes(received)}{' '}
        received), <b>{formatCount(others)} to other hosts</b>, {formatCount(refused)} refused by the browser.
      </p>
      <details className={styles.requests}>
        <summary>All requests</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Thread</th>
              <th scope="col">Address</th>
              <th scope="col">Received</th>
            </tr>
          </thead>
          <tbody>
            {made.slice(-MOST_SHOWN).map((request) => (
              <Row key={`${request.thread} ${request.time} ${request.url}`} request={request} />
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Row({ request: { thread, url, received, refused } }: { readonly request: SentRequest }) {
  const address = url.startsWith(location.origin) ? url.slice(location.origin.length) : url;
  return (
    <tr>
      <td>{thread}</td>
      <td className={styles.address}>{address}</td>
      <td>{refused ? 'refused' : received === 0 ? 'kept here' : formatBytes(received)}</td>
    </tr>
  );
}
