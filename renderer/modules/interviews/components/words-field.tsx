import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../../shared/kernel/roles';
import { FieldGrid, TextAreaField } from '../../../ui';

/** One text in the three languages, side by side; one of them is enough to begin with. */
export function WordsField({ name, label, rows = 1 }: { name: string; label: string; rows?: number }) {
  const { t } = useTranslation('interviews');
  return (
    <Box role="group" aria-label={label} sx={{ mb: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 500, mb: 0.75 }}>
        {label}
      </Typography>
      <FieldGrid>
        {LANGUAGES.map((language) => (
          <TextAreaField key={language} name={`${name}.${language}`} label={t(`language.${language}`)} span={4} rows={rows} />
        ))}
      </FieldGrid>
    </Box>
  );
}
