import { useEffect, useRef } from 'react';

interface KeyHint {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string;
  /** With Ctrl, or Cmd on a Mac. */
  readonly withCtrl?: boolean;
  /** What it does, in a few words. */
  readonly does: string;
}

/** All keys that work wherever the focus is, but for fields and dialogs. */
export const KEYS = {
  rawLog: { key: 'l', does: 'Open or close the raw log' },
  nextFinding: { key: ']', does: 'Next unusual session' },
  previousFinding: { key: '[', does: 'Previous unusual session' },
  nextGroup: { key: 'n', does: 'Next reason' },
  previousGroup: { key: 'p', does: 'Previous reason' },
  markNormal: { key: 'm', does: 'Mark the session as normal' },
  markAnomaly: { key: 'x', does: 'Mark the session as an anomaly' },
  undoMark: { key: 'z', withCtrl: true, does: 'Undo the latest mark' },
} as const satisfies Readonly<Record<string, KeyHint>>;
export type KeyName = keyof typeof KEYS;
const NAMES = Object.keys(KEYS) as readonly KeyName[];

/** Calls what a key stands for, but not while something is typed or a dialog is open. */
export function useKeys(handlers: Partial<Readonly<Record<KeyName, () => void>>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = isTyping(event.target) ? undefined : keyOf(event);
      const handler = name && latest.current[name];
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function keyOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyName | undefined {
  const withCtrl = ctrlKey || metaKey;
  return NAMES.find((name) => {
    const hint: KeyHint = KEYS[name];
    return !altKey && hint.key === key && withCtrl === (hint.withCtrl ?? false);
  });
}

/** Boxes to tick take no text. */
const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, dialog';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}
