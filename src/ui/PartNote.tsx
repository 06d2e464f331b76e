import { formatBytes } from '../core/base/format.ts';
import { parsedOf } from './analysis.ts';
import { useAppState } from './context.ts';
import styles from './PartNote.module.css';

/** Where only a part of the files was read, all that is shown is of that part. */
export function PartNote() {
  const part = useAppState(({ analysis }) => parsedOf(analysis)?.log.part);
  if (part === undefined) return null;
  const [read, all] = [formatBytes(part.bytes), formatBytes(part.of)];
  return (
    <p className={styles.note}>
      <strong>Partial.</strong>{' '}
      {part.by === 'first'
        ? `Only the first ${read} of ${all} were read.`
        : `Only a sample of ${read} of ${all} was read, in stretches from all over it; lines are counted in what was read.`}
    </p>
  );
}
