import type { ReactNode } from 'react';
import { formatCount, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { HeaderReport, PreviewLine } from '../../../core/report/log-report.ts';
import { Card } from '../../widgets/Card.tsx';
import styles from './HeaderPreview.module.css';
import { previewParts } from './preview-parts.ts';

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
          <li key={line.line} className={line.joined ? `${styles.line} ${styles.joined}` : styles.line}>
            <span className={styles.number}>{formatCount(line.line)}</span>
            <code className={styles.text} dir="ltr">
              <ColouredLine line={line} names={names} />
            </code>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function ColouredLine({ line, names }: { readonly line: PreviewLine; readonly names: readonly string[] }) {
  const { parts, left } = previewParts(line);
  return (
    <>
      {parts.map(({ text, kind, column }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and are replaced as a whole
        <span key={index} className={column === undefined ? styles[kind] : hueOf(names, column)}>
          {visibleText(text)}
        </span>
      ))}
      {left > 0 && <span className={styles.between}> … {formatNumberOf(left, 'more character')}</span>}
    </>
  );
}

function hueOf(names: readonly string[], name: string): string | undefined {
  return styles[`hue${names.indexOf(name) % HUES}`];
}
