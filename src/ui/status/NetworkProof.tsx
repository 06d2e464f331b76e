import type { State } from '../../app/state.ts';
import { formatCount } from '../../core/base/format.ts';
import { useCommands } from '../context.ts';
import { usePolled } from '../use-polled.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './Pill.module.css';
import { policyLines, policySource } from './policy-text.ts';
import { RequestList } from './RequestList.tsx';

const VERDICTS: Readonly<Record<State['network'], string>> = {
  unknown: 'This program sends nothing, and asks the browser to refuse it if it tried. See with your own eyes:',
  locked: 'The browser refused: this page cannot send anything to another host. See with your own eyes:',
  open: 'This program sends nothing, but the browser would let it: the server that hands out this page does not send the security headers. See with your own eyes:',
};

const EVERY = 1000;
/** Each look asks the server. */
const ONCE = 1e9;

/** What a person can try and read to know that nothing of a log is sent. */
export function NetworkProof({ network }: { readonly network: State['network'] }) {
  const { checkNetwork, servedPolicy, keptFiles } = useCommands();
  const served = usePolled(servedPolicy, ONCE);
  const kept = usePolled(keptFiles, EVERY);
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  const lines = policyLines(served ?? meta);
  return (
    <>
      <h2 className={styles.heading}>Your logs stay in this tab</h2>
      <p role="status">{VERDICTS[network]}</p>
      <ol className={styles.steps}>
        <li>
          Turn the network off. It goes on working
          {kept ? `: the browser keeps the ${formatCount(kept)} files of this program.` : ' after a first analysis.'}
        </li>
        <li>Look at the tab Network of the developer tools (F12): no request goes to another host.</li>
        <li>
          Let the page try to reach one. <Button onClick={checkNetwork}>Try it</Button>
        </li>
      </ol>
      <RequestList />
      <p className={styles.muted}>{policySource(served)}</p>
      {lines.length > 0 && <pre className={styles.policy}>{lines.join('\n')}</pre>}
    </>
  );
}
