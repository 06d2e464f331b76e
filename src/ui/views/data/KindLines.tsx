import { type CSSProperties, useCallback } from 'react';
import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { ListedKind } from '../../../core/report/raw-line.ts';
import { useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { useOpenLine } from '../../viewer/use-open-line.ts';
import styles from './KindLines.module.css';

/** Lines that are listed, at most. */
const MOST_LISTED = 200;

interface KindLinesProps {
  readonly kind: ListedKind;
  /** What the kind is called on the page. */
  readonly name: string;
  readonly total: number;
}

/** The lines of a kind as they stand in the file. */
export function KindLines({ kind, name, total }: KindLinesProps) {
  const { linesOf, openViewer } = useCommands();
  const openLine = useOpenLine();
  const load = useCallback(() => linesOf(kind, 0, MOST_LISTED), [linesOf, kind]);
  const { value: outcome } = useLoaded(load);
  if (outcome === undefined) return <p role="status">Reading lines back</p>;
  if (!outcome.ok) {
    return (
      <p role="alert" className={styles.problem}>
        {outcome.problem.message} {outcome.problem.advice}
      </p>
    );
  }
  const lines = outcome.value;
  const digits = formatCount(lines.at(-1)?.line ?? 0).length;
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, the raw log goes to any line */}
      <ol
        aria-label={`Lines: ${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        className={styles.lines}
        onClick={openLine}
        style={{ '--digits': `${digits + 1}ch` } as CSSProperties}
      >
        {lines.map(({ line, text, cut }) => (
          <li key={line} data-line={line} className={styles.line}>
            <button
              type="button"
              className={styles.number}
              aria-label={`Open at line ${formatCount(line)}`}
              onClick={() => openViewer(line)}
            >
              {formatCount(line)}
            </button>
            <bdi dir="ltr">
              {visibleText(text)}
              {cut && <span className={styles.cut}>… cut</span>}
            </bdi>
          </li>
        ))}
      </ol>
      {total > lines.length && <p className={styles.more}>and {formatNumberOf(total - lines.length, 'more line')}</p>}
    </>
  );
}
