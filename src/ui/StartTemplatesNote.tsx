import { formatNumberOf } from '../core/base/format.ts';
import { useAppState, useCommands } from './context.ts';
import { Note } from './widgets/Note.tsx';

/** Says what mining starts from; a detector in use has templates of its own. */
export function StartTemplatesNote() {
  const start = useAppState(({ startTemplates, detector }) => (detector === undefined ? startTemplates : undefined));
  const { openTemplates } = useCommands();
  if (start === undefined) return null;
  return (
    <Note name="Templates to start from" action="Mine without them" onAction={() => openTemplates(undefined)}>
      Mining starts from the {formatNumberOf(start.templates, 'template')} of <b dir="auto">{start.name}</b>.
    </Note>
  );
}
