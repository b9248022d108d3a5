import { Navigate } from 'react-router';
import { areaPath, useAreas } from '../../app/administration/administration-tabs';
import { paths } from '../../lib/paths';

/** The room itself is empty: it leads to the first of its parts that this person may open. */
export function AdministrationPage() {
  const [first] = useAreas();
  return <Navigate replace to={first ? areaPath(first) : paths.today()} />;
}
