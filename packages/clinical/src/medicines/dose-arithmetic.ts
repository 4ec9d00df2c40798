/** The sums behind a dose, written out so that anybody can follow them. */
import { convert, type DoseRequest, show } from './dose-request.ts';
import { type DoseRule, limitsOf } from './dose-rule.ts';
import { amountPerMl, measurableVolume } from './dose-volume.ts';

/** What was ordered: per kg, per day and, for a liquid of known concentration, in mL. */
export function doseSums(dose: DoseRequest): string[] {
  const { perDose, timesPerDay, weightKg, unit, conversion } = dose;
  const perDay = perDose * timesPerDay;
  return [
    ...conversion,
    `${show(perDose)} ${unit} ÷ ${show(weightKg)} kg = ${show(perDose / weightKg)} ${unit}/kg per dose`,
    `${show(perDose)} ${unit} × ${show(timesPerDay)} per day = ${show(perDay)} ${unit} per day = ${show(perDay / weightKg)} ${unit}/kg per day`,
    ...volumeSum(dose),
  ];
}

/** What the rule allows at that weight. */
export function rangeSum(rule: DoseRule, { weightKg, timesPerDay }: DoseRequest): string {
  const { unit, perKg, perDay, range } = rule;
  const limits = limitsOf(rule, weightKg, timesPerDay);
  const span = ([low, high]: readonly [number, number]) =>
    low === high ? show(high) : `${show(low)}–${show(high)}`;
  const each = perDay ? 'per day' : 'per dose';
  const raw: [number, number] = perKg ? [range[0] * weightKg, range[1] * weightKg] : [range[0], range[1]];
  const byWeight = perKg
    ? `${span(range)} ${unit}/kg ${each} × ${show(weightKg)} kg = ${span(raw)} ${unit} ${each}`
    : `${span(range)} ${unit} ${each}`;
  const maxima = [
    ...(Number.isFinite(limits.maxPerDose) ? [`${show(limits.maxPerDose)} ${unit} per dose`] : []),
    ...(Number.isFinite(limits.maxPerDay) ? [`${show(limits.maxPerDay)} ${unit} per day`] : []),
  ];
  const most = maxima.length === 0 ? '' : `, at most ${maxima.join(' and ')}`;
  return `range: ${byWeight}${most}, ${intervalText(rule)}`;
}

/** `2–3 times a day, every 8–12 hours`. */
export function intervalText({ timesPerDay: [least, most] }: DoseRule): string {
  if (most === 1) return 'once a day';
  const hours = (count: number) => show(24 / count);
  if (least === 1) return `up to ${most} times a day, at least ${Math.floor(24 / most)} hours apart`;
  return least === most
    ? `${most} times a day, every ${hours(most)} hours`
    : `${least}–${most} times a day, every ${hours(most)}–${hours(least)} hours`;
}

function volumeSum({ perDose, unit, concentration }: DoseRequest): string[] {
  const perMl = concentration === undefined ? undefined : amountPerMl(concentration);
  if (concentration === undefined || perMl === undefined) return [];
  const inUnit = convert(perMl, concentration.unit, unit);
  if (inUnit === undefined) return [];
  const volume = perDose / inUnit;
  const measured = measurableVolume(volume);
  return [
    `${show(perDose)} ${unit} ÷ ${show(inUnit)} ${unit}/mL = ${show(volume)} mL, measured as ${show(measured)} mL (${show(measured * inUnit)} ${unit})`,
  ];
}
