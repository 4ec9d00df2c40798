/**
 * The compiled form of an immunization schedule: plain JSON, the same for the built-in schedule, for an imported release and
 * after an overlay. Vocabulary of CDC's CDSi logic specification 4.6 (chapters 3–9) in short names. Periods are written `12m-4d`,
 * dates `YYYY-MM-DD`, vaccines by CVX code.
 */

/** A vaccine a dose may be given with: `20`, with an age range `20@6w..7y`, of one maker `43/SKB`, and `*` when it is named in a forecast. */
export type VaccineText = string;

export interface AgeRule {
  readonly absoluteMinimum?: string;
  readonly minimum?: string;
  readonly recommended?: string;
  readonly overdue?: string;
  readonly maximum?: string;
  /** The dates between which the rule holds, both inclusive (§3.3). */
  readonly effective?: string;
  readonly ceased?: string;
}

export interface IntervalRule {
  /** `previous`, `dose 1` (target dose number), `vaccines 133 215`, `observation 171`. */
  readonly from: string;
  readonly absoluteMinimum?: string;
  readonly minimum?: string;
  readonly recommended?: string;
  readonly overdue?: string;
  /** FORECASTPRIORITY-1: brings the whole vaccine group's earliest date forward. */
  readonly priority?: true;
  readonly effective?: string;
  readonly ceased?: string;
}

export type SkipCondition =
  | { readonly kind: 'age'; readonly from?: string; readonly until?: string }
  | { readonly kind: 'completed'; readonly group: string }
  | { readonly kind: 'interval'; readonly period: string }
  | {
      readonly kind: 'count';
      readonly vaccines?: string;
      readonly is: 'more' | 'equal' | 'less';
      readonly than: number;
      readonly validOnly?: true;
      readonly from?: string;
      readonly until?: string;
      readonly start?: string;
      readonly end?: string;
      /** The dates come back every year: the window that began last on or before the assessment counts. */
      readonly yearly?: true;
    };

export interface SkipSet {
  readonly conditions: readonly SkipCondition[];
  /** All conditions must hold; otherwise one suffices. */
  readonly all?: true;
  readonly effective?: string;
  readonly ceased?: string;
}

export interface SkipRule {
  readonly when: 'evaluation' | 'forecast' | 'both';
  /** All sets must hold; otherwise one suffices. */
  readonly all?: true;
  readonly sets: readonly SkipSet[];
}

export interface DoseRule {
  readonly number: number;
  readonly ages?: readonly AgeRule[];
  readonly intervals?: readonly IntervalRule[];
  readonly allowableIntervals?: readonly IntervalRule[];
  readonly preferable?: readonly VaccineText[];
  readonly allowable?: readonly VaccineText[];
  readonly inadvertent?: readonly string[];
  readonly skip?: readonly SkipRule[];
  readonly recurring?: true;
  /** First and last day of the season; `yearly` repeats it every year around the assessment date. */
  readonly season?: { readonly start?: string; readonly end?: string; readonly yearly?: true };
}

export interface SeriesRule {
  readonly name: string;
  readonly type: 'standard' | 'risk' | 'evaluation only';
  /** Series group code; unique within the antigen. */
  readonly group: string;
  readonly equivalentGroups?: readonly string[];
  /** `F`, `M`, `U`; absent: everybody. */
  readonly genders?: readonly string[];
  readonly isDefault?: true;
  readonly isProduct?: true;
  /** `A` is the highest. */
  readonly priority: string;
  readonly preference?: number;
  readonly maximumAgeToStart?: string;
  /** `154@19y..65y`: observation codes that make a risk series relevant, with the ages at which they do. */
  readonly indications?: readonly string[];
  readonly doses: readonly DoseRule[];
}

export interface AntigenRule {
  readonly antigen: string;
  readonly group: string;
  readonly immunity?: {
    readonly observations?: readonly string[];
    readonly births?: readonly {
      readonly before: string;
      readonly country?: string;
      readonly unless?: readonly string[];
    }[];
  };
  /** `154@0d..8m`: observation codes that rule out every dose of the antigen. */
  readonly contraindications?: readonly string[];
  /** Observation code to the vaccines it rules out: `{ "076": ["110", "94@2y..4y"] }`. */
  readonly vaccineContraindications?: Readonly<Record<string, readonly VaccineText[]>>;
  readonly series: readonly SeriesRule[];
}

export interface ConflictRule {
  readonly impacted: readonly string[];
  readonly conflicting: readonly string[];
  readonly begin: string;
  /** End after a valid dose (or one without a status). */
  readonly minimumEnd: string;
  readonly end: string;
}

export interface VaccineGroupRule {
  readonly name: string;
  readonly antigens: readonly string[];
  /** One vaccine protects against all its antigens, so dose numbers follow the least protected. */
  readonly administerFullGroup?: true;
}

export interface Schedule {
  readonly format: 'keychart-schedule-1';
  readonly name: string;
  /** `YYYY-MM-DD` the rules were published. */
  readonly issued: string;
  readonly source: string;
  /** Overlays put on top, in order. */
  readonly overlays?: readonly { readonly name: string; readonly date: string }[];
  /** CVX code to the antigens it carries: `["Diphtheria", "Varicella@0d..50y"]`. */
  readonly vaccines: Readonly<Record<string, readonly string[]>>;
  readonly groups: readonly VaccineGroupRule[];
  readonly conflicts: readonly ConflictRule[];
  /** Observation code to a short title and the codings that mean it (`SNOMED|86406008`). */
  readonly observations: Readonly<
    Record<string, { readonly title: string; readonly codings?: readonly string[] }>
  >;
  readonly antigens: readonly AntigenRule[];
}
