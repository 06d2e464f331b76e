import type { State } from '../../app/state.ts';
import { useAppState } from '../context.ts';
import { NetworkProof } from './NetworkProof.tsx';
import styles from './Pill.module.css';
import { PillPopover } from './PillPopover.tsx';

const TEXTS: Readonly<Record<State['network'], string>> = {
  unknown: 'Nothing leaves this tab',
  locked: '0 bytes sent',
  open: 'Network not locked',
};

/** Whether anything can leave the tab; opens the proof. */
export function NetworkPill() {
  const network = useAppState((state) => state.network);
  return (
    <PillPopover
      name="Proof that nothing is sent"
      className={`${styles.dotted} ${styles[network]}`}
      label={TEXTS[network]}
    >
      <NetworkProof network={network} />
    </PillPopover>
  );
}
