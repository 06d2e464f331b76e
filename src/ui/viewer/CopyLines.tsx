import { useState } from 'react';
import { formatNumberOf } from '../../core/base/format.ts';
import { useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { textOfRows } from './copy-lines.ts';
import styles from './RawLog.module.css';
import type { RowMap } from './row-map.ts';

interface CopyLinesProps {
  readonly rows: RowMap;
  /** Rows that are selected, `last` included. */
  readonly first: number;
  readonly last: number;
}

/** Copies the selected lines with their numbers; where the browser denies that, shows them for copying by hand. */
export function CopyLines({ rows, first, last }: CopyLinesProps) {
  const { viewLines } = useCommands();
  const [status, setStatus] = useState('');
  const [byHand, setByHand] = useState<string>();
  const copy = async () => {
    setByHand(undefined);
    const outcome = await textOfRows(rows, first, last, viewLines);
    if (!outcome.ok) {
      setStatus(outcome.problem.message);
      return;
    }
    const { text, lines } = outcome.value;
    const wanted = last - first + 1;
    const copied =
      lines < wanted ? `the first ${formatNumberOf(lines, 'line')}, more is too long` : formatNumberOf(lines, 'line');
    try {
      await navigator.clipboard.writeText(text);
      setStatus(`Copied ${copied}.`);
    } catch {
      setStatus('The browser does not allow copying. Copy this text by hand:');
      setByHand(text);
    }
  };
  return (
    <>
      <Button onClick={() => void copy()} disabled={rows.count === 0}>
        Copy with line numbers
      </Button>
      <span role="status" className={styles.result}>
        {status}
      </span>
      {byHand !== undefined && (
        <textarea
          aria-label="Lines with numbers"
          className={styles.byHand}
          rows={4}
          readOnly
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
