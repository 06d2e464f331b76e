import type { Settings } from '../../../app/state.ts';
import type { LogReport } from '../../../core/report/log-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import { SelectField } from '../../widgets/SelectField.tsx';
import styles from './ColumnsSetting.module.css';

type Columns = NonNullable<Settings['columns']>;
type Role = keyof Columns;

const LABELS: readonly (readonly [Role, string])[] = [
  ['time', 'Time column'],
  ['level', 'Level column'],
  ['message', 'Message column'],
  ['session', 'Session column'],
];
/** No column has this name. */
const FOUND = '';

/** Which columns, or which fields of records, are the time, the level, the message and the session; choosing one reads the log again. */
export function ColumnsSetting({ log: { header, span, fileFormats } }: { readonly log: LogReport }) {
  const columns = useAppState((state) => state.settings.columns) ?? {};
  const { change } = useCommands();
  const names = header.fieldChoices ?? [];
  if (names.length === 0) return null;
  const choose = (role: Role, name: string) => {
    const chosen = { ...columns, [role]: name === FOUND ? undefined : name };
    const isAny = Object.values(chosen).some((column) => column !== undefined);
    // A rule that was chosen before would hide the column.
    const rule = role === 'session' ? { sessionRule: 'auto' as const } : {};
    change({ columns: isAny ? chosen : undefined, ...rule });
  };
  const note = fileFormats.length > 1 ? { note: 'In all files that have it.' } : {};
  const isTimeless = columns.time !== undefined && span === undefined;
  return (
    <div className={styles.columns}>
      {LABELS.map(([role, label]) => (
        <SelectField
          key={role}
          label={label}
          {...(role === 'time' && isTimeless ? { note: `No times are known in "${columns.time}".` } : note)}
          value={nameOf(columns, role, names)}
          options={[{ value: FOUND, text: 'Found by itself' }, ...choicesOf(columns, role, names)]}
          onChange={(name) => choose(role, name)}
        />
      ))}
    </div>
  );
}

/** A name of another format's columns is none of these. */
function nameOf(columns: Columns, role: Role, names: readonly string[]): string {
  const name = columns[role];
  return name !== undefined && names.includes(name) ? name : FOUND;
}

/** A column is one thing only. */
function choicesOf(columns: Columns, role: Role, names: readonly string[]) {
  const others = LABELS.flatMap(([other]) => (other === role ? [] : [columns[other]]));
  return names.filter((name) => name !== FOUND && !others.includes(name)).map((name) => ({ value: name, text: name }));
}
