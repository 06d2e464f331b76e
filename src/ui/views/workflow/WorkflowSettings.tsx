import { formatCount, formatShare } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { namedText } from '../../../core/report/template-names.ts';
import type { WorkflowReport } from '../../../core/report/workflow-report.ts';
import { scoredOf } from '../../analysis.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useTemplateNames } from '../../template-names.ts';
import { SelectField } from '../../widgets/SelectField.tsx';
import styles from './WorkflowView.module.css';

const LEAST_SHARES = [0, 0.01, 0.05, 0.1, 0.25];
/** Sessions that are offered; the others are chosen under Anomalies. */
const MOST_OFFERED = 50;
const NO_PATH = '';

interface WorkflowSettingsProps {
  readonly report: WorkflowReport;
  readonly task: number;
  readonly onTask: (task: number) => void;
  readonly leastShare: number;
  readonly onLeastShare: (share: number) => void;
}

/** Which task is drawn, how much of it, and whose path over it. */
export function WorkflowSettings({ report, task, onTask, leastShare, onLeastShare }: WorkflowSettingsProps) {
  const { byText } = useTemplateNames();
  const tasks = report.tasks.map(({ begins, sessions }, at) => ({
    value: String(at),
    text: `${at + 1}: ${visibleText(namedText(begins, byText.get(begins))).slice(0, 60)} (${formatCount(sessions)})`,
  }));
  const shares = LEAST_SHARES.map((share) => ({
    value: String(share),
    text: share === 0 ? 'Nothing' : `Rarer than ${formatShare(share)}`,
  }));
  return (
    <div className={styles.settings}>
      {tasks.length > 1 && (
        <SelectField label="Task" value={String(task)} options={tasks} onChange={(value) => onTask(Number(value))} />
      )}
      <SelectField
        label="Leave out"
        value={String(leastShare)}
        options={shares}
        onChange={(value) => onLeastShare(Number(value))}
      />
      {report.hasModel && <WaysField isExpected={report.tasks[task]?.isExpected ?? false} />}
      <PathField />
      {!report.hasModel && (
        <p className={styles.note}>Ways are as counted in the sessions: no key model has scored this log yet.</p>
      )}
    </div>
  );
}

const WAYS = [
  { value: 'both', text: 'Counted and expected' },
  { value: 'counted', text: 'As counted' },
  { value: 'expected', text: 'As the key model expects' },
] as const;

function WaysField({ isExpected }: { readonly isExpected: boolean }) {
  const ways = useAppState(({ settings }) => settings.ways);
  const { change } = useCommands();
  const expectsNone = ways !== 'counted' && !isExpected;
  return (
    <SelectField
      label="Ways"
      value={ways}
      options={WAYS}
      onChange={(value) => change({ ways: value })}
      {...(expectsNone ? { note: 'As counted here: the key model expects no session of this task.' } : {})}
    />
  );
}

function PathField() {
  const findings = useAppState(({ analysis }) => scoredOf(analysis)?.anomalies.findings);
  const selected = useAppState((state) => state.selected);
  const { select } = useCommands();
  const flagged = (findings ?? []).slice(0, MOST_OFFERED).map(({ session }) => session);
  const offered = selected === undefined || flagged.includes(selected) ? flagged : [selected, ...flagged];
  return (
    <SelectField
      label="Path of"
      value={selected ?? NO_PATH}
      options={[
        { value: NO_PATH, text: 'No session' },
        ...offered.map((session) => ({ value: session, text: visibleText(session) })),
      ]}
      onChange={(session) => select(session === NO_PATH ? undefined : session)}
    />
  );
}
