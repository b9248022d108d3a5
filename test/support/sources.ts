import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Files under a folder, as paths from the project's root with forward slashes. */
export function filesUnder(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const programFiles = (folder: string): string[] => filesUnder(folder, /\.tsx?$/).filter((path) => !/\.test\.tsx?$/.test(path));

export function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readSource(path), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** Every node of a file, depth first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** Calls as written: `ipcMain.handle`, `app.enableSandbox`. */
export function callsIn(path: string): string[] {
  return [...nodesOf(parse(path))].filter(ts.isCallExpression).map((call) => call.expression.getText().replaceAll('?.', '.'));
}

/** Imports as written, with the names that are taken. */
export function importsIn(path: string): { from: string; names: string[] }[] {
  return [...nodesOf(parse(path))].filter(ts.isImportDeclaration).map((node) => {
    const bindings = node.importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => (element.propertyName ?? element.name).text) : [];
    return { from: (node.moduleSpecifier as ts.StringLiteral).text, names };
  });
}

/** Names of the properties that are written out in object literals, with their values as text. */
export function propertiesIn(path: string): { name: string; value: string }[] {
  return [...nodesOf(parse(path))].filter(ts.isPropertyAssignment).map((node) => ({ name: node.name.getText(), value: node.initializer.getText() }));
}
