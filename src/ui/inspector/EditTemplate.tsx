import { useState } from 'react';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { parsedOf } from '../analysis.ts';
import { useAppState } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './EditTemplate.module.css';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { wildcardChoices } from './wildcard-choices.ts';

interface EditTemplateProps {
  readonly template: TemplateRow;
  readonly templates: readonly TemplateRow[];
}

/** What can be changed about a mined template; nothing about those of a detector or of a classic parser. */
export function EditTemplate({ template, templates }: EditTemplateProps) {
  const [open, setOpen] = useState<'merge' | 'split'>();
  const isMined = useAppState(
    ({ analysis, detector }) => detector === undefined && parsedOf(analysis)?.log.classic === undefined,
  );
  if (!isMined || template.isCatchAll) return null;
  const close = () => setOpen(undefined);
  return (
    <div className={styles.actions}>
      <Button onClick={() => setOpen('merge')} disabled={templates.length < 2}>
        Merge with another
      </Button>
      <Button onClick={() => setOpen('split')} disabled={wildcardChoices(template.id).length === 0}>
        Split by its values
      </Button>
      {open === 'merge' && <MergeDialog template={template} templates={templates} onClose={close} />}
      {open === 'split' && <SplitDialog template={template} onClose={close} />}
    </div>
  );
}
