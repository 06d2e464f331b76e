import { useAppState, useCommands } from '../../context.ts';
import { NumberField } from '../../widgets/NumberField.tsx';
import styles from './Budget.module.css';

/** What a person decides about the threshold: how many false alarms are bearable. */
export function Budget() {
  const perThousand = useAppState((state) => state.settings.falseAlarmsPerThousand);
  const { change } = useCommands();
  return (
    <div className={styles.budget}>
      <NumberField
        label="False alarms per 1,000 sessions"
        note="Moves the threshold; nothing is trained again."
        value={perThousand}
        min={0.1}
        max={500}
        step="any"
        onCommit={(value) => value !== undefined && change({ falseAlarmsPerThousand: value })}
      />
    </div>
  );
}
