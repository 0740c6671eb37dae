const freeTexts = new Set(['Words', 'PersonName', 'Phone']);

/** @param {import('eslint').Rule.Node} node */
function insidePersonal(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'CallExpression' && at.callee.type === 'Identifier' && at.callee.name === 'personal')
      return true;
    if (at.type === 'Property') return false;
  }
  return false;
}

/** `z.string()…`: does the chain of calls after it bound the text to a pattern? */
function hasPattern(node) {
  for (
    let at = node.parent;
    at?.type === 'MemberExpression' && at.parent.type === 'CallExpression';
    at = at.parent.parent
  ) {
    if (['regex', 'uuid', 'datetime'].includes(at.property.name)) return true;
  }
  return false;
}

/**
 * Every free text of an event is personal data of who spoke it: it stands inside `personal(…)`, or it is bounded by a
 * pattern (an id, a code, a number). What is neither needs a comment that says why nobody's words can be in it.
 */
export const unmarkedFreeText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unmarked: 'Free text in a message: wrap it in personal(…, { of }), or bound it by a pattern.',
    },
  },
  create: (context) => ({
    'CallExpression[callee.object.name="z"][callee.property.name="string"]'(node) {
      if (!insidePersonal(node) && !hasPattern(node) && !isDefinition(node))
        context.report({ node, messageId: 'unmarked' });
    },
    'Property > Identifier.value'(node) {
      if (freeTexts.has(node.name)) context.report({ node, messageId: 'unmarked' });
    },
  }),
};

/** `export const Words = z.string()…`: a named kind of text; its uses are what counts. */
function isDefinition(node) {
  let at = node;
  while (at.parent && at.parent.type !== 'VariableDeclarator') {
    if (at.parent.type === 'Property') return false;
    at = at.parent;
  }
  return (
    at.parent?.id?.type === 'Identifier' && /^(?:Words|PersonName|Phone|PersonId)$/.test(at.parent.id.name)
  );
}
