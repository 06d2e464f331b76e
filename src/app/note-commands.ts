import type { StoreApi } from 'zustand/vanilla';
import { addNotes, type TemplateNotes, withoutNotes } from '../core/drain/edits/template-notes.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import type { Commands } from './commands.ts';
import type { State } from './state.ts';

/** @param attempt shows what goes wrong in a command */
export function noteCommands(
  data: Pick<DataApi, 'noteTemplates'>,
  store: StoreApi<State>,
  dispatch: (action: Action) => void,
  attempt: (work: Promise<unknown>) => void,
): Pick<Commands, 'nameTemplate' | 'pinTemplate' | 'removeNote'> {
  const change = (make: (notes: TemplateNotes) => TemplateNotes): void => {
    const notes = make(store.getState().templateNotes);
    dispatch({ type: 'template-notes', notes });
    attempt(data.noteTemplates(notes));
  };
  return {
    nameTemplate: (template, name) =>
      change((notes) =>
        name === '' ? withoutNotes(notes, 'name', template) : addNotes(notes, [{ kind: 'name', template, name }]),
      ),
    pinTemplate: (template, isPinned) =>
      change((notes) =>
        isPinned ? addNotes(notes, [{ kind: 'pin', template }]) : withoutNotes(notes, 'pin', template),
      ),
    removeNote: (note) => change((notes) => notes.filter((other) => other !== note)),
  };
}
