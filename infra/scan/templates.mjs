// Reads templates as JSON, with CloudFormation's short tags in their long form.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const UNPREFIXED = new Set(['Ref', 'Condition']);
const SHORT = [
  'And', 'Base64', 'Cidr', 'Condition', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Not', 'Or', 'Ref',
  'Select', 'Split', 'Sub', 'Transform',
];

const longForm = (name, argument) => {
  if (name === 'GetAtt' && typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return { 'Fn::GetAtt': [argument.slice(0, dot), argument.slice(dot + 1)] };
  }
  return { [UNPREFIXED.has(name) ? name : `Fn::${name}`]: argument };
};

const customTags = SHORT.flatMap((name) => [
  { tag: `!${name}`, resolve: (text) => longForm(name, text) },
  { tag: `!${name}`, collection: 'seq', resolve: (items) => longForm(name, items.toJSON()) },
  { tag: `!${name}`, collection: 'map', resolve: (fields) => longForm(name, fields.toJSON()) },
]);

/** The template in this file. */
export const readTemplate = (file) => parse(readFileSync(file, 'utf8'), { customTags, maxAliasCount: 0 });
