import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { AUDIENCES, wordsIn, type GuideLine } from '../../../shared/modules/interviews/guide.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { useCan } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Page, PageHeader, Section, StatusChip } from '../../ui';
import { interviewPaths } from './interview-paths';

function NewGuide() {
  const { t } = useTranslation('interviews');
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="contained"
        startIcon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {t('guides.new')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {AUDIENCES.map((audience) => (
          <MenuItem
            key={audience}
            onClick={() => {
              void navigate(interviewPaths.newGuide(`blank-${audience}`));
            }}
          >
            {t(`guides.for.${audience}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function Line({ guide }: { guide: GuideLine }) {
  const { t } = useTranslation('interviews');
  const format = useFormat();
  const facts = [
    t('guides.questions', { count: guide.questions }),
    t('guides.used', { count: guide.used }),
    guide.changedAt ? t('guides.changed', { name: guide.changedBy, date: format.date(guide.changedAt) }) : t('guides.builtIn'),
  ];
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <MuiLink component={Link} to={interviewPaths.guide(guide.guideId)} sx={{ fontWeight: 500 }}>
          {wordsIn(guide.title, format.language)}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('guides.version', { version: guide.version })}
        </Typography>
        {guide.retired && <StatusChip plain tone="mute" word={t('guides.retired')} />}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {facts.join(' · ')}
      </Typography>
    </Box>
  );
}

/** The guides that interviews are held by. */
export function GuidesPage() {
  const { t } = useTranslation('interviews');
  const may = useCan('interview.write');
  const guides = useAsk('interviews.guides', {});
  usePsychologyCrumbs([{ label: t('tab'), to: interviewPaths.list() }, { label: t('guides.title') }]);
  return (
    <Page>
      <PageHeader title={t('guides.title')} meta={t('guides.lead')} actions={may && <NewGuide />} />
      <Answer of={guides}>
        {(lines) => (
          <>
            {AUDIENCES.map((audience) => (
              <Section key={audience} title={t(`guides.for.${audience}`)}>
                <Box component="ul" sx={{ maxWidth: 860 }}>
                  {lines
                    .filter((line) => line.audience === audience)
                    .map((line) => (
                      <Line key={line.guideId} guide={line} />
                    ))}
                </Box>
              </Section>
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}
