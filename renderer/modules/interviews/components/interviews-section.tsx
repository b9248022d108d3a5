import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { wordsIn } from '../../../../shared/modules/interviews/guide.model';
import type { InterviewSubject } from '../../../../shared/modules/interviews/interview.model';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Answer, Section } from '../../../ui';
import { Outcome, StateChip } from '../interviews.columns';
import { BeginDialog } from './begin-dialog';

/** Interviews on a person's page of the room. */
export function InterviewsSection({ subject }: { subject: Subject }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  const may = useCan('interview.write');
  const [beginning, setBeginning] = useState(false);
  const who = subject as InterviewSubject;
  const list = useAsk('interviews.list', { subject: who, limit: 200 });
  return (
    <Section
      title={t('tab')}
      aside={
        may && (
          <Button
            size="small"
            onClick={() => {
              setBeginning(true);
            }}
          >
            {t('begin.action')}
          </Button>
        )
      }
    >
      <Answer of={list} rows={1}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Typography sx={{ color: 'text.secondary' }}>{t('section.none')}</Typography>
          ) : (
            <Box component="ul">
              {rows.map((row) => (
                <Box
                  component="li"
                  key={row.header.id}
                  sx={{ display: 'flex', gap: 2, py: 1, alignItems: 'center', borderTop: 1, borderColor: 'divider', flexWrap: 'wrap' }}
                >
                  <Box component="span" sx={{ width: 90, color: 'text.secondary' }}>
                    {format.short(row.header.onDate)}
                  </Box>
                  <MuiLink component={Link} to={paths.clinicalRecord('interview', row.header.id)} sx={{ flex: 1, minWidth: 200 }}>
                    {wordsIn(row.guideTitle, format.language)}
                  </MuiLink>
                  <Outcome row={row} t={t} format={format} />
                  <StateChip state={row.header.state} late={row.late} t={t} />
                </Box>
              ))}
            </Box>
          )
        }
      </Answer>
      {beginning && (
        <BeginDialog
          subject={who}
          onClose={() => {
            setBeginning(false);
          }}
        />
      )}
    </Section>
  );
}
