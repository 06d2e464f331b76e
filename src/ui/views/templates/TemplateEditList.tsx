import { formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { TemplateEdit } from '../../../core/drain/edits/template-edit.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import { TemplateText } from '../../widgets/TemplateText.tsx';
import styles from './TemplateEditList.module.css';

/** What was changed about the templates by hand, in order; each can be undone by itself. */
export function TemplateEditList() {
  const edits = useAppState(({ settings }) => settings.templateEdits);
  const { change } = useCommands();
  if (edits.length === 0) return null;
  return (
    <Card title={`${formatNumberOf(edits.length, 'change')} by hand`} aside="undoing runs what depends on it again">
      <ol className={styles.edits} aria-label="Changes by hand">
        {edits.map((edit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be made twice
          <li key={index} className={styles.edit}>
            <span>{TITLES[edit.kind]}</span>
            <TemplateText text={visibleText(textOf(edit))} />
            <Button
              variant="quiet"
              aria-label={`Undo change ${index + 1}`}
              onClick={() => change({ templateEdits: edits.filter((other) => other !== edit) })}
            >
              Undo
            </Button>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const TITLES: Readonly<Record<TemplateEdit['kind'], string>> = {
  merge: 'Merged',
  split: 'Split',
  mask: 'Masked',
  ignore: 'Ignored',
};

function textOf(edit: TemplateEdit): string {
  if (edit.kind === 'mask') return edit.pattern;
  return edit.kind === 'merge' ? edit.templates.join('  +  ') : edit.template;
}
