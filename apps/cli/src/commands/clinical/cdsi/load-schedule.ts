/** A schedule from a file: a CDSi release as a zip, or the compiled form as JSON. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isInputProblem } from '@keychart/clinical';
import { readSchedule, type Schedule } from '@keychart/clinical/immunizations';
import { refused, unavailable } from '../../../outcome.ts';
import { readRelease } from './read-release.ts';

/** @throws CommandError in plain words when the file cannot be read or is neither. */
export function loadSchedule(file: string): Schedule {
  const bytes = readBytes(file);
  const read = readSchedule(isZip(bytes) ? release(bytes, file) : readJson(bytes, file));
  if (isInputProblem(read)) throw refused(`${file}: ${read.error.field} ${read.error.message}.`);
  return read.schedule;
}

/** @throws CommandError when the file is not there or not JSON. */
export const loadJson = (file: string): unknown => readJson(readBytes(file), file);

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unavailable(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function release(bytes: Uint8Array, file: string): Schedule {
  try {
    return readRelease(bytes, basename(file));
  } catch (error) {
    throw refused(`${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw refused(`${file} is neither a zip nor JSON.`);
  }
}
