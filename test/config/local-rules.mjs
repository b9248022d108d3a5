// Rules of this house that no published plugin has.
/** The program's own name and the names of keys are the same in every language. */
const SAME_EVERYWHERE = /(?<![\p{L}\d])(?:Tirek|Ctrl|Shift|Alt|Enter|Esc|Tab|[A-Z])(?![\p{L}\d])/gu;
const isText = (value) => /\p{L}/u.test(value.replace(SAME_EVERYWHERE, ''));
const SHOWN = new Set([
  'label',
  'title',
  'placeholder',
  'aria-label',
  'aria-description',
  'alt',
  'helperText',
  'description',
  'message',
  'subtitle',
  'caption',
  'text',
]);
const SQL = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM)\b/i;
const STATEMENT_CALLS = new Set(['get', 'all', 'run', 'prepare', 'exec', 'query']);
/** A constant in capitals is fixed at build time; `placeholders(n)` gives question marks, `quoted(name)` a checked identifier. */
const FIXED_CALLS = new Set(['placeholders', 'quoted']);
/** Reserved for conditions that policies and filters put together from fixed parts, with their values beside them as parameters. */
const CONDITIONS = new Set(['sql', 'where', 'conditions', 'parts']);

function isFixed(node, context) {
  switch (node?.type) {
    case 'Literal':
      return true;
    case 'Identifier': {
      if (/^[A-Z][A-Z0-9_]*$/.test(node.name) || CONDITIONS.has(node.name) || isClosedSet(node, context)) return true;
      const value = valueOf(node, context);
      return value !== node && isFixed(value, context);
    }
    case 'MemberExpression':
      return isFixed(node.object, context) || CONDITIONS.has(node.property.name) || isClosedSet(node, context);
    case 'CallExpression':
      if (node.callee.type === 'MemberExpression') return node.callee.property.name === 'join' && isFixed(node.callee.object, context);
      return node.callee.type === 'Identifier' && FIXED_CALLS.has(node.callee.name);
    case 'ConditionalExpression':
      return isFixed(node.consequent, context) && isFixed(node.alternate, context);
    case 'TemplateLiteral':
      return node.expressions.every((inner) => isFixed(inner, context));
    case 'BinaryExpression':
      return node.operator === '+' && isFixed(node.left, context) && isFixed(node.right, context);
    default:
      return false;
  }
}

/** Typed as one of a few written-out words ('ASC' | 'DESC'): nothing typed by a person can be among them. */
function isClosedSet(node, context) {
  const services = context.sourceCode.parserServices;
  const type = services?.getTypeAtLocation?.(node);
  if (!type) return false;
  return (type.isUnion() ? type.types : [type]).every((one) => one.isStringLiteral());
}

/** The text that a statement begins with, and whatever is put into it. */
function partsOf(node) {
  if (node?.type === 'TemplateLiteral') return { head: node.quasis[0].value.raw, inserted: node.expressions };
  if (node?.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const left = node.left.type === 'Literal' ? { head: String(node.left.value), inserted: [] } : partsOf(node.left);
  return left && { head: left.head, inserted: node.right.type === 'Literal' ? left.inserted : [...left.inserted, node.right] };
}

function valueOf(node, context) {
  if (node?.type !== 'Identifier') return node;
  let scope = context.sourceCode.getScope(node);
  while (scope && !scope.set.has(node.name)) scope = scope.upper;
  const definition = scope?.set.get(node.name)?.defs[0];
  return definition?.type === 'Variable' && definition.parent?.kind === 'const' ? (definition.node.init ?? node) : node;
}

const boundSql = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      built:
        'Bind values with `?`; only constants in capitals, closed sets of words, placeholders(n) and conditions named sql, where, conditions or parts may stand inside SQL text.',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (node.callee.type !== 'MemberExpression' || !STATEMENT_CALLS.has(node.callee.property.name)) return;
      const [statement] = node.arguments;
      if (statement?.type === 'Identifier' && /^[A-Z][A-Z0-9_]*$/.test(statement.name)) return;
      const parts = partsOf(valueOf(statement, context));
      if (parts && SQL.test(parts.head) && !parts.inserted.every((inner) => isFixed(inner, context))) context.report({ node, messageId: 'built' });
    },
  }),
};

const translatedText = {
  meta: { type: 'problem', schema: [], messages: { text: 'A text that people see comes from locales/{ru,kk,en}.json.' } },
  create: (context) => ({
    JSXText(node) {
      if (isText(node.value)) context.report({ node, messageId: 'text' });
    },
    JSXAttribute(node) {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
      if (SHOWN.has(name) && value?.type === 'Literal' && typeof value.value === 'string' && isText(value.value))
        context.report({ node, messageId: 'text' });
    },
    'JSXElement > JSXExpressionContainer > Literal'(node) {
      if (typeof node.value === 'string' && isText(node.value)) context.report({ node, messageId: 'text' });
    },
  }),
};

export const localRules = { rules: { 'bound-sql': boundSql, 'translated-text': translatedText } };
