import type { State } from '../../app/state.ts';
import { logName } from '../analysis.ts';
import { useAppState } from '../context.ts';
import { NetworkProof } from './NetworkProof.tsx';
import styles from './Pill.module.css';
import { PillPopover } from './PillPopover.tsx';

/** Whether anything can leave the tab; opens the proof. */
export function NetworkPill() {
  const network = useAppState((state) => state.network);
  const hasLog = useAppState(({ analysis }) => logName(analysis) !== undefined);
  return (
    <PillPopover
      name="Proof that nothing is sent"
      className={`${styles.dotted} ${styles[network]}`}
      label={label(network, hasLog)}
    >
      <NetworkProof network={network} />
    </PillPopover>
  );
}

/** That nothing was sent is said of a log that is there; before, what the program promises. */
function label(network: State['network'], hasLog: boolean): string {
  if (network === 'open') return 'Network not locked';
  return hasLog || network === 'locked' ? '0 bytes sent' : 'Nothing leaves this tab. Verify';
}
