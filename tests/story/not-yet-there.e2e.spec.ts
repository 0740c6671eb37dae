import { starterPolicy } from '@threekeys/domain';
import type { DeskPage } from '../../apps/reporting/src/desk.responses';
import { Office } from './path-light-office.fixtures';
import { done, leadOf, openOffers, registerElectrician } from './path-light.fixtures';
import { actsOn, Phone } from './plain-pages.fixtures';

// 到场: nobody is asked whether they are there before they may say so.

let office: Office;

beforeAll(async () => {
  office = await Office.open();
  const document = { ...starterPolicy, checkInHoursBefore: 0 };
  await done(office.staff.post('/api/policy/commands/AdoptPolicy', { version: 2, document }));
});
afterAll(() => office.close());

it('a volunteer says that they are there once it is time, on their page as on their desk', async () => {
  const electrician = { name: '陈明', phone: '19933334444', building: '5', account: 'volunteer' };
  await registerElectrician(office.staff, electrician);
  await office.settle();
  const volunteer = await office.signedIn('volunteer');
  const light = await office.light('灯不亮');
  const [{ offerId, window } = { offerId: '', window: { from: '' } }] = openOffers(leadOf(await light.now()));
  const { path } = await done(
    office.staff.post<{ path: string }>(`${light.path}/links`, { kind: 'offer', offerId }),
  );
  const reader = new Phone(office.url);
  await reader.does(path, 'take');
  await office.settle();
  const stepOf = async () => {
    const { lines } = await done(volunteer.get<DeskPage>('/api/desk'));
    return lines.find(({ caseId }) => caseId === light.caseId)?.step?.command;
  };
  expect(window.from > office.clock.now()).toBe(true);
  expect([actsOn(await reader.open(path)), await stepOf()]).toEqual([['set-out'], undefined]);
  office.pass((Date.parse(window.from) - Date.parse(office.clock.now())) / 60_000);
  expect([actsOn(await reader.open(path)), await stepOf()]).toEqual([
    ['set-out', 'arrive'],
    'CheckInVolunteer',
  ]);
});
