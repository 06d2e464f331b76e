import { partSentence } from '../core/report/part-sentence.ts';
import { parsedOf } from './analysis.ts';
import { useAppState } from './context.ts';
import styles from './PartNote.module.css';

/** Where only a part of the files was read, all that is shown is of that part. */
export function PartNote() {
  const part = useAppState(({ analysis }) => parsedOf(analysis)?.log.part);
  if (part === undefined) return null;
  return (
    <p className={styles.note}>
      <strong>Partial.</strong> {partSentence(part)}
    </p>
  );
}
