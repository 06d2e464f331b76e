import { useState } from 'react';
import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import { LONGEST_NAME } from '../../core/drain/edits/template-notes.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { ScrollArea } from '../widgets/ScrollArea.tsx';
import { TemplateName } from '../widgets/TemplateName.tsx';
import { TemplateText } from '../widgets/TemplateText.tsx';
import { TextField } from '../widgets/TextField.tsx';
import styles from './EditTemplate.module.css';

interface RenameDialogProps {
  readonly template: TemplateRow;
  readonly onClose: () => void;
}

/** Gives a template a name, and shows how it will look. Nothing runs again. */
export function RenameDialog({ template, onClose }: RenameDialogProps) {
  const [text, setText] = useState(template.name ?? '');
  const { nameTemplate } = useCommands();
  const name = text.trim();
  const length = [...name].length;
  const isTooLong = length > LONGEST_NAME;
  return (
    <Dialog title="Rename this template" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isTooLong) return;
          onClose();
          nameTemplate(template.id, name);
        }}
      >
        <TextField
          label="Name"
          value={text}
          onChange={setText}
          note={`At most ${LONGEST_NAME} characters; an empty name takes it away. It changes no line, and nothing runs again.`}
        />
        {isTooLong && (
          <p role="alert" className={styles.problem}>
            The name has {formatCount(length)} characters, more than {LONGEST_NAME}.
          </p>
        )}
        <ScrollArea name="Template with its name" className={styles.template}>
          {!isTooLong && name !== '' && <TemplateName name={name} whole />}{' '}
          <TemplateText text={visibleText(template.text)} />
        </ScrollArea>
        <div className={`${styles.actions} ${styles.end}`}>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" disabled={isTooLong || name === (template.name ?? '')}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
