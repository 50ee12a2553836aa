// What a template accepts of the scanners' findings, with its reason.
//
// Beside a resource, in Metadata: Accepted: {rule: reason}. In the template's own Metadata: Accepted, by type or by the id of a resource
// that SAM makes. What is accepted beside a resource is so for those that SAM makes of it, whose ids begin with its own.

const REASON = /\w+ \w+/;

const owner = (template, id) =>
  Object.keys(template.Resources)
    .filter((candidate) => id.startsWith(candidate))
    .sort((one, other) => other.length - one.length)[0];

const entries = (template) => [
  ...Object.entries(template.Resources).map(([id, resource]) => [id, resource.Metadata?.Accepted ?? {}]),
  ...Object.entries(template.Metadata?.Accepted ?? {}),
];

/**
 * What is left of the findings, and what is wrong with what is accepted.
 *
 * @param template as it was written
 * @param types the type of each resource, of those too that SAM makes
 * @param complete whether every scanner has seen it
 */
export const weigh = (template, types, findings, complete) => {
  const used = new Set();
  const left = findings.filter(({ resource, rule }) => {
    const places = [[owner(template, resource), 'resource'], [types[resource], 'type'], [resource, 'type']];
    const place = places.find(([name, kind]) =>
      kind === 'resource' ? template.Resources[name]?.Metadata?.Accepted?.[rule] : template.Metadata?.Accepted?.[name]?.[rule],
    );
    used.add(`${place?.[0]} ${rule}`);
    return !place;
  });
  const wrong = entries(template).flatMap(([place, rules]) =>
    Object.entries(rules).flatMap(([rule, reason]) => {
      if (!REASON.test(reason) && !/^The same\.$/.test(reason)) {
        return [{ resource: place, rule, says: 'is accepted without a reason' }];
      }
      return complete && !used.has(`${place} ${rule}`) ? [{ resource: place, rule, says: 'is accepted, but not found' }] : [];
    }),
  );
  return [...left, ...wrong];
};
