import { useSyncExternalStore } from 'react';

/** What sizes in pixels are meant for. */
const USUAL = 16;

/** How many times larger than usual a person has text: sizes that are counted in pixels grow with it. */
export function useTextScale(): number {
  return useSyncExternalStore(subscribe, textScale);
}

function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
}

function subscribe(onChange: () => void): () => void {
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
}
