/**
 * Reads the fields of one request for a computation and keeps the first problem it meets: after reading, look at
 * `problem` before using what was read (a refused field reads as NaN).
 */
import { type InputProblem, inputProblem } from './input-problem.ts';

export type Sex = 'male' | 'female';

export interface Age {
  readonly days: number;
  /** Of 30.4375 days, as CDC and WHO count them. */
  readonly months: number;
}

export const DAYS_PER_MONTH = 30.4375;
export const DAYS_PER_YEAR = 365.25;

interface NumberBounds {
  /** Smallest and largest value that can be meant at all. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

const SEXES: Readonly<Record<string, Sex>> = { m: 'male', male: 'male', f: 'female', female: 'female' };
const AGE_FIELDS = { ageDays: 1, ageMonths: DAYS_PER_MONTH, ageYears: DAYS_PER_YEAR } as const;
type AgeField = keyof typeof AGE_FIELDS;
const AGE_FIELD_NAMES = Object.keys(AGE_FIELDS) as readonly AgeField[];

export class RequestReader {
  problem: InputProblem | undefined;
  readonly #request: Readonly<Record<string, unknown>>;

  constructor(request: Readonly<Record<string, unknown>>) {
    this.#request = request;
  }

  refuse(field: string, message: string): void {
    this.problem ??= inputProblem(field, message);
  }

  has(field: string): boolean {
    return this.#request[field] !== undefined && this.#request[field] !== null;
  }

  sex(): Sex {
    const given = this.#request.sex;
    const sex = typeof given === 'string' ? SEXES[given.trim().toLowerCase()] : undefined;
    if (sex === undefined)
      this.refuse('sex', `${this.has('sex') ? 'is not known' : 'is missing'}; expected male or female`);
    return sex ?? 'male';
  }

  /** One word out of some, in any case; undefined when absent. */
  word<W extends string>(field: string, words: readonly W[]): W | undefined {
    if (!this.has(field)) return undefined;
    const given = this.#request[field];
    const plain = typeof given === 'string' ? given.trim().toLowerCase() : given;
    const found = words.find((word) => word.toLowerCase() === plain);
    if (found === undefined) this.refuse(field, `is not one of ${words.join(', ')}`);
    return found;
  }

  text(field: string): string | undefined {
    const given = this.#request[field];
    if (!this.has(field)) return undefined;
    if (typeof given !== 'string') this.refuse(field, 'is not text');
    return String(given);
  }

  number(field: string, { low, high, unit }: NumberBounds): number {
    const given = this.#request[field];
    if (!this.has(field)) {
      this.refuse(field, `is missing; expected a number in ${unit}`);
      return Number.NaN;
    }
    if (typeof given !== 'number' || !Number.isFinite(given)) {
      this.refuse(field, `is not a number; expected one in ${unit}`);
      return Number.NaN;
    }
    if (given < low || given > high) {
      this.refuse(
        field,
        `${given} cannot be right; expected ${low} to ${high} ${unit}: is the unit another?`,
      );
      return Number.NaN;
    }
    return given;
  }

  /** The field the age was given in: the one to name when the age is at fault. */
  ageField(): AgeField {
    return AGE_FIELD_NAMES.find((field) => this.has(field)) ?? 'ageDays';
  }

  hasAge(): boolean {
    return AGE_FIELD_NAMES.some((field) => this.has(field));
  }

  /** By `ageDays`, `ageMonths` or `ageYears`; two of them must mean the same day. */
  age(): Age {
    const [first, ...others] = AGE_FIELD_NAMES.filter((field) => this.has(field));
    if (first === undefined) {
      this.refuse('ageDays', 'is missing; expected the age in days, or ageMonths, or ageYears');
      return { days: Number.NaN, months: Number.NaN };
    }
    const days = this.#ageIn(first);
    for (const other of others) {
      if (Math.abs(this.#ageIn(other) - days) > 1)
        this.refuse(other, `does not mean the same age as ${first}`);
    }
    return { days, months: first === 'ageMonths' ? Number(this.#request.ageMonths) : days / DAYS_PER_MONTH };
  }

  #ageIn(field: AgeField): number {
    const unit = field.slice(3).toLowerCase();
    return (
      this.number(field, { low: 0, high: Math.round(45_000 / AGE_FIELDS[field]), unit }) * AGE_FIELDS[field]
    );
  }
}
