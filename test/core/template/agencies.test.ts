import { describe, expect, test } from 'vitest';
import { AgencyList, agenciesDiffer } from '../../../src/core/template/agencies';

const list = new AgencyList([
  { id: 'diskominfo', name: 'Dinas Komunikasi dan Informatika', aliases: ['Dinas Kominfo', 'Kominfo'] },
  { id: 'dpp', name: 'Dinas Pangan, Pertanian dan Perikanan', aliases: [] },
  { id: 'arpusda', name: 'Dinas Kearsipan dan Perpustakaan Daerah', aliases: [] },
  { id: 'bag-org', name: 'Bagian Organisasi', aliases: ['Sekretariat Daerah - Bagian Organisasi'] },
  { id: 'dinkes', name: 'Dinas Kesehatan', aliases: [] },
  { id: 'mawar-1', name: 'Puskesmas Mawar 1', aliases: [] },
  { id: 'disdikpora', name: 'Dinas Pendidikan dan Olahraga', aliases: [] },
]);

function shown(text: string, of = list): string[] {
  return of.read(text).map((mention) => {
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    const known = mention.agency?.id ?? (mention.slip === undefined ? '?' : `~${mention.slip}`);
    return `${mention.text} = ${known}`;
  });
}

describe('agencies in a cell', () => {
  test.each<[string, string[]]>([
    ['Dinas Kesehatan', ['Dinas Kesehatan = dinkes']],
    ['DINAS  KESEHATAN', ['DINAS  KESEHATAN = dinkes']],
    ['Dinas Pangan, Pertanian dan Perikanan', ['Dinas Pangan, Pertanian dan Perikanan = dpp']],
    ['Dinas Pangan, Pertanian & Perikanan', ['Dinas Pangan, Pertanian & Perikanan = dpp']],
    ['Sekretariat Daerah - Bagian Organisasi', ['Sekretariat Daerah - Bagian Organisasi = bag-org']],
    ['Sekretariat Daerah - Bagian Hukum', ['Sekretariat Daerah - Bagian Hukum = ?']],
    ['Kominfo; PMI', ['Kominfo = diskominfo', 'PMI = ?']],
    ['Kominfo/PMI', ['Kominfo = diskominfo', 'PMI = ?']],
    ['Dinas Kominfo, OPD pengampu', ['Dinas Kominfo = diskominfo', 'OPD pengampu = ?']],
    ['Dinas Kesehatan dan Kominfo', ['Dinas Kesehatan = dinkes', 'Kominfo = diskominfo']],
    ['Polres dan PMI', ['Polres dan PMI = ?']],
    ['Kominfo, Polres dan PMI', ['Kominfo = diskominfo', 'Polres dan PMI = ?']],
    [
      'Dinas Kearsipan dan Perpusatakaan Daerah',
      ['Dinas Kearsipan dan Perpusatakaan Daerah = ~Dinas Kearsipan dan Perpustakaan Daerah'],
    ],
    [
      'Kominfo, Dinas Kearsipan dan Perpusatakaan Daerah, PMI',
      [
        'Kominfo = diskominfo',
        'Dinas Kearsipan dan Perpusatakaan Daerah = ~Dinas Kearsipan dan Perpustakaan Daerah',
        'PMI = ?',
      ],
    ],
    ['Bidang Layanan Dinas Kominfo', ['Dinas Kominfo = diskominfo']],
    ['Dinas Kesehatan (P2P, Kesmas)', ['Dinas Kesehatan = dinkes']],
    ['Dinas Kesehatan (koordinator), RSUD', ['Dinas Kesehatan = dinkes', 'RSUD = ?']],
    ['Dinas Kesehatan (koordinator); Dinas Perikanan', ['Dinas Kesehatan = dinkes', 'Dinas Perikanan = ?']],
    ['Dinas Kesehatan (koordinator)/RSUD', ['Dinas Kesehatan = dinkes', 'RSUD = ?']],
    ['Dinas Kesehatan (koordinator)\nRSUD', ['Dinas Kesehatan = dinkes', 'RSUD = ?']],
    ['Dinas Kesehatan (P2P; Kesmas (gizi)), RSUD & PMI', ['Dinas Kesehatan = dinkes', 'RSUD & PMI = ?']],
    ['Dinas Kesehatan (P2P, Kesmas) (ketua), Kominfo (anggota)', ['Dinas Kesehatan = dinkes', 'Kominfo = diskominfo']],
    ['PMI (mitra); RSUD (mitra)', ['PMI (mitra) = ?', 'RSUD (mitra) = ?']],
    ['PMI (mitra), RSUD (mitra)', ['PMI (mitra), RSUD (mitra) = ?']],
    ['Dinas Kesehatan, (koordinator)', ['Dinas Kesehatan = dinkes']],
    ['Dinas Kesehatan (koordinator), dll.', ['Dinas Kesehatan = dinkes']],
    ['Dinas Kesehatan (koordinator) Bidang P2P', ['Dinas Kesehatan = dinkes']],
    ['Dinas Kesehatan (koordinator, RSUD', ['Dinas Kesehatan = dinkes']],
    [
      'Kominfo (koordinator), Dinas Kearsipan dan Perpusatakaan Daerah',
      ['Kominfo = diskominfo', 'Dinas Kearsipan dan Perpusatakaan Daerah = ~Dinas Kearsipan dan Perpustakaan Daerah'],
    ],
    [
      'Dinas Komunikasi dan Informatika (Kominfo)',
      ['Dinas Komunikasi dan Informatika = diskominfo', 'Kominfo = diskominfo'],
    ],
    ['Dinas Pariwisata (Dispar)', ['Dinas Pariwisata (Dispar) = ?']],
    ['Puskesmas Mawar 1, Puskesmas Mawar 2', ['Puskesmas Mawar 1 = mawar-1', 'Puskesmas Mawar 2 = ?']],
    ['Puskesmas Mawr 1', ['Puskesmas Mawr 1 = ~Puskesmas Mawar 1']],
    ['1. Dinas Kesehatan\n2. PMI', ['Dinas Kesehatan = dinkes', 'PMI = ?']],
    ['Dinas Kesehatan, dll.', ['Dinas Kesehatan = dinkes']],
    ['', []],
    ['-', []],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('suggests the agency that begins so, or a slip away', () => {
    expect(list.suggest('Dinas Pendidikan')).toBe('Dinas Pendidikan dan Olahraga');
    expect(list.suggest('Dinas Kesehatn')).toBe('Dinas Kesehatan');
    expect(list.suggest('Dinas')).toBeUndefined();
    expect(list.suggest('Sekretariat Daerah')).toBeUndefined();
    expect(list.suggest('Kepolisian')).toBeUndefined();
  });

  test('compares what two cells say', () => {
    const differ = (a: string, b: string, of = list) => agenciesDiffer(of.read(a), of.read(b), of);
    expect(differ('Kominfo', 'Dinas Komunikasi & Informatika')).toBe(false);
    expect(differ('Kominfo', 'Dinas Kesehatan')).toBe(true);
    expect(differ('Kominfo, Dinas Kesehatan', 'Dinas Kesehatan; Kominfo')).toBe(false);
    expect(differ('Kominfo', 'Dinas Kesehatan, Kominfo')).toBe(false);
    expect(differ('Dinas Kesehatan, Kominfo', 'Kominfo')).toBe(true);
    expect(differ('Kominfo', '')).toBe(false);
    const none = new AgencyList([]);
    expect(differ('Dinas Kominfo', 'Dinas Komunikasi dan Informatika', none)).toBe(false);
    expect(differ('Bappeda', 'Badan Perencanaan Pembangunan Daerah', none)).toBe(false);
    expect(differ('Dinas Kesehatan', 'Dinas Perhubungan', none)).toBe(true);
    expect(differ('Dinas Kesehatan', 'dinas kesehatan', none)).toBe(false);
  });
});
