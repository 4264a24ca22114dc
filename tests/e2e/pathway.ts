/** What the tests of the pathway look for. */
import type { Page } from '@playwright/test';

/** A service evaluation that would send identifiable notes to an outside service: something stops it. */
export const STOPPED =
  'q1a=no&q1b=no&q1c=no&q1d=service_evaluation&q2=uclh_records&q3=identifiable&q4=care_team&q5=none&q6=retrospective&q7=offline' +
  '&q8=none&q11=other_cloud_api&q12=none&q13=none&q14=uclh_only&q15=no&q16=no_training&q18=none&q19=no&q20=no&at=result';

export const question = (page: Page) => page.locator('study-pathway legend h2');
export const noApproval = (page: Page) => page.getByText('This gives no approval.');
export const result = (page: Page) => page.getByRole('heading', { level: 2, name: 'The result' });
