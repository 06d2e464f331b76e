import { useState } from 'react';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { parsedOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './EditTemplate.module.css';
import { IgnoreDialog } from './IgnoreDialog.tsx';
import { MaskDialog } from './MaskDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { wildcardChoices } from './wildcard-choices.ts';

interface EditTemplateProps {
  readonly template: TemplateRow;
  readonly templates: readonly TemplateRow[];
}

/** What can be changed about a template: nothing about those of a detector, and a classic parser has settings of its own for most. */
export function EditTemplate({ template, templates }: EditTemplateProps) {
  const [open, setOpen] = useState<'merge' | 'split' | 'mask' | 'ignore'>();
  const isFitted = useAppState(({ detector }) => detector === undefined);
  const isClassic = useAppState(({ analysis }) => parsedOf(analysis)?.log.classic !== undefined);
  if (!isFitted) return null;
  const close = () => setOpen(undefined);
  return (
    <div className={styles.actions}>
      {!isClassic && !template.isCatchAll && (
        <>
          <Button onClick={() => setOpen('merge')} disabled={templates.length < 2}>
            Merge with another
          </Button>
          <Button onClick={() => setOpen('split')} disabled={wildcardChoices(template.id).length === 0}>
            Split by its values
          </Button>
          <Button onClick={() => setOpen('mask')}>Mask words</Button>
        </>
      )}
      <IgnoreButton template={template} onIgnore={() => setOpen('ignore')} />
      {open === 'merge' && <MergeDialog template={template} templates={templates} onClose={close} />}
      {open === 'split' && <SplitDialog template={template} onClose={close} />}
      {open === 'mask' && <MaskDialog template={template} onClose={close} />}
      {open === 'ignore' && <IgnoreDialog template={template} onClose={close} />}
    </div>
  );
}

function IgnoreButton({ template, onIgnore }: { readonly template: TemplateRow; readonly onIgnore: () => void }) {
  const edits = useAppState(({ settings }) => settings.templateEdits);
  const { change } = useCommands();
  if (!template.isIgnored) return <Button onClick={onIgnore}>Ignore</Button>;
  const others = edits.filter((edit) => edit.kind !== 'ignore' || edit.template !== template.id);
  return (
    <Button disabled={others.length === edits.length} onClick={() => change({ templateEdits: others })}>
      Stop ignoring
    </Button>
  );
}
