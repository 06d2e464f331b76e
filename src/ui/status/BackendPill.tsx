import type { Backend } from '../../core/sequence/key-model.ts';
import { backendOf } from '../analysis.ts';
import { useAppState } from '../context.ts';
import styles from './Pill.module.css';

const BACKEND_NAMES: Readonly<Record<Backend, string>> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

/** What the model runs on. */
export function BackendPill() {
  const backend = useAppState(({ analysis }) => backendOf(analysis));
  if (!backend) return null;
  return (
    <span className={styles.pill}>
      <span className={styles.prefix}>Model on</span> <b>{BACKEND_NAMES[backend]}</b>
    </span>
  );
}
