import type { ClassicSettings } from '../../../core/drain/classic/classic-reader.ts';

/** The settings that a form with a field for each of them holds; masks stand one a line. */
export function classicOf(form: FormData): ClassicSettings {
  const text = (field: keyof ClassicSettings) => String(form.get(field) ?? '');
  return {
    logFormat: text('logFormat').trim(),
    // A space at the end of an expression is part of it.
    masks: text('masks')
      .split(/\r?\n/)
      .filter((mask) => mask.trim() !== ''),
    similarity: Number(text('similarity')),
    depth: Number(text('depth')),
    maxChildren: Number(text('maxChildren')),
  };
}
