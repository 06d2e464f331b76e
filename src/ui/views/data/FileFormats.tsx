import { formatCount, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { FileFormatRow } from '../../../core/report/log-report.ts';
import { Card } from '../../widgets/Card.tsx';
import { ScrollArea } from '../../widgets/ScrollArea.tsx';
import styles from './FileFormats.module.css';

/** Where files are read in different ways: which formats there are, and how much of each. */
export function FileFormats({ formats }: { readonly formats: readonly FileFormatRow[] }) {
  if (formats.length < 2) return null;
  return (
    <Card title={`${formatNumberOf(formats.length, 'format')}, each file by its own`}>
      <ScrollArea name="Formats of the files" className={styles.scroll}>
        <table className={styles.table} aria-label="Formats">
          <thead>
            <tr>
              <th scope="col">Format</th>
              <th scope="col">Header</th>
              <th scope="col">Files</th>
              <th scope="col" className={styles.count}>
                Lines
              </th>
              <th scope="col" className={styles.count}>
                With header
              </th>
            </tr>
          </thead>
          <tbody>
            {formats.map(({ name, header, files, firstFile, lines, matched }) => (
              <tr key={firstFile}>
                <th scope="row">{name}</th>
                <td>
                  <code dir="ltr">{header}</code>
                </td>
                <td>{visibleText(filesText(firstFile, files))}</td>
                <td className={styles.count}>{formatCount(lines)}</td>
                <td className={styles.count}>{formatShare(matched)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  );
}

/** `a.log and 3 more`. */
function filesText(first: string, files: number): string {
  return files === 1 ? first : `${first} and ${formatCount(files - 1)} more`;
}
