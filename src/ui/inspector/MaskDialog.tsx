import { useMemo, useState } from 'react';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import { wordPattern } from '../../core/drain/edits/word-pattern.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { WILDCARD } from '../../core/scan/tokens.ts';
import { usePaced } from '../use-paced.ts';
import { SelectField } from '../widgets/SelectField.tsx';
import { TextField } from '../widgets/TextField.tsx';
import { EditDialog } from './EditDialog.tsx';

interface MaskDialogProps {
  readonly template: TemplateRow;
  readonly onClose: () => void;
}

/** Makes values of words in all lines, by an expression that is written or taken from a word. */
export function MaskDialog({ template, onClose }: MaskDialogProps) {
  const [pattern, setPattern] = useState('');
  const paced = usePaced(pattern);
  const edit = useMemo(
    (): TemplateEdit | undefined => (paced.trim() === '' ? undefined : { kind: 'mask', pattern: paced }),
    [paced],
  );
  const patterns = [...new Set(wordsOf(template).map(wordPattern))];
  return (
    <EditDialog
      title="Read words as values"
      template={template}
      edit={paced === pattern ? edit : undefined}
      unchanged="Nothing would change: no word of any line matches all of it."
      onClose={onClose}
    >
      <SelectField
        label="Start from a word of this template"
        value={patterns.includes(pattern) ? pattern : ''}
        options={[
          { value: '', text: 'Choose one, or write your own' },
          ...patterns.map((value) => ({ value, text: visibleText(value) })),
        ]}
        onChange={setPattern}
      />
      <TextField
        label="Regular expression"
        value={pattern}
        onChange={setPattern}
        note="Each word of any line that it matches as a whole becomes a <*>. Perl syntax without look-around and back-references."
      />
    </EditDialog>
  );
}

function wordsOf({ id }: TemplateRow): string[] {
  return id.split(' ').filter((word) => word !== WILDCARD && word !== '');
}
