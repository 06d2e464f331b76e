import { Html } from './html.ts';

/** Looks of a report, on screens of either kind and on paper. */
export const STYLE = new Html(`
:root { color-scheme: light dark; --line: light-dark(#dfe3e8, #2a313a); --muted: light-dark(#5b6673, #97a3b0);
  --bar: light-dark(#0b62c4, #6cb2ff); --sunken: light-dark(#eef0f3, #0b0e12); --odd: light-dark(#b3261e, #ff8a7a); }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem;
  color: light-dark(#14181f, #e8ecf1); background: light-dark(#fff, #0f1216); }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; } h3 { margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } .facts th { width: 8rem; font-weight: 600; }
.figures { margin: 1rem 0; font-size: .9rem; } caption { text-align: left; font-weight: 600; }
code, pre { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--sunken); padding: .75rem; white-space: pre-wrap; unicode-bidi: isolate; }
pre span { color: var(--muted); } .other { color: var(--muted); } .found { color: var(--odd); font-weight: 600; }
.cause { font-size: .85rem; font-weight: 600; color: var(--odd); margin-left: .5rem; } .place, footer { color: var(--muted); }
figure { margin: 1.5rem 0; } figcaption { font-weight: 600; } svg { width: 100%; } svg rect { fill: var(--bar); }
svg line { stroke: var(--line); } svg text { font: 11px system-ui, sans-serif; fill: var(--muted); }
section { break-inside: avoid; } ul { margin: .25rem 0; } footer { margin-top: 3rem; font-size: .85rem; }
`);
