import type { HeaderReport } from '../../../core/report/log-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import { SelectField } from '../../widgets/SelectField.tsx';

/** What counts as header. A detector brings its own. */
export function HeaderSetting({ header }: { readonly header: HeaderReport }) {
  const choice = useAppState((state) => state.settings.header);
  const hasDetector = useAppState((state) => state.detector !== undefined);
  const { change } = useCommands();
  if (hasDetector) return null;
  const detected = choice === 'auto' ? `Detected: ${header.text}` : 'Detect it';
  return (
    <SelectField
      label="Header"
      value={choice}
      options={[
        { value: 'auto', text: detected },
        { value: 'none', text: 'None: all of a line is content' },
      ]}
      onChange={(value) => change({ header: value })}
    />
  );
}
