import { formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { LeftOut } from '../../../core/report/log-report.ts';
import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import styles from './LeftOutFiles.module.css';

/** Files that were dropped with others, but hold no log, and why. */
export function LeftOutFiles({ files }: { readonly files: readonly LeftOut[] }) {
  const { change } = useCommands();
  if (files.length === 0) return null;
  return (
    <Card title={`${formatNumberOf(files.length, 'file')} left out`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <ul className={styles.list} tabIndex={0} aria-label="Files left out">
        {files.map(({ file, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files of several folders may have the same name, and none ever moves
          <li key={`${index} ${file}`}>{visibleText(reason)}</li>
        ))}
      </ul>
      {files.some(({ code }) => code === 'binary-file') && (
        <Button onClick={() => change({ textAnyway: true })}>Treat as text anyway</Button>
      )}
    </Card>
  );
}
