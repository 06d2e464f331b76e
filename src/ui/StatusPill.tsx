import type { State } from '../app/state.ts';
import { formatBytes } from '../core/base/format.ts';
import type { Backend } from '../core/sequence/key-model.ts';
import { backendOf } from './analysis.ts';
import { useAppState, useCommands } from './context.ts';
import styles from './StatusPill.module.css';
import { useModelMemory } from './views/training/use-model-memory.ts';
import { Button } from './widgets/Button.tsx';

const BACKEND_NAMES: Readonly<Record<Backend, string>> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

/** What the model runs on. */
export function BackendPill() {
  const analysis = useAppState((state) => state.analysis);
  const backend = backendOf(analysis);
  if (!backend) return null;
  return (
    <span className={styles.pill}>
      <span className={styles.prefix}>Model on</span> <b>{BACKEND_NAMES[backend]}</b>
      {analysis.phase === 'training' && <MemoryHeld />}
    </span>
  );
}

/** What the model that trains holds: its tensors, and its thread's objects where the browser tells. */
function MemoryHeld() {
  const memory = useModelMemory();
  if (memory === undefined) return null;
  return <span title="Memory of the model's thread">{formatBytes(memory.tensorBytes + (memory.heapBytes ?? 0))}</span>;
}

const NETWORK_TEXTS: Readonly<Record<State['network'], string>> = {
  unknown: 'Nothing leaves this tab',
  locked: '0 bytes sent',
  open: 'Network not locked',
};

const VERDICTS: Readonly<Record<State['network'], string>> = {
  unknown: 'This program sends nothing, and asks the browser to refuse it if it tried. See with your own eyes:',
  locked: 'The browser refused: this page cannot send anything to another host. See with your own eyes:',
  open: 'This program sends nothing, but the browser would let it: the server that hands out this page does not send the security headers. See with your own eyes:',
};

const PROOF_ID = 'network-proof';

/** Whether anything can leave the tab; opens the proof. */
export function NetworkPill() {
  const network = useAppState((state) => state.network);
  const { checkNetwork } = useCommands();
  return (
    <>
      <button type="button" popoverTarget={PROOF_ID} className={`${styles.pill} ${styles.button} ${styles[network]}`}>
        {NETWORK_TEXTS[network]}
      </button>
      <section id={PROOF_ID} popover="auto" className={styles.proof} aria-label="Proof that nothing is sent">
        <h2 className={styles.heading}>Your logs stay in this tab</h2>
        <p role="status">{VERDICTS[network]}</p>
        <ol className={styles.steps}>
          <li>Turn the network off after a first analysis. The next one works without it.</li>
          <li>Look at the tab Network of the developer tools (F12): no request goes to another host.</li>
          <li>
            Let the page try to reach one. <Button onClick={checkNetwork}>Try it</Button>
          </li>
        </ol>
        <p className={styles.muted}>The policy this page asks the browser to enforce:</p>
        <pre className={styles.policy}>{policyText()}</pre>
      </section>
    </>
  );
}

function policyText(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return meta?.content.split('; ').join('\n') ?? 'It comes with the response headers only; see the developer tools.';
}
