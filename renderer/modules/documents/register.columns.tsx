import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TFunction } from 'i18next';
import { Ban, CircleCheck, Footprints } from 'lucide-react';
import type { Output } from '../../../shared/contract/api';
import type { Format } from '../../lib/format';
import { StatusChip, type Column } from '../../ui';

export type Transfer = Output<'documents.register'>['lines'][number];

interface Acts {
  mayMove: boolean;
  mayStrike: boolean;
  onReturn: (line: Transfer) => void;
  onStrike: (line: Transfer) => void;
}

function State({ line, t, format }: { line: Transfer; t: TFunction; format: Format }) {
  if (line.struck) return <StatusChip plain word={t('register.struck')} icon={Ban} />;
  if (line.returned)
    return <StatusChip plain word={t('register.back', { date: format.short(line.returned.on), time: line.returned.at })} icon={CircleCheck} />;
  if (line.isOverdue)
    return <StatusChip tone="alarm" word={t('register.overdue', { date: format.short(line.plannedReturnOn), time: line.plannedReturnAt })} />;
  return <StatusChip plain word={t('register.out', { date: format.short(line.plannedReturnOn), time: line.plannedReturnAt })} icon={Footprints} />;
}

export function registerColumns(t: TFunction, format: Format, acts: Acts): Column<Transfer>[] {
  const struck = (line: Transfer) => ({ textDecoration: line.struck ? 'line-through' : 'none' });
  return [
    { field: 'no', header: t('register.no'), width: 48, align: 'right', render: (line) => line.no },
    {
      field: 'child',
      header: t('register.child'),
      flex: 1.2,
      width: 122,
      render: (line) => (
        <Box component="span" data-private sx={{ fontWeight: 500, ...struck(line) }}>
          {line.child.name}
        </Box>
      ),
    },
    {
      field: 'host',
      header: t('register.host'),
      flex: 1.1,
      width: 112,
      render: (line) => (
        <Box component="span" data-private sx={struck(line)}>
          {line.host.name}
        </Box>
      ),
    },
    { field: 'contract', header: t('column.number'), width: 112, render: (line) => line.contractNumber },
    { field: 'handed', header: t('register.handed'), width: 136, render: (line) => `${format.short(line.handedOver.on)}, ${line.handedOver.at}` },
    { field: 'by', header: t('register.by'), flex: 1, width: 116, render: (line) => line.handedOver.by },
    { field: 'state', header: t('register.state'), width: 238, render: (line) => <State line={line} t={t} format={format} /> },
    {
      field: 'acts',
      header: t('register.acts'),
      width: acts.mayMove && acts.mayStrike ? 200 : 112,
      render: (line) =>
        line.struck ? (
          <span title={line.struck.reason}>{line.struck.reason}</span>
        ) : (
          <Box
            component="span"
            sx={{ display: 'flex', gap: 0.5 }}
            onClick={(event) => {
              event.stopPropagation();
            }}
          >
            {!line.returned && acts.mayMove && (
              <Button
                size="small"
                variant={line.isOverdue ? 'contained' : 'outlined'}
                color={line.isOverdue ? 'error' : 'primary'}
                onClick={() => {
                  acts.onReturn(line);
                }}
                sx={{ height: 26 }}
              >
                {t('register.takeBack')}
              </Button>
            )}
            {acts.mayStrike && (
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  acts.onStrike(line);
                }}
                sx={{ height: 26, color: 'text.secondary' }}
              >
                {t('register.strike')}
              </Button>
            )}
          </Box>
        ),
    },
  ];
}
