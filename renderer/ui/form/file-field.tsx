import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { FileText, Paperclip, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import { packed, sentenceOfField } from './field-codes';
import { fieldHelp, spanSx, type FieldProps } from './field-help';

/** What a form holds of a chosen file; the program looks at the content again and decides by it. */
export interface PickedFile {
  name: string;
  type: string;
  size: number;
  base64: string;
}

const MEGABYTE = 1_048_576;

function readBase64(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => {
      done(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    };
    reader.onerror = () => {
      fail(new Error('file not read'));
    };
    reader.readAsDataURL(file);
  });
}

interface FileFieldProps extends FieldProps {
  /** MIME types, as the program accepts them. */
  accept?: readonly string[];
  maxMegabytes?: number;
}

export function FileField({
  name,
  label,
  help,
  disabled = false,
  span = 12,
  accept = ['application/pdf', 'image/jpeg', 'image/png'],
  maxMegabytes = 10,
}: FileFieldProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const { field, fieldState } = useController({ name });
  const form = useFormContext();
  const error = sentenceOfField(fieldState.error?.message);
  const picked = field.value as PickedFile | null | undefined;
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (!accept.includes(file.type)) {
      form.setError(name, { type: 'file', message: 'FILE.TYPE' });
      return;
    }
    if (file.size > maxMegabytes * MEGABYTE) {
      form.setError(name, { type: 'file', message: packed('FILE.TOO_BIG', { maximum: maxMegabytes }) });
      return;
    }
    form.clearErrors(name);
    field.onChange({ name: file.name, type: file.type, size: file.size, base64: await readBase64(file) } satisfies PickedFile);
  };
  return (
    <FormControl error={error !== undefined} sx={spanSx(span)}>
      <Typography component="label" htmlFor={id} sx={{ fontSize: 13.5, lineHeight: '18px', fontWeight: 500, mb: '5px' }}>
        {label}
      </Typography>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          if (!disabled) void take(event.dataTransfer.files[0]);
        }}
        sx={{ display: 'flex', gap: 1.5, alignItems: 'center', minHeight: 36 }}
      >
        <Button
          ref={field.ref}
          variant="outlined"
          disabled={disabled}
          startIcon={<Paperclip size={15} strokeWidth={1.75} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {picked ? t('file.replace') : t('file.choose')}
        </Button>
        <input
          id={id}
          ref={picker}
          type="file"
          accept={accept.join(',')}
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {picked ? (
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minWidth: 0 }}>
            <FileText size={16} strokeWidth={1.75} aria-hidden />
            <Typography noWrap data-private>
              {picked.name}
            </Typography>
            <Typography variant="body2" noWrap sx={{ color: 'paperInk.ink3' }}>
              {format.size(picked.size)}
            </Typography>
            <Button
              size="small"
              color="inherit"
              startIcon={<X size={14} aria-hidden />}
              onClick={() => {
                field.onChange(null);
              }}
            >
              {t('file.remove')}
            </Button>
          </Box>
        ) : (
          <Typography variant="body2" sx={{ color: 'paperInk.ink3' }}>
            {t('file.drop')}
          </Typography>
        )}
      </Box>
      <FormHelperText>
        {fieldHelp(
          error,
          help ?? t('file.rule', { types: t(accept.includes('application/pdf') ? 'file.papers' : 'file.pictures'), megabytes: maxMegabytes }),
        )}
      </FormHelperText>
    </FormControl>
  );
}
