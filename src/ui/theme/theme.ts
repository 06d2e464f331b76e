import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_TEXTS: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

/** `public/theme.js` reads it before the first paint. */
const KEPT_AS = 'deeplog-theme';

const listeners = new Set<() => void>();

/** What the page is drawn in; `system` follows the operating system. */
export function useTheme(): Theme {
  return useSyncExternalStore(listen, themeOfPage);
}

/** Draws the page in a theme, and keeps the choice for the next visit where the browser allows it. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keep(theme);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function themeOfPage(): Theme {
  const { theme } = document.documentElement.dataset;
  return THEMES.find((known) => known === theme) ?? 'system';
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, theme);
  } catch {
    // Where nothing may be kept, the choice lasts as long as the page.
  }
}
