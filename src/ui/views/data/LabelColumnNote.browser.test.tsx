import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../mount.fixture.tsx';
import { LabelColumnNote } from './LabelColumnNote.tsx';

test('a column of labels is told with what it holds', async () => {
  const kinds = ['KERNDTLB', 'APPREAD', '\u202ecod', 'APPSEV', 'KERNMC'];
  mount(<LabelColumnNote labels={{ name: 'mark', labelled: 2000, anomalous: 143, kinds }} />);
  await expect
    .element(page.getByText('143 of 2,000 lines are, called KERNDTLB, APPREAD,', { exact: false }))
    .toHaveTextContent('or 2 other words. Nothing is learnt from it');
});
