import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { Section, Skeleton, useToast } from '../../../ui';
import type { Child } from '../child.page';

const PdfView = lazy(() => import('../../../ui/pdf-view').then((module) => ({ default: module.PdfView })));

/** The paper for an acquaintance meeting: one for the house, one without anything that tells who the child is. */
export function CharacteristicSection({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const { language } = useFormat();
  const toast = useToast();
  const may = useCan('child.print');
  const [paper, setPaper] = useState<Output<'children.characteristic'> | null>(null);
  if (!may) return null;
  const make = (version: 'staff' | 'depersonalised') => () => {
    api.children.characteristic({ id: child.id, version, language: language === 'kk' ? 'kk' : 'ru' }).then(setPaper, toast.fail);
  };
  return (
    <Section title={t('characteristic.title')}>
      <Box sx={{ color: 'text.secondary', mb: 1.5 }}>{t('characteristic.text')}</Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="outlined" onClick={make('staff')}>
          {t('characteristic.staff')}
        </Button>
        <Button variant="outlined" onClick={make('depersonalised')}>
          {t('characteristic.open')}
        </Button>
      </Box>
      <Dialog
        open={paper !== null}
        onClose={() => {
          setPaper(null);
        }}
        fullWidth
        maxWidth="md"
        slotProps={{ paper: { 'aria-label': t('characteristic.title') } }}
      >
        <Box sx={{ height: '78vh' }}>
          {paper && (
            <Suspense fallback={<Skeleton rows={8} />}>
              <PdfView base64={paper.pdf} fileName={paper.fileName} />
            </Suspense>
          )}
        </Box>
        <Button
          variant="outlined"
          sx={{ alignSelf: 'flex-end', mt: 1.5 }}
          onClick={() => {
            setPaper(null);
          }}
        >
          {t('close')}
        </Button>
      </Dialog>
    </Section>
  );
}
