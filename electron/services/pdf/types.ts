export { visible } from '../../../shared/papers/paper.model';
export type { Align, Block, Paper, SignatureParty, Span, Text } from '../../../shared/papers/paper.model';

/** A node of the engine; it has no types of its own. */
export type Content = Record<string, unknown>;
