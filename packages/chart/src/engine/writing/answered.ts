/** What a write that could not be made says. */
import { CannotWriteError, type Refusal, refusal } from '../../record/compose-record.ts';
import { StoreError, StoreLockedError } from '../../store/index.ts';

/** A full disk is an answer in plain words, since nothing was written; a locked chart stays an error. */
export async function answered<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    const expected = error instanceof CannotWriteError || error instanceof StoreError;
    if (!expected || error instanceof StoreLockedError) throw error;
    return refusal(error.message);
  }
}
