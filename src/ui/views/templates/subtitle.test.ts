import { expect, test } from 'vitest';
import { parsed } from '../../workbench.fixture.ts';
import { subtitle } from './subtitle.ts';

test('lines that name no template are counted, where there are any', () => {
  const { templates } = parsed();
  expect(subtitle(templates, 0)).not.toContain('EventId');
  expect(subtitle(templates, 1)).toContain('. 1 line names no EventId and had to be mined. Select one');
  expect(subtitle(templates, 1200)).toContain('1,200 lines name no EventId and had to be mined.');
});

test('lines that are ignored are counted, where there are any', () => {
  const { templates } = parsed();
  expect(subtitle(templates, 0)).not.toContain('ignored');
  const rows = templates.map((row) => ({ ...row, isIgnored: row.key < 2 }));
  expect(subtitle(rows, 0)).toContain('659 lines are ignored: in no session, but counted here.');
});
