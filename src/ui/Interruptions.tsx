import type { Interruption } from '../app/interruption.ts';
import styles from './Interruptions.module.css';
import { interruptionText } from './interruption-text.ts';

/** What came between a training run and its end, in order. */
export function Interruptions({ interruptions }: { readonly interruptions: readonly Interruption[] }) {
  return (
    <ul className={styles.list} aria-label="Interruptions" aria-live="polite">
      {interruptions.map((interruption, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, at its end.
        <li key={at} dir="auto">
          {interruptionText(interruption)}
        </li>
      ))}
    </ul>
  );
}
