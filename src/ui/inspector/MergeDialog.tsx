import { useMemo, useState } from 'react';
import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { filterTemplates } from '../views/templates/filter.ts';
import { SearchField } from '../widgets/SearchField.tsx';
import { SelectField } from '../widgets/SelectField.tsx';
import { EditDialog } from './EditDialog.tsx';

interface MergeDialogProps {
  readonly template: TemplateRow;
  readonly templates: readonly TemplateRow[];
  readonly onClose: () => void;
}

/** Templates that are offered at once; the search finds the others. */
const MOST_OFFERED = 100;

export function MergeDialog({ template, templates, onClose }: MergeDialogProps) {
  const [query, setQuery] = useState('');
  const [other, setOther] = useState('');
  const others = useMemo(
    () => templates.filter(({ key, isCatchAll }) => key !== template.key && !isCatchAll),
    [templates, template],
  );
  const found = useMemo(() => filterTemplates(others, query), [others, query]);
  const chosen = found.some(({ id }) => id === other) ? other : '';
  const edit = useMemo(
    (): TemplateEdit | undefined => (chosen === '' ? undefined : { kind: 'merge', templates: [template.id, chosen] }),
    [template, chosen],
  );
  return (
    <EditDialog
      title="Merge with another template"
      template={template}
      edit={edit}
      unchanged="Nothing would change: one of them is no longer there."
      onClose={onClose}
    >
      <SearchField
        label="Find the other template"
        value={query}
        onChange={setQuery}
        result={`${formatCount(found.length)} of ${formatCount(others.length)}`}
      />
      <SelectField
        label="Other template"
        value={chosen}
        options={[
          { value: '', text: 'Choose one' },
          ...found.slice(0, MOST_OFFERED).map(({ id, text }) => ({ value: id, text: visibleText(text) })),
        ]}
        onChange={setOther}
      />
    </EditDialog>
  );
}
