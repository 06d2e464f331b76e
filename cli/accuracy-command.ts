import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What to print, or what is wrong: with the command line (2) or with a file (1). */
export type CommandResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly sentence: string; readonly exitCode: 1 | 2 };

/**
 * @param words those after the command's name
 * @param say takes lines that tell how far it has come
 */
export type Command = (words: readonly string[], say: (text: string) => void) => Promise<CommandResult>;

export const JSON_OPTION = { json: { type: 'boolean', default: false } } as const;

/** @returns a sentence where the command line is wrong */
export function readWords<const O extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: O,
  mostPositionals = 0,
) {
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: mostPositionals > 0 });
    const extra = parsed.positionals[mostPositionals];
    return extra === undefined ? parsed : `"${extra}" is one too many.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function printed(text: string): CommandResult {
  return { ok: true, text };
}

export function wrongUsage(sentence: string): CommandResult {
  return { ok: false, sentence, exitCode: 2 };
}

export function badInput(sentence: string): CommandResult {
  return { ok: false, sentence, exitCode: 1 };
}
