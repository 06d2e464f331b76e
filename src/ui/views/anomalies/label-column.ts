import { NOTHING } from '../../../core/base/format.ts';
import type { Finding } from '../../../core/detect/finding.ts';
import type { Evaluation } from '../../../core/evaluate/evaluate.ts';
import type { Column } from '../../widgets/column.ts';

/** What the labels say of the session of a finding. */
export function labelColumn({ anomalies, falseAlarms }: Evaluation): Column<Finding> {
  const [odd, normal] = [new Set(anomalies), new Set(falseAlarms)];
  const labelOf = ({ session }: Finding) => {
    if (odd.has(session)) return 'anomaly';
    return normal.has(session) ? 'normal' : NOTHING;
  };
  return { id: 'label', title: 'Label', width: '64px', cell: labelOf, sortBy: labelOf };
}
