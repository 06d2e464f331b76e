import { useMemo } from 'react';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { EditDialog } from './EditDialog.tsx';
import styles from './EditTemplate.module.css';

interface IgnoreDialogProps {
  readonly template: TemplateRow;
  readonly onClose: () => void;
}

export function IgnoreDialog({ template, onClose }: IgnoreDialogProps) {
  const edit = useMemo((): TemplateEdit => ({ kind: 'ignore', template: template.id }), [template]);
  return (
    <EditDialog
      title="Ignore this template"
      template={template}
      edit={edit}
      unchanged="Nothing would change: it is no longer there."
      onClose={onClose}
    >
      <p className={styles.note}>
        Its lines are taken out of the sessions, so neither training nor findings see them. They stay in the log and in
        this table, counted as ignored.
      </p>
    </EditDialog>
  );
}
