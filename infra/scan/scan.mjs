// Holds templates against cdk-nag and cfn-guard: scan.mjs TEMPLATE=CLOUDFORMATION..., each as it is written and as it is deployed. Prints
// every finding, and fails when there is one.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { weigh } from './accepted.mjs';
import { guard, program } from './guard.mjs';
import { nag } from './nag.mjs';
import { readTemplate } from './templates.mjs';

const room = mkdtempSync(path.join(tmpdir(), 'scan-'));

const asJson = (file) => {
  if (file.endsWith('.json')) {
    return file;
  }
  const copy = path.join(room, `${path.basename(file)}.json`);
  writeFileSync(copy, JSON.stringify(readTemplate(file)));
  return copy;
};

const scan = (argument) => {
  const [source, deployed] = argument.split('=');
  const template = readTemplate(source);
  const file = asJson(deployed);
  const resources = Object.entries(JSON.parse(readFileSync(file, 'utf8')).Resources);
  const types = Object.fromEntries(resources.map(([id, resource]) => [id, resource.Type]));
  const findings = [...nag(file), ...(program() ? guard(file) : [])];
  return weigh(template, types, findings, Boolean(program())).map((finding) => ({ source, ...finding }));
};

try {
  if (!program()) {
    console.log(`cfn-guard: skipped, there is none for ${process.platform} on ${process.arch}`);
  }
  const findings = process.argv.slice(2).flatMap(scan);
  findings.forEach(({ source, resource, rule, says }) => console.log(`${source}: ${resource}: ${rule}: ${says}`));
  console.log(`cdk-nag${program() ? ', cfn-guard' : ''}: ${findings.length || 'no'} findings in ${process.argv.length - 2} templates`);
  process.exitCode = findings.length > 0 ? 1 : 0;
} finally {
  rmSync(room, { recursive: true });
}
