/** Search with its ranking and speed, the curated codes, the order file, LOINC and SNOMED CT check digits. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCodeIndex, type CodeEntry, type CodeIndex } from './code-index.ts';
import { loadIcd10, loadIcd10Index } from './icd10.ts';
import { isLoincCode, loadLoinc, loadLoincIndex } from './loinc.ts';
import { readOrderFile } from './order-file.ts';
import { hasVerhoeffCheckDigit, parseSctid } from './sctid.ts';

let entries: readonly CodeEntry[];
let icd10: CodeIndex;
beforeAll(async () => {
  entries = await loadIcd10();
  icd10 = await loadIcd10Index();
});
const codes = (text: string, limit?: number) => icd10.search(text, limit).map(({ entry }) => entry.code);

describe('the curated set', () => {
  test('has at least 800 codes, each once, formed like a code, with a name of its own', () => {
    expect(entries.length).toBeGreaterThanOrEqual(800);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    for (const { code, display } of entries) {
      expect(code).toMatch(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
      expect(display.trim(), code).toBe(display);
      expect(display.length, code).toBeGreaterThan(2);
    }
    expect(
      entries
        .map(({ code }) => code)
        .filter((code) => code.startsWith('S'))
        .every((code) => code.length === 8),
    ).toBe(true);
  });

  test('holds no heading of another code it holds: only the most exact codes are billable', () => {
    const bare = entries.map(({ code }) => code.replace('.', '')).sort();
    for (const [index, code] of bare.entries()) {
      const next = bare[index + 1];
      if (next?.startsWith(code)) expect([code, next]).toEqual('a code and its heading');
    }
  });
});

describe('search', () => {
  test.each([
    ['ear infection', /^H6/],
    ['strep throat', 'J02.0'],
    ['J02.0', 'J02.0'],
    ['j020', 'J02.0'],
    ['high blood pressure', 'I10'],
    ['htn', 'I10'],
    ['uti', 'N39.0'],
    ['pink eye', /^H10/],
    ['adhd', /^F90/],
    ['well child', 'Z00.129'],
    ['asthma', 'J45.909'],
    ['asthma attack', /^J45\..*1$/],
    ['eczema', /^L20/],
    ['eczem', /^L20/],
    ['broken collarbone', /^(S42|P13)/],
    ['athletes foot', 'B35.3'],
    ['fever', 'R50.9'],
    ['vaccine', 'Z23'],
    ['type 2 diabetes', 'E11.9'],
    ['stomach ache', 'R10.9'],
    ['depressive', undefined],
  ])('%s finds %s first', (text, expected) => {
    const [first] = codes(text);
    if (expected === undefined) return;
    if (typeof expected === 'string') expect(first).toBe(expected);
    else expect(first).toMatch(expected);
  });

  test('all words count, order and case do not, a category shows what lies under it', () => {
    expect(codes('INFECTION ear', 99).toSorted()).toEqual(codes('ear infection', 99).toSorted());
    expect(codes('J45', 50)).toHaveLength(entries.filter(({ code }) => code.startsWith('J45')).length);
    expect(codes('zebra throat')).toEqual([]);
    expect(codes('')).toEqual([]);
    expect(icd10.get('j45909')?.code).toBe('J45.909');
    expect(icd10.get('J45.9')).toBeUndefined();
  });

  test('every code is found by its code, its name and each of its synonyms', () => {
    for (const entry of entries) {
      expect(icd10.search(entry.code, 1)[0]?.entry.code).toBe(entry.code);
      for (const text of [entry.display, ...(entry.synonyms ?? [])])
        expect(
          icd10.search(text, entries.length).some((hit) => hit.entry.code === entry.code),
          text,
        ).toBe(true);
    }
  });

  test('never throws, never more than asked for, best first', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const hits = icd10.search(text, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        for (const [index, hit] of hits.entries())
          if (index > 0) expect(hit.score).toBeLessThanOrEqual(hits[index - 1]!.score);
      }),
    );
  });
});

describe('the curated codes', () => {
  let codes: readonly string[];
  beforeAll(() => {
    codes = entries.map(({ code }) => code);
  });

  test('are written as ICD-10-CM writes them, each once', () => {
    expect(codes.filter((code) => !/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('are no headings of one another', () => {
    const sorted = codes.toSorted();
    expect(sorted.filter((code, index) => sorted[index + 1]?.startsWith(code))).toEqual([]);
  });

  test('of injuries and outer causes say which encounter in the seventh character', () => {
    const injuries = codes.filter((code) => /^[ST]/.test(code) && code !== 'T30.0');
    expect(injuries.length).toBeGreaterThan(80);
    expect(injuries.filter((code) => !/^.{3}\..{3}[A-HJ-NP-S]$/.test(code))).toEqual([]);
    const causes = codes.filter((code) => /^[VWX]/.test(code));
    expect(causes.filter((code) => !/^.{3}\..{3}[ADS]$/.test(code))).toEqual([]);
  });
});

describe('75,000 codes', () => {
  // Words of the curated names, put together by a fixed generator: as many different words as the real edition has.
  const large = (): CodeEntry[] => {
    let state = 20_260_101;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const words = entries.flatMap(({ display }) => display.split(/[ ,]+/));
    return Array.from({ length: 75_000 }, (_, index) => ({
      code: `${'ABCDEFGHIJKLMNOPQRSTVWXYZ'[index % 25]}${String(Math.floor(index / 25)).padStart(4, '0')}`,
      display: Array.from({ length: 4 + random(8) }, () => words[random(words.length)]).join(' '),
    }));
  };

  test('are searched several times faster than by looking at each', () => {
    const codes = large();
    const index = buildCodeIndex(codes);
    expect(index.size).toBe(75_000);
    const texts = codes.map(({ code, display }) => ` ${code} ${display}`.toLowerCase());
    const lookAtEach = (question: string) => {
      const words = question.toLowerCase().split(' ');
      return texts.filter((text) => words.every((word) => text.includes(` ${word}`))).length;
    };
    const questions = [
      'first encounter right',
      'a',
      'fracture of',
      'inf',
      'S0',
      'infection of the ear',
      'en',
    ];
    // The best of several runs, the two in turn: another process may have had the core.
    const best = { index: Number.POSITIVE_INFINITY, each: Number.POSITIVE_INFINITY };
    const time = (work: (question: string) => unknown) => {
      const start = performance.now();
      for (const question of questions) work(question);
      return performance.now() - start;
    };
    for (let run = 0; run < 12; run += 1) {
      best.index = Math.min(
        best.index,
        time((question) => index.search(question)),
      );
      best.each = Math.min(best.each, time(lookAtEach));
    }
    expect(best.each / best.index, `${best.each} ms and ${best.index} ms`).toBeGreaterThan(3);
  });
});

describe('order file', () => {
  const line = (number: string, code: string, flag: string, short: string, long: string) =>
    `${number} ${code.padEnd(7)} ${flag} ${short.padEnd(60)} ${long}`;
  const file = [
    line('00001', 'A00', '0', 'Cholera', 'Cholera'),
    line('00002', 'A000', '1', 'Cholera, classical', 'Cholera in its classical form'),
    line(
      '00003',
      'S060X0A',
      '1',
      'Concussion w/o LOC, init',
      'Concussion without loss of consciousness, first',
    ),
    line('00004', 'J020', '1', 'Strep pharyngitis', 'Streptococcal pharyngitis'),
    '',
  ].join('\r\n');

  test('is read by its columns', () => {
    expect(readOrderFile(file)).toEqual({
      headings: 1,
      entries: [
        { code: 'A00.0', display: 'Cholera in its classical form', synonyms: ['Cholera, classical'] },
        {
          code: 'S06.0X0A',
          display: 'Concussion without loss of consciousness, first',
          synonyms: ['Concussion w/o LOC, init'],
        },
        { code: 'J02.0', display: 'Streptococcal pharyngitis', synonyms: ['Strep pharyngitis'] },
      ],
    });
  });

  test('keeps our names and synonyms for codes we have, and drops ours that it does not bill', async () => {
    const read = readOrderFile(file);
    if ('error' in read) throw new Error(read.error.message);
    const index = await loadIcd10Index(read.entries);
    expect(index.size).toBe(3);
    expect(index.search('strep throat')[0]?.entry).toMatchObject({ code: 'J02.0', display: 'Strep throat' });
    expect(index.search('streptococcal pharyngitis')[0]?.entry.code).toBe('J02.0');
    expect(index.get('I10')).toBeUndefined();
  });

  test('a line that does not fit is named', () => {
    expect(readOrderFile(`${file}\nnot a line`)).toMatchObject({ error: { field: 'line 6' } });
    expect(readOrderFile('')).toMatchObject({ error: { field: 'file' } });
  });
});

describe('LOINC', () => {
  test('every code in use has its check digit, once, and a name', async () => {
    const loinc = await loadLoinc();
    expect(loinc.filter(({ code }) => !isLoincCode(code))).toEqual([]);
    expect(new Set(loinc.map(({ code }) => code)).size).toBe(loinc.length);
    const index = await loadLoincIndex();
    expect(index.search('hemoglobin a1c')[0]?.entry).toMatchObject({ code: '4548-4', unit: '%' });
    expect(index.get('718-7')?.display).toBe('Hemoglobin');
  });

  test('a wrong digit is seen', () => {
    expect(isLoincCode('718-7')).toBe(true);
    expect(isLoincCode('719-7')).toBe(false);
    expect(isLoincCode('718')).toBe(false);
  });
});

describe('SNOMED CT identifiers', () => {
  test.each([
    ['73211009', 'concept', undefined],
    ['195967001', 'concept', undefined],
    ['138875005', 'concept', undefined],
    ['900000000000207008', 'concept', undefined],
    ['1290023401015', 'description', undefined],
    ['999000041000000102', 'concept', '1000000'],
  ])('%s is a %s', (id, kind, namespace) => {
    const parsed = parseSctid(id);
    if ('error' in parsed && !hasVerhoeffCheckDigit(id))
      throw new Error(`${id}: test data has no check digit`);
    expect(parsed).toEqual({ id, kind, ...(namespace === undefined ? {} : { namespace }) });
  });

  test('one wrong digit and two neighbours swapped are always seen', () => {
    const known = fc.constantFrom('73211009', '195967001', '138875005', '900000000000207008', '22298006');
    fc.assert(
      fc.property(known, fc.nat(), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const place = at % id.length;
        const wrong = id.slice(0, place) + ((Number(id[place]) + by) % 10) + id.slice(place + 1);
        expect(hasVerhoeffCheckDigit(wrong)).toBe(false);
        const next = place + 1;
        if (next < id.length && id[place] !== id[next]) {
          const swapped = id.slice(0, place) + id[next] + id[place] + id.slice(next + 1);
          expect(hasVerhoeffCheckDigit(swapped)).toBe(false);
        }
      }),
    );
  });

  test.each([['12345'], ['0123456'], ['73211008'], ['7321100x'], ['1234567890123456789']])(
    '%s is a problem',
    (id) => {
      expect(parseSctid(id)).toMatchObject({ error: { field: 'code' } });
    },
  );
});
