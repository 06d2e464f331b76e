import { useMemo, useState } from 'react';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { SelectField } from '../widgets/SelectField.tsx';
import { EditDialog } from './EditDialog.tsx';
import { wildcardChoices } from './wildcard-choices.ts';

interface SplitDialogProps {
  readonly template: TemplateRow;
  readonly onClose: () => void;
}

export function SplitDialog({ template, onClose }: SplitDialogProps) {
  const [wildcard, setWildcard] = useState('0');
  const edit = useMemo(
    (): TemplateEdit => ({ kind: 'split', template: template.id, wildcard: Number(wildcard) }),
    [template, wildcard],
  );
  const options = wildcardChoices(template.id).map(({ value, text }) => ({ value, text: visibleText(text) }));
  return (
    <EditDialog
      title="Split by the values under a <*>"
      template={template}
      edit={edit}
      unchanged="Nothing would change: only numbers, paths and the like stand there, and these are never words of a template."
      onClose={onClose}
    >
      <SelectField label="Split by" value={wildcard} options={options} onChange={setWildcard} />
    </EditDialog>
  );
}
