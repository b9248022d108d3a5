import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MuiTextField from '@mui/material/TextField';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { fieldSentence } from '../../../lib/error-text';
import { useFormat } from '../../../lib/format';
import { wordIn } from '../assessment-words';
import { useAges } from '../use-ages';

export type Card = Output<'assessments.instruments'>[number];

/** A questionnaire of the library, found by any word of its name. */
export function TestField({ name, cards }: { name: string; cards: readonly Card[] }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const ages = useAges();
  const { field, fieldState } = useController({ name });
  return (
    <Autocomplete<Card>
      options={[...cards]}
      value={cards.find((card) => card.hash === field.value) ?? null}
      groupBy={(card) => t(`library.group.${card.kind}`)}
      getOptionLabel={(card) => wordIn(card.title, language)}
      getOptionKey={(card) => card.hash}
      isOptionEqualToValue={(a, b) => a.hash === b.hash}
      onChange={(_, card) => {
        field.onChange(card?.hash ?? '');
      }}
      onBlur={field.onBlur}
      noOptionsText={t('start.nobody')}
      sx={{ gridColumn: 'span 12' }}
      renderOption={(props, card) => (
        <Box component="li" {...props} key={card.hash} sx={{ display: 'flex', gap: 2 }}>
          <Box component="span" sx={{ flex: 1 }}>
            {wordIn(card.title, language)}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13.5, flex: 'none' }}>
            {[ages(card), t('start.items.count', { count: card.items })].filter(Boolean).join(' · ')}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <MuiTextField
          {...params}
          inputRef={field.ref}
          label={t('start.test')}
          placeholder={t('start.pickTest')}
          error={fieldState.error !== undefined}
          {...(fieldState.error ? { helperText: fieldSentence(fieldState.error.message) } : {})}
        />
      )}
    />
  );
}
