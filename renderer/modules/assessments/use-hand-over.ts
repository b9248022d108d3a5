import { useState } from 'react';
import type { RowId } from '../../../shared/kernel/ids';
import { api } from '../../lib/client';
import { paths } from '../../lib/paths';
import { useToast } from '../../ui';

/** Gives the screen to the person tested. The page is loaded anew, so that nothing of what stood on it is left behind. */
export function useHandOver() {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const handOver = async (id: RowId) => {
    setBusy(true);
    try {
      await api.assessments.beginSitting({ id });
      // Whoever signs in afterwards comes back to this test, not to the form that began it.
      window.history.replaceState(null, '', `#${paths.clinicalRecord('assessment', id)}`);
      window.location.reload();
    } catch (error) {
      toast.fail(error);
      setBusy(false);
    }
  };
  return { handOver, busy };
}
