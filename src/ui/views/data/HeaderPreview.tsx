import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../../core/base/format.ts';
import type { HeaderReport, PreviewLine } from '../../../core/report/log-report.ts';
import { Card } from '../../widgets/Card.tsx';
import styles from './HeaderPreview.module.css';

/** How many colours there are to tell columns apart. */
const HUES = 5;

interface HeaderPreviewProps {
  readonly header: HeaderReport;
  /** Above the lines. */
  readonly children: ReactNode;
}

/** The first lines as they were understood: header columns in colour, what is mined in full contrast. */
export function HeaderPreview({ header, children }: HeaderPreviewProps) {
  const names = header.columns;
  return (
    <Card
      title="First lines"
      aside={
        names.length > 0 ? `header found on ${formatShare(header.matched)} of the lines` : 'no common header found'
      }
    >
      {children}
      {names.length > 0 && (
        <p className={styles.legend}>
          {names.map((name) => (
            <span key={name} className={hueOf(names, name)}>
              {name}
            </span>
          ))}
          <span className={styles.content}>content</span>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <ol className={styles.lines} tabIndex={0} aria-label="First lines">
        {header.preview.map((line) => (
          <li key={line.line} className={styles.line}>
            <span className={styles.number}>{formatCount(line.line)}</span>
            <code className={styles.text} dir="auto">
              <ColouredLine line={line} names={names} />
            </code>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function ColouredLine({ line, names }: { readonly line: PreviewLine; readonly names: readonly string[] }) {
  const ends = [0, ...line.columns.map((column) => column.end)];
  return (
    <>
      {line.columns.map(({ name, start, end }, index) => (
        <span key={name}>
          <span className={styles.between}>{line.text.slice(ends[index], start)}</span>
          <span className={hueOf(names, name)}>{line.text.slice(start, end)}</span>
        </span>
      ))}
      <span className={styles.between}>{line.text.slice(ends.at(-1), line.content.start)}</span>
      {line.text.slice(line.content.start, line.content.end)}
      <span className={styles.between}>{line.text.slice(line.content.end)}</span>
    </>
  );
}

function hueOf(names: readonly string[], name: string): string | undefined {
  return styles[`hue${names.indexOf(name) % HUES}`];
}
