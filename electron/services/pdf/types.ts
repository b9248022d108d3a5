export { visible } from '../../../shared/papers/paper.model.ts';
export type { Align, Block, Paper, SignatureParty, Span, Text } from '../../../shared/papers/paper.model.ts';

/** A node of the engine; it has no types of its own. */
export type Content = Record<string, unknown>;
