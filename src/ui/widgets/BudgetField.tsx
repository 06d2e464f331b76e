import { scoredOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { NumberField } from './NumberField.tsx';

/** How many false alarms are bearable: what a person decides about the threshold, unless labels do. */
export function BudgetField({ note }: { readonly note: string }) {
  const { falseAlarmsPerThousand, chooseByLabels } = useAppState((state) => state.settings);
  const byLabels = useAppState(({ analysis }) => scoredOf(analysis)?.anomalies.threshold.byLabels === true);
  const { change } = useCommands();
  return (
    <NumberField
      label="False alarms per 1,000 sessions"
      note={byLabels ? 'Labels chose the threshold; a number takes their place.' : note}
      value={byLabels ? undefined : falseAlarmsPerThousand}
      min={0.1}
      max={500}
      step="any"
      onCommit={(value) =>
        value !== undefined &&
        change({ falseAlarmsPerThousand: value, ...(chooseByLabels && { chooseByLabels: false }) })
      }
    />
  );
}
