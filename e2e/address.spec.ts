import { wordyLog } from './logs.ts';
import { expect, test } from './test.ts';

test('the address asks for a training period, and holds the one that is chosen', async ({ app }) => {
  const query = () => new URL(app.page.url()).searchParams;
  const until = app.setting('Train until (UTC)');
  await app.open('?backend=wasm&train-to=2024-03-05T10:40');
  await app.analyse(wordyLog('build.log'));
  await app.show('Data');
  await expect(app.page.getByText('Learns from the sessions that begin in this period')).toBeVisible();
  await expect(until).toHaveValue('2024-03-05T10:40');

  await until.fill('2024-03-05T10:50');
  await until.press('Enter');
  await expect.poll(() => query().get('train-to')).toBe('2024-03-05T10:50:00.000Z');
  await app.reaches('scored');
  await app.button('Clear').click();
  await expect.poll(() => [...query().keys()]).toEqual(['backend']);
  await app.reaches('scored');
});
