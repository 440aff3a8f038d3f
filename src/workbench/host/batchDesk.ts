import { type BatchRequest, concernsWorkbook, isHousekeeping, parseBatch, runBatch } from './batch/batch';
import type { Faults } from './faults';
import { workbook } from './model/workbook';
import { service } from './services';
import type { Session } from './session';
import { type Json, type JsonObject, utf8Length } from './wire/json';
import { bodyOf, refused, succeeded } from './wire/methodRequest';
import { transportErrors } from './wire/transportError';

/** Excel on the web refuses a larger request or answer (Microsoft Learn, "Resource limits"). */
const payloadLimit = 5 * 1024 * 1024;

/** Takes the batches of the add-in: refuses those that Excel would refuse as a whole, and does the others. */
export class BatchDesk {
  private readonly root = workbook();
  private isCalculationSuspended = false;

  constructor(
    private readonly session: Session,
    private readonly faults: Faults,
  ) {}

  execute(request: JsonObject): Json {
    const body = bodyOf(request);
    const batch = parseBatch(body);
    if (!batch) {
      return refused(transportErrors.internal);
    }
    const refusal = this.refusalOf(batch, body);
    if (refusal !== null) {
      return refused(refusal);
    }
    const answer = JSON.stringify(this.run(batch));
    return isTooLarge(answer)
      ? refused(transportErrors.responseTooLarge)
      : { ...succeeded, Data: [200, [], answer] };
  }

  /** Writes do not calculate until the batch that is under way has been done. */
  suspendCalculation(): void {
    if (!this.isCalculationSuspended) {
      this.isCalculationSuspended = true;
      this.session.book.suspendCalculation();
    }
  }

  private refusalOf(batch: BatchRequest, body: string): number | null {
    const isForWorkbook = concernsWorkbook(batch);
    const fault = isForWorkbook && !isHousekeeping(batch) ? this.faults.next() : null;
    if (fault !== null) {
      return fault;
    }
    if (isForWorkbook && this.session.book.isEditing) {
      return transportErrors.editing;
    }
    return isTooLarge(body) ? transportErrors.requestTooLarge : null;
  }

  /** Each request is one step to undo; Office.js 1.1.110 does not tell which ones it wants merged. */
  private run(batch: BatchRequest): JsonObject {
    const answers: JsonObject[] = [];
    try {
      this.session.book.asOneStep(() => {
        answers.push(runBatch(batch, { root: this.root, service }, this.session));
      });
      return answers[0] ?? {};
    } finally {
      if (this.isCalculationSuspended) {
        this.isCalculationSuspended = false;
        this.session.book.resumeCalculation();
      }
    }
  }
}

function isTooLarge(text: string): boolean {
  // A UTF-16 unit takes at most three bytes: most texts need no counting.
  return text.length > payloadLimit || (text.length * 3 > payloadLimit && utf8Length(text) > payloadLimit);
}
