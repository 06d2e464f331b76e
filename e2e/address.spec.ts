import { wordyLog } from './logs.ts';
import { expect, test } from './test.ts';

test('the address asks for settings, and holds those that are chosen', async ({ app }) => {
  const query = () => new URL(app.page.url()).searchParams;
  const until = app.setting('Train until (UTC)');
  await app.open('?backend=wasm&candidates=9&train-to=2024-03-05T10:40');
  await app.analyse(wordyLog('build.log'));
  await app.show('Data');
  await expect(app.page.getByText('Learns from the sessions that begin in this period')).toBeVisible();
  await expect(until).toHaveValue('2024-03-05T10:40');

  await until.fill('2024-03-05T10:50');
  await until.press('Enter');
  await expect.poll(() => query().get('train-to')).toBe('2024-03-05T10:50:00.000Z');
  await app.reaches('scored');
  await app.button('Clear').click();
  await expect.poll(() => [...query().keys()].sort()).toEqual(['backend', 'candidates']);
  await app.reaches('scored');
  await app.show('Training');
  await expect(app.setting('Candidates')).toHaveValue('9');
  await app.setting('Candidates').fill('');
  await app.setting('Candidates').press('Enter');
  await expect.poll(() => [...query().keys()]).toEqual(['backend']);
});
