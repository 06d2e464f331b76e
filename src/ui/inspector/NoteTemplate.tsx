import { useState } from 'react';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './EditTemplate.module.css';
import { RenameDialog } from './RenameDialog.tsx';

/** What can be said of any template, of a detector too, and changes no line. */
export function NoteTemplate({ template }: { readonly template: TemplateRow }) {
  const [isOpen, setOpen] = useState(false);
  const { pinTemplate } = useCommands();
  const isPinned = template.isPinned === true;
  return (
    <div className={styles.actions}>
      <Button onClick={() => setOpen(true)}>Rename</Button>
      <Button onClick={() => pinTemplate(template.id, !isPinned)}>{isPinned ? 'Unpin' : 'Pin to the top'}</Button>
      {isOpen && <RenameDialog template={template} onClose={() => setOpen(false)} />}
    </div>
  );
}
