import type { ErrorParams, FieldConflict, FieldError, WireError as WireErrorData } from '../../shared/kernel/errors';

/** A request that was answered with "no": what the program said, as an exception a screen can catch. */
export class WireError extends Error {
  readonly kind: WireErrorData['kind'];
  readonly code: string;
  readonly params: ErrorParams;
  readonly fields: FieldError[];
  readonly conflicts: FieldConflict[];
  readonly requestNo: string | undefined;

  constructor(wire: WireErrorData) {
    super(wire.code);
    this.name = 'WireError';
    this.kind = wire.kind;
    this.code = wire.code;
    this.params = wire.params ?? {};
    this.fields = wire.fields ?? [];
    this.conflicts = wire.conflicts ?? [];
    this.requestNo = wire.requestNo;
  }
}

export const isWireError = (error: unknown): error is WireError => error instanceof WireError;
