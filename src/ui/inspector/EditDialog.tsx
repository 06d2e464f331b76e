import { type ReactNode, useCallback } from 'react';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { useAppState, useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { ScrollArea } from '../widgets/ScrollArea.tsx';
import { TemplateText } from '../widgets/TemplateText.tsx';
import { changesLines, EditPreview } from './EditPreview.tsx';
import styles from './EditTemplate.module.css';
import { useLoaded } from './use-loaded.ts';

interface EditDialogProps {
  readonly title: string;
  readonly template: TemplateRow;
  /** Keeps its identity while nothing else is chosen; undefined while nothing is. */
  readonly edit: TemplateEdit | undefined;
  /** Why nothing changes, where nothing does. */
  readonly unchanged: string;
  readonly onClose: () => void;
  /** Fields that say what the edit is. */
  readonly children: ReactNode;
}

/** Says what an edit would change before it is applied. */
export function EditDialog({ title, template, edit, unchanged, onClose, children }: EditDialogProps) {
  const present = useAppState(({ settings }) => settings.templateEdits);
  const { previewEdits, change } = useCommands();
  const load = useCallback(
    () => (edit === undefined ? Promise.resolve(undefined) : previewEdits([...present, edit])),
    [previewEdits, present, edit],
  );
  const { value: loaded, stale } = useLoaded(load);
  const shown = stale ? undefined : loaded;
  const effect = shown?.ok ? shown.value : undefined;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (edit === undefined) return;
          onClose();
          change({ templateEdits: [...present, edit] });
        }}
      >
        <ScrollArea name="Template to change" className={styles.template}>
          <TemplateText text={visibleText(template.text)} />
        </ScrollArea>
        {children}
        {shown?.ok === false ? (
          <p role="alert" className={`${styles.effect} ${styles.problem}`}>
            {visibleText(shown.problem.message)}
          </p>
        ) : (
          <EditPreview effect={effect} busy={stale && edit !== undefined} unchanged={unchanged} />
        )}
        <div className={`${styles.actions} ${styles.end}`}>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" disabled={effect === undefined || !changesLines(effect)}>
            Apply and run again
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
