import type { State } from '../app/state.ts';
import type { Backend } from '../core/sequence/key-model.ts';
import { backendOf } from './analysis.ts';
import { useAppState } from './context.ts';
import styles from './StatusPill.module.css';

const BACKEND_NAMES: Readonly<Record<Backend, string>> = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

/** What the model runs on. */
export function BackendPill() {
  const analysis = useAppState((state) => state.analysis);
  const backend = backendOf(analysis);
  if (!backend) return null;
  return (
    <span className={styles.pill}>
      Model on <b>{BACKEND_NAMES[backend]}</b>
    </span>
  );
}

const NETWORK_TEXTS: Readonly<Record<State['network'], string>> = {
  checking: 'Checking the network lock',
  locked: '0 bytes sent',
  open: 'Network not locked',
};

const PROOF_ID = 'network-proof';

/** Whether anything can leave the tab; opens the proof. */
export function NetworkPill() {
  const network = useAppState((state) => state.network);
  return (
    <>
      <button type="button" popoverTarget={PROOF_ID} className={`${styles.pill} ${styles.button} ${styles[network]}`}>
        {NETWORK_TEXTS[network]}
      </button>
      <section id={PROOF_ID} popover="auto" className={styles.proof} aria-label="Proof that nothing is sent">
        <h2 className={styles.heading}>Your logs stay in this tab</h2>
        <p>{verdict(network)}</p>
        <ol className={styles.steps}>
          <li>Open the page, then pull the plug: turn the network off. Everything still works.</li>
          <li>
            Or open your browser's developer tools (F12), tab Network: analysing a log adds no request to another host.
          </li>
        </ol>
        <p className={styles.muted}>The policy this page was loaded with:</p>
        <pre className={styles.policy}>{policyText()}</pre>
      </section>
    </>
  );
}

function verdict(network: State['network']): string {
  switch (network) {
    case 'locked':
      return 'The browser itself refuses to send anything to another host: a test request was just blocked. To see it with your own eyes:';
    case 'open':
      return 'This program sends nothing, but the server that hands it out does not tell the browser to refuse it. Serve it with its security headers, or check yourself:';
    case 'checking':
      return 'The browser is being asked whether it refuses requests to other hosts. To see it with your own eyes:';
  }
}

function policyText(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return meta?.content.split('; ').join('\n') ?? 'None in this development build; see the response headers.';
}
