import type { State } from '../../../app/state.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './ExportView.module.css';

/** A detector that is kept in the browser, for whoever comes back to this page. */
export function KeepDetector() {
  const { keepDetector } = useCommands();
  const isTrained = useAppState(({ analysis }) => analysis.phase === 'scored' && analysis.model.end !== 'detector');
  const isKept = useAppState(isDetectorKept);
  return (
    <section className={styles.group}>
      <h2>Keep it in this browser</h2>
      <ul className={styles.list}>
        <li className={styles.item}>
          <p className={styles.text} id="keep-detector">
            The detector, with the templates of this log but none of its lines, beside the analysis on the start page.
            {isKept && ' It is kept; keeping it again takes its place.'}
            {!isTrained && <span className={styles.missing}>Available once a model is trained on a log.</span>}
          </p>
          <Button disabled={!isTrained} aria-describedby="keep-detector" onClick={keepDetector}>
            Keep detector
          </Button>
        </li>
      </ul>
    </section>
  );
}

function isDetectorKept({ analysis, recent }: State): boolean {
  if (analysis.phase !== 'scored' || recent === 'not-kept') return false;
  const { files, bytes } = analysis.log;
  const isThis = (names: readonly string[]) =>
    names.length === files.length && files.every(({ name }, at) => name === names[at]);
  return recent.some((each) => each.hasDetector && each.bytes === bytes && isThis(each.names));
}
