import { scoredOf } from './analysis.ts';
import { useAppState, useCommands } from './context.ts';
import { Note } from './widgets/Note.tsx';

/** Says that labels wait for findings to compare with. */
export function LabelsNote() {
  const labels = useAppState((state) => state.labels);
  const isCompared = useAppState(({ analysis }) => scoredOf(analysis)?.anomalies.evaluation !== undefined);
  const { openLabels } = useCommands();
  if (labels === undefined || isCompared) return null;
  return (
    <Note name="Labels" action="Remove labels" onAction={() => openLabels(undefined)}>
      Findings will be compared with <b dir="auto">{labels}</b>; labels set nothing.
    </Note>
  );
}
