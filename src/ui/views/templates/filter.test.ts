import { expect, test } from 'vitest';
import { parsed } from '../../workbench.fixture.ts';
import { filterTemplates } from './filter.ts';

const { templates } = parsed();
const found = (query: string) => filterTemplates(templates, query).map((template) => template.text);

test('finds templates that hold all words, whatever their case and order', () => {
  expect(found('SIZE received')).toEqual(['Received block <*> of size <*> from <*>']);
});

test('shows all templates for a blank query and none for an unknown word', () => {
  expect(filterTemplates(templates, '  ')).toBe(templates);
  expect(found('nowhere')).toEqual([]);
});

test('takes signs of a pattern as they are', () => {
  expect(found('datanode(s)')).toHaveLength(1);
});
