import { useEffect, useRef } from 'react';

interface KeyHint {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string;
  /** With Ctrl, or Cmd on a Mac. */
  readonly withCtrl?: boolean;
  /** In fields too. */
  readonly whileTyping?: boolean;
  /** What it does, in a few words. */
  readonly does: string;
}

/** All keys that work wherever the focus is, but for dialogs and, as a rule, fields. */
export const KEYS = {
  palette: { key: 'k', withCtrl: true, whileTyping: true, does: 'Search, or run a command' },
  keyList: { key: '?', does: 'List the keys' },
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
export const KEY_NAMES = Object.keys(KEYS) as readonly KeyName[];

/** Such as `Ctrl K`. */
export function keyText(name: KeyName): string {
  const { key, withCtrl = false }: KeyHint = KEYS[name];
  return withCtrl ? `Ctrl ${key.toUpperCase()}` : key;
}

/** Calls what a key stands for, but not while a dialog is open, nor as a rule while something is typed. */
export function useKeys(handlers: Partial<Readonly<Record<KeyName, () => void>>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = keyOf(event);
      const handler = name && latest.current[name];
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function keyOf({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): KeyName | undefined {
  const withCtrl = ctrlKey || metaKey;
  return KEY_NAMES.find((name) => {
    const hint: KeyHint = KEYS[name];
    const others = hint.whileTyping ? 'dialog' : TYPED_INTO;
    return !altKey && hint.key === key && withCtrl === (hint.withCtrl ?? false) && !isInside(target, others);
  });
}

/** Boxes to tick take no text. */
const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, dialog';

function isInside(target: EventTarget | null, elements: string): boolean {
  return target instanceof Element && target.closest(elements) !== null;
}
