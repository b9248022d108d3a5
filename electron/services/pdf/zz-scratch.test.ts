import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { fillTemplate, readTemplate } from '../../../shared/papers/template';
import { sampleContract } from '../../modules/documents/sample-contract';
import { recoverySheetPaper } from './recovery-sheet';
import { createPdfService } from './pdf-service';
const R = join(import.meta.dirname, '../../../resources');
it('scratch', async () => {
  const pdf = createPdfService({ resourcesDir: R });
  for (const j of ['kz', 'ru'] as const) {
    const v = readTemplate(readFileSync(join(R, `templates/guest-contract-${j}.json`), 'utf8'));
    if (!v.ok) throw new Error(JSON.stringify(v.faults));
    for (const layout of ['side-by-side', 'sequential'] as const) for (const isDraft of [true, false]) {
      if (j === 'ru' && layout === 'side-by-side') continue;
      const d = sampleContract(j);
      if (isDraft) d.number = null;
      const bytes = await pdf.render(fillTemplate(v.template, d, { layout, languages: ['kk', 'ru'], isDraft, issuedAt: '2026-11-20T06:00:00.000Z', masked: isDraft }));
      writeFileSync(`/tmp/papers/${j}-${layout}-${isDraft ? 'draft' : 'final'}.pdf`, bytes);
    }
  }
  for (const which of ['org', 'clin'] as const) for (const l of ['ru', 'kk', 'en'] as const) {
    const k = 'K7QD M2XR 9WHC TB4N E6VP JF3Y R8GA 2NZK K7QD M2XR 9WHC TB4N E6VP JF3Y';
    const bytes = await pdf.render(recoverySheetPaper(JSON.parse(readFileSync(join(R, `templates/recovery-sheet-${which}.json`), 'utf8')), { which, language: l, organisation: 'Детский дом «Шаңырақ»', texts: which === 'clin' && l === 'kk' ? [k, k] : [k], issuedAt: '2026-11-20T06:00:00.000Z' }));
    writeFileSync(`/tmp/papers/sheet-${which}-${l}.pdf`, bytes);
  }
  const { registerPaper } = await import('../../modules/documents/register.table');
  const line = (no: number) => ({ no, requestOn: '2026-10-01', host: { name: 'Константинопольская Александра Владимировна', address: 'г. Алматы, мкр. Жетысу-2, дом 41, кв. 17', phone: '+7 701 555 00 17' }, conclusion: { number: '118', issuedOn: '2026-10-10', validUntil: '2027-10-10' }, child: { name: 'Сарсенова Айгерим Маратовна', birthDate: '2014-03-03' }, contractNumber: 'ГД-031/2026', contractOn: '2026-11-20', consentOn: '2026-11-17', termFrom: '2026-11-29', termTo: '2026-12-20', handedOver: { on: '2026-11-29', at: '10:05', by: 'Омарова С. К.' }, returned: no % 2 ? { on: '2026-11-29', at: '18:55', state: 'здорова', by: 'Омарова С. К.', lateReason: '', incidents: '' } : null, note: '', struck: no === 3 ? { on: '2026-11-30', by: 'Омарова С. К.', reason: 'ошибка в дате' } : null });
  writeFileSync('/tmp/papers/register.pdf', await pdf.render(registerPaper(Array.from({ length: 14 }, (_, i) => line(i + 1)) as never, { year: 2026, institution: 'Детский дом «Шаңырақ»', language: 'ru', at: '2026-11-20T06:00:00.000Z' })));
  const { destructionAct } = await import('../../modules/children/children.papers');
  writeFileSync('/tmp/papers/act.pdf', await pdf.render(destructionAct({ number: 'АУ-001/2026', organisation: 'Детский дом «Шаңырақ»', code: 'Ш-0012', basis: 'отзыв согласия', goes: { consent: 3, file: 2 }, by: 'Омаров Б. Т.', second: 'Нурпеисова А. С.', language: 'ru', at: '2026-11-20T06:00:00.000Z' } as never)));
  const { linePaper } = await import('../../modules/audit/line-paper');
  writeFileSync('/tmp/papers/line.pdf', await pdf.render(linePaper('ru', { line: 'ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567 ABCD EFGH', seq: 4210, at: '2026-11-20T06:00:00.000Z', organisation: 'Детский дом «Шаңырақ»', printedAt: '2026-11-20T06:00:00.000Z' })));
  const L = 'Ж'.repeat(10000);
  const d = sampleContract('kz'); d.host.name = { ru: L, kk: L };
  const v = readTemplate(readFileSync(join(R, 'templates/guest-contract-kz.json'), 'utf8'));
  if (v.ok) writeFileSync('/tmp/papers/long.pdf', await pdf.render(fillTemplate(v.template, d, { layout: 'side-by-side', languages: ['kk', 'ru'], isDraft: false, issuedAt: '2026-11-20T06:00:00.000Z', masked: false })));
  await pdf.close();
}, 60000);
