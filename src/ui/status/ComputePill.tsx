import { formatBytes } from '../../core/base/format.ts';
import type { ThreadMemory, ThreadName } from '../../core/report/thread-memory.ts';
import { backendOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { usePolled } from '../use-polled.ts';
import { BACKEND_NAMES } from '../views/training/training-text.ts';
import styles from './Pill.module.css';
import { PillPopover } from './PillPopover.tsx';

const EVERY = 2000;

const NAMES: Readonly<Record<ThreadName, string>> = { page: 'Page', data: 'Log and findings', model: 'Model' };

const bytesOf = ({ heapBytes = 0, bufferBytes }: ThreadMemory) => heapBytes + bufferBytes;

/** What the model runs on and what the page and its threads hold in memory; opens what of it each holds, and how it was counted. */
export function ComputePill() {
  const backend = useAppState(({ analysis }) => backendOf(analysis));
  const use = usePolled(useCommands().memory, EVERY) ?? [];
  const total = use.reduce((sum, memory) => sum + bytesOf(memory), 0);
  if (total === 0 && !backend) return null;
  const name = backend && BACKEND_NAMES[backend];
  const isTold = use.every(({ heapBytes }) => heapBytes !== undefined);
  return (
    <PillPopover
      name="Memory"
      spoken={`${name ? `Model on ${name}, memory` : 'Memory'} ${formatBytes(total)}`}
      label={
        <>
          {name} <b>{formatBytes(total)}</b>
        </>
      }
    >
      <h2 className={styles.heading}>Memory</h2>
      <table className={styles.memory}>
        <tbody>
          {use.map((memory) => (
            <tr key={memory.thread}>
              <th scope="row">{NAMES[memory.thread]}</th>
              <td>{formatBytes(bytesOf(memory))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.muted}>
        {isTold
          ? 'Objects as the browser counts them in each thread, and with them the columns of the log and the numbers of the model, which the program counts.'
          : 'This browser does not tell what objects take. The program counts the columns of the log and the numbers of the model; there is more.'}{' '}
        Lines are not held: they are read back from the file.
      </p>
    </PillPopover>
  );
}
