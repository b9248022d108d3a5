import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerTo, inFormOrder } from '../../../../shared/modules/assessments/answers';
import { optionsOf } from '../../../../shared/modules/assessments/options';
import { useFormat } from '../../../lib/format';
import { Section } from '../../../ui';
import { wordIn } from '../assessment-words';
import { currentOf, type Assessment } from '../result-of';
import { SheetTable } from './sheet-table';

/** Item by item, shown when asked for: in a room with a child the screen does not lay answers open by itself. */
export function AnswersPart({ record }: { record: Assessment }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const [open, setOpen] = useState(false);
  const { instrument, answers } = record;
  const skipped = new Set(currentOf(record)?.skipped ?? []);
  return (
    <Section
      title={t('result.answers')}
      ruled
      aside={
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t(open ? 'result.hideAnswers' : 'result.showAnswers')}
        </Button>
      }
    >
      {open && (
        <SheetTable label={t('result.answers')} heads={[{ word: '№', right: true }, { word: t('instrument.items') }, { word: t('result.answers') }]}>
          {inFormOrder(instrument).map((item) => {
            const value = answerTo(answers, item.id);
            const option = value === null ? undefined : optionsOf(instrument, item).find((one) => one.value === value);
            return (
              <tr key={item.id}>
                <td className="right quiet">{item.n}</td>
                <td>{wordIn(item.text, language) || item.id}</td>
                <td data-private className={value === null ? 'quiet' : undefined}>
                  {value === null
                    ? t(skipped.has(item.id) ? 'result.skipped' : 'result.blank')
                    : `${String(value)}. ${option ? wordIn(option.label, language) : ''}`}
                </td>
              </tr>
            );
          })}
        </SheetTable>
      )}
    </Section>
  );
}
