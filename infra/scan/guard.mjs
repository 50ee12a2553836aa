// What cfn-guard finds in a template, by the rules of AWS Control Tower's proactive controls. Program and rules come with the package.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const HOME = path.join(path.dirname(createRequire(import.meta.url).resolve('@cdklabs/cdk-validator-cfnguard')), '..');
const SYSTEMS = { linux: 'ubuntu', darwin: 'macos' };
const PROCESSORS = { x64: 'x86_64', arm64: 'aarch64' };
const RULES = path.join(HOME, 'rules/control-tower/cfn-guard');

/** Its program for this machine; undefined where there is none. */
export const program = () => {
  const system = SYSTEMS[process.platform];
  const processor = PROCESSORS[process.arch];
  return system && processor && path.join(HOME, 'bin', system, processor, 'cfn-guard');
};

const report = (file) => {
  const options = ['--rules', RULES, '--data', file, '--output-format', 'json', '--show-summary', 'none', '--structured'];
  try {
    return execFileSync(program(), ['validate', ...options], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (failed) {
    // 19 says that there are findings; anything else is no report.
    if (failed.status === 19) {
      return failed.stdout;
    }
    throw failed;
  }
};

/** Every text and path anywhere below. */
const texts = (node) => (typeof node === 'string' ? [node] : Object.values(node ?? {}).flatMap(texts));

/** Every finding in the template of this file, as { resource, rule, says }. */
export const guard = (file) =>
  JSON.parse(report(file)).flatMap((result) =>
    result.not_compliant.flatMap((failed) => {
      const found = texts(failed);
      const messages = found.filter((text) => text.includes('[CT.'));
      const rule = messages.map((text) => text.match(/\[(CT\.[A-Z0-9.]+)\]/)?.[1]).find(Boolean) ?? failed.Rule.name;
      const says = messages[0]?.replace(/\s+/g, ' ').trim() ?? failed.Rule.name;
      const resources = found.map((text) => text.match(/^\/Resources\/([A-Za-z0-9]+)/)?.[1]).filter(Boolean);
      return [...new Set(resources)].map((resource) => ({ resource, rule, says }));
    }),
  );
