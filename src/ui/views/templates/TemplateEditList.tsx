import { formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { TemplateEdit } from '../../../core/drain/edits/template-edit.ts';
import type { TemplateNote } from '../../../core/drain/edits/template-notes.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import { TemplateName } from '../../widgets/TemplateName.tsx';
import { TemplateText } from '../../widgets/TemplateText.tsx';
import styles from './TemplateEditList.module.css';

type Change = TemplateEdit | TemplateNote;

/** What was changed about the templates by hand, in order, and what is said of them; each can be undone by itself. */
export function TemplateEditList() {
  const edits = useAppState(({ settings }) => settings.templateEdits);
  const notes = useAppState(({ templateNotes }) => templateNotes);
  const { change, removeNote } = useCommands();
  const changes = edits.length + notes.length;
  if (changes === 0) return null;
  const undo = (done: Change): void => {
    if (done.kind === 'name' || done.kind === 'pin') removeNote(done);
    else change({ templateEdits: edits.filter((other) => other !== done) });
  };
  return (
    <Card title={`${formatNumberOf(changes, 'change')} by hand`} aside="undoing runs what depends on it again">
      <ol className={styles.edits} aria-label="Changes by hand">
        {[...edits, ...notes].map((done, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be made twice
          <li key={index} className={styles.edit}>
            <span>{TITLES[done.kind]}</span>
            <span className={styles.what}>
              {done.kind === 'name' && <TemplateName name={done.name} />}
              <TemplateText text={visibleText(textOf(done))} />
            </span>
            <Button variant="quiet" aria-label={`Undo change ${index + 1}`} onClick={() => undo(done)}>
              Undo
            </Button>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const TITLES: Readonly<Record<Change['kind'], string>> = {
  merge: 'Merged',
  split: 'Split',
  mask: 'Masked',
  ignore: 'Ignored',
  name: 'Renamed',
  pin: 'Pinned',
};

function textOf(done: Change): string {
  if (done.kind === 'mask') return done.pattern;
  return done.kind === 'merge' ? done.templates.join('  +  ') : done.template;
}
