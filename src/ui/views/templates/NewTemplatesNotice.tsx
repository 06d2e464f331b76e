import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import type { LogReport, TemplateRow } from '../../../core/report/log-report.ts';
import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './NewTemplatesNotice.module.css';

interface NewTemplatesNoticeProps {
  readonly log: LogReport;
  readonly templates: readonly TemplateRow[];
}

/** Says that a bound was reached, and what it cost; nothing where none was. */
export function NewTemplatesNotice({ log, templates }: NewTemplatesNoticeProps) {
  const { show } = useCommands();
  const costs = costsOf(log, templates);
  if (costs.length === 0) return null;
  return (
    <div role="status" className={styles.notice}>
      <p>
        <b>New templates keep coming.</b> {costs.join(' ')} Something in these lines varies that was not taken for a
        value. Mask its pattern?
      </p>
      <Button onClick={() => show('data')}>Go to the parser</Button>
    </div>
  );
}

function costsOf({ widened, classic }: LogReport, templates: readonly TemplateRow[]): string[] {
  const costs: string[] = [];
  if (widened !== undefined) {
    costs.push(
      `More than ${formatCount(widened.signatures)} kinds of lines came up, so words seen fewer than ${formatNumberOf(widened.leastCount, 'time')} were read as values.`,
    );
  }
  const catchAll = templates.find(({ isCatchAll }) => isCatchAll);
  const left = (catchAll?.count ?? 0) + (classic?.widenedLines ?? 0);
  if (left > 0) costs.push(`${formatNumberOf(left, 'line is', 'lines are')} left under <*> alone.`);
  return costs;
}
