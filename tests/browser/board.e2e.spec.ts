import type { Browser, Page } from 'playwright-core';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import { buildConsole, launchBrowser, Screens, withBrowser } from '../support/browser';
import type { Screen } from '../support/browser';

const waiting = { timeout: 20_000 };

let app: RunningApp;
let browser: Browser;
let office: Caller;
let screens: Screens;

interface Card {
  readonly caseId: string;
  readonly number: string;
  readonly category?: string;
  readonly order?: { readonly workOrderId: string; readonly status: string };
}

/** Name or text of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    interface Focused {
      readonly textContent: string;
      readonly labels?: ArrayLike<{ readonly textContent: string }>;
      getAttribute(name: string): string | null;
    }
    const { activeElement } = (globalThis as unknown as { document: { activeElement: Focused } }).document;
    const label = activeElement.getAttribute('aria-label') ?? activeElement.labels?.[0]?.textContent;
    return label ?? activeElement.textContent;
  });
}

const cardsOf = async (lane: string) =>
  (await office.get<{ cards: Card[] }>(`/api/board/${lane}?limit=100`)).body.cards;

withBrowser('board, volunteers and community, by keyboard alone', () => {
  beforeAll(async () => {
    buildConsole();
    app = await startApp({ demo: true });
    browser = await launchBrowser();
    office = Caller.operator(app);
    screens = new Screens('everybody', browser, app.url);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    removeHome(app.home);
  });

  async function openAs(account: string, path: string): Promise<Screen> {
    const screen = await screens.openAs(account, { path });
    await screen.page.getByRole('heading', { level: 1 }).waitFor(waiting);
    return screen;
  }

  it('acts on several cases at once, and tells line by line what failed', async () => {
    const waitingFor = (await cardsOf('under-way')).filter(({ order }) => order?.status === 'dispatched');
    const first = waitingFor.find(({ category }) => category === 'noise');
    const second = waitingFor.find(({ category }) => category === 'lift');
    if (!first?.order || !second) throw new Error('the demo has no two orders that wait for a post');
    const { page, close } = await openAs('dispatcher', '/board');
    for (const { number } of [first, second]) {
      const box = page.getByRole('checkbox', { name: `Choose ${number}` });
      await box.waitFor(waiting);
      await box.focus();
      await page.keyboard.press('Space');
    }
    // Somebody gives the first one back meanwhile.
    await office.post(`/api/cases/${first.caseId}/commands/ReturnWorkOrder`, {
      workOrderId: first.order.workOrderId,
      ground: 'wrong-handler',
    });
    await page.getByRole('button', { name: 'Reassign (2)' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Reassign' });
    await dialog.waitFor(waiting);
    expect(await focused(page)).toBe('Who takes it');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('Who takes it: please fill in.').waitFor(waiting);
    await dialog.getByLabel('Who takes it').selectOption('social-work|worker');
    await dialog.getByLabel('Reason').selectOption('local-knowledge');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    const lines = dialog.getByRole('list', { name: 'Cases of this act' }).getByRole('listitem');
    await dialog.getByText('1 of 2 recorded').waitFor(waiting);
    expect(await focused(page)).toBe('1 of 2 recorded');
    expect(await lines.filter({ hasText: first.number }).textContent()).toMatch(/not recorded: .+/);
    expect(await lines.filter({ hasText: second.number }).textContent()).toMatch(/ recorded$/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ ...waiting, state: 'detached' });
    await page.getByText('1 chosen').waitFor(waiting);
    const taken = page.getByRole('region', { name: /^Assigned/ }).getByRole('article');
    await taken.filter({ hasText: second.number }).filter({ hasText: 'Social work' }).waitFor(waiting);
    await close();
  });

  it('keeps unit and category in the address', async () => {
    const { page, close } = await openAs('secretary', '/board');
    await page.getByLabel('Category').selectOption('lighting');
    await page.waitForURL(/category=lighting/);
    const offers = page.getByRole('region', { name: /^Offers out/ });
    await offers.getByRole('article').first().waitFor(waiting);
    const names = await page.getByRole('article').locator('strong').allTextContents();
    expect(new Set(names)).toEqual(new Set(['Lighting']));
    await close();
  });

  it('says why this person and why not that one, and takes another in their place', async () => {
    const [card] = await cardsOf('offers');
    const { body } = await office.get<{ volunteers: { volunteerId: string; skills: string[] }[] }>(
      '/api/volunteers?skill=cooking&limit=50',
    );
    const cook = body.volunteers.find(({ skills }) => !skills.includes('electrics'));
    if (!card || !cook) throw new Error('the demo has no offer, or nobody who cooks');
    const { page, close } = await openAs('dispatcher', `/board/${card.number}`);
    const why = page.getByRole('region', { name: 'Why these' });
    await why.getByText('Electrics').first().waitFor(waiting);
    expect(await why.getByText(/lacks a skill that is needed/).count()).toBe(1);
    await why
      .getByText(/^Points: /)
      .first()
      .click();
    await why.getByText('How near they live').first().waitFor(waiting);

    const whyNot = page.getByRole('region', { name: 'Why not somebody else?' });
    await whyNot.getByRole('combobox').fill('Cooking');
    // The register comes after the page.
    await whyNot.getByRole('option').first().waitFor(waiting);
    await page.keyboard.press('Enter');
    await whyNot.getByRole('button', { name: 'Ask why' }).click();
    const said = whyNot.getByRole('status').filter({ hasText: 'What stands against it' });
    await said.getByText(/lacks a skill that is needed.*: .*Electrics/).waitFor(waiting);

    const asked = page.getByRole('region', { name: 'Who was asked' });
    await asked
      .getByRole('button', { name: /^Withdraw offer/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Withdraw the offer to/ });
    await dialog.getByLabel('Reason').selectOption('resident-asked');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await asked.getByText('withdrawn').waitFor(waiting);
    await why
      .getByRole('button', { name: /^Offer or assign/ })
      .first()
      .click();
    const offer = page.getByRole('dialog', { name: /^Offer to/ });
    await offer.getByRole('button', { name: 'Submit' }).click();
    await offer.getByText('Reason: please fill in.').waitFor(waiting);
    expect(await offer.getByRole('radio', { checked: true }).count()).toBe(0);
    await offer.getByRole('radio', { name: /^. ?Assign|Assign/ }).check();
    await offer.getByLabel('Reason').selectOption('local-knowledge');
    await offer.getByRole('button', { name: 'Submit' }).click();
    await asked.getByText('booked').waitFor(waiting);
    await close();
  });

  it('lets volunteers paint their own week by keyboard, mouse and a tap, and keeps what they saved', async () => {
    const { page, close } = await openAs('volunteer', '/volunteers');
    const grid = page.getByRole('grid', { name: 'Free time' });
    await grid.waitFor(waiting);
    const cell = (name: string) => grid.getByRole('gridcell', { name });
    await cell('Monday 08:00 free').focus();
    await page.keyboard.press('Space');
    await page.keyboard.down('Shift');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.up('Shift');
    expect(await focused(page)).toBe('Tuesday 09:00 not free');
    const summary = page.getByRole('list', { name: 'The week in words' });
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([
      'Monday, Tuesday 09:30–20:00',
      'Wednesday, Thursday, Friday, Saturday, Sunday 08:00–20:00',
    ]);
    await cell('Saturday 10:00 free').hover();
    await page.mouse.down();
    await cell('Saturday 11:30 free').hover();
    await page.mouse.up();
    await touch(page, await centreOf(page, 'Sunday 10:00 free'));
    await page.getByText('Changes are not saved yet.').waitFor(waiting);
    await page.getByRole('button', { name: 'Save free time' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Changes are not saved yet.').waitFor({ ...waiting, state: 'detached' });
    expect(await focused(page)).toBe('Save free time');
    await page.reload();
    await grid.waitFor(waiting);
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([
      'Monday, Tuesday 09:30–20:00',
      'Wednesday, Thursday, Friday 08:00–20:00',
      'Saturday 08:00–10:00, 12:00–20:00',
      'Sunday 08:00–10:00, 10:30–20:00',
    ]);
    await close();
  });

  it('registers a volunteer, whose page has everything else', async () => {
    const { page, close } = await openAs('clerk', '/volunteers');
    await page.getByRole('button', { name: 'Register a volunteer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Register a volunteer' });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('Name: please fill in.').waitFor(waiting);
    await page.keyboard.type('Sun Jianguo');
    await dialog.getByLabel('Phone').fill('19912345678');
    await dialog.getByRole('radio', { name: /Resident/ }).check();
    await dialog.getByLabel('Compound').selectOption('dawn-lane');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.waitForURL(/\/volunteers\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Declare skills' }).click();
    await page.getByRole('checkbox', { name: 'Plumbing' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('dialog').waitFor({ ...waiting, state: 'detached' });
    const skills = page.getByRole('region', { name: 'Skills' });
    await skills.getByText('Plumbing').waitFor(waiting);
    expect(await focused(page)).toBe('Declare skills');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('dialog').waitFor({ ...waiting, state: 'detached' });
    await page.getByRole('button', { name: 'Resume' }).waitFor(waiting);
    // Who may not enter certificates is not offered to.
    expect(await page.getByRole('button', { name: 'Enter a certificate' }).count()).toBe(0);
    await close();
  });

  it('fills a vacant post, and lets its holder leave with who takes over', async () => {
    const { page, close } = await openAs('secretary', '/community');
    const fill = page.getByRole('button', { name: /^Fill/ }).first();
    await fill.waitFor(waiting);
    await fill.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Person (account)').fill('grid-5');
    await page.keyboard.press('Enter');
    const post = page.getByRole('listitem').filter({ hasText: /^Worker of grid 9/ });
    await post.getByText('grid-5').waitFor(waiting);
    await post.getByRole('button', { name: /^Leave/ }).click();
    await page.getByLabel('Who takes over').fill('grid-4');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await post.getByText('grid-4').waitFor(waiting);
    await close();
  });

  it('says what stays with somebody who has left, until it is passed on', async () => {
    const post = 'grid-9-worker';
    const report = {
      ...{ channel: 'phone', place: { compound: 'dawn-lane' }, summary: 'They drum at night' },
      respondent: { kind: 'household', name: 'Drummers', keptOut: ['grid-3'] },
    };
    const { body } = await office.post<Card>('/api/cases', report);
    const to = { post, person: 'grid-4' };
    await office.post(`/api/cases/${body.caseId}/commands/TransferAccountability`, {
      to,
      reason: 'wrong-post',
    });
    // Who takes the post over is kept out of this one.
    await office.post('/api/organisation/commands/LeavePost', { post, takesOver: 'grid-3' });

    const { page, close } = await openAs('dispatcher', '/desk');
    const line = page.getByRole('row').filter({ hasText: body.number });
    await line.getByText('grid-4 has left').waitFor(waiting);
    await line.getByRole('button', { name: /^Transfer accountability/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Transfer accountability' });
    await dialog.getByLabel('Accountable').selectOption('social-work|worker');
    await dialog.getByLabel('Reason').selectOption('wrong-post');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await line.getByText('grid-4 has left').waitFor({ ...waiting, state: 'detached' });
    await close();
  });

  it('adopts a policy by its form, and shows what two versions have otherwise', async () => {
    const { page, close } = await openAs('secretary', '/community?part=policy');
    await page.getByRole('button', { name: 'Adopt a new version' }).click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Adopt version 2' });
    const share = dialog.getByLabel('Deadline warns once so much of it is over');
    await share.fill('100');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'a whole number from 1 to 99' }).waitFor(waiting);
    expect(await focused(page)).toBe('Deadline warns once so much of it is over');
    await share.fill('60');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('heading', { name: 'Policy: Version 2' }).waitFor(waiting);
    await page.getByText(/Version 2 · adopted by secretary/).waitFor(waiting);
    await page.getByLabel('From version').selectOption('1');
    await page.getByLabel('To version').selectOption('2');
    const compared = page.getByRole('table', { name: 'Compare' }).getByRole('row').nth(1);
    await compared.locator('td').nth(1).waitFor(waiting);
    expect(await compared.locator('td').allTextContents()).toEqual(['75%', '60%']);
    await close();
  });

  it('shows times by the clocks that the policy names', async () => {
    const { page, close } = await openAs('secretary', '/community?part=policy');
    await page.getByRole('button', { name: 'Adopt a new version' }).click(waiting);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Time zone').fill('+05:45');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.waitFor({ ...waiting, state: 'detached' });
    const { body } = await office.get<{ versions: { adoptedAt: string }[] }>('/api/policy/versions');
    const adoptedAt = body.versions.map((each) => each.adoptedAt).sort();
    const inKathmandu = new Intl.DateTimeFormat('en-GB', {
      ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Kathmandu' },
    });
    const said = inKathmandu.format(new Date(adoptedAt.at(-1) ?? ''));
    await page.getByText(`adopted by secretary, ${said}`).first().waitFor(waiting);
    await close();
  });

  it('shows the same without buttons to who may not change it', async () => {
    const { page, close } = await openAs('clerk', '/community?part=catalogue');
    await page.getByRole('rowheader', { name: /^Lighting/ }).waitFor(waiting);
    expect(
      await page
        .locator('main')
        .getByRole('button', { name: /Change|Retire|Add/ })
        .count(),
    ).toBe(0);
    expect(await page.getByRole('link', { name: 'Board', exact: true }).count()).toBe(0);
    await page.goto(`${app.url}/board`);
    await page.getByText('There is no such page, or you may not see it.').waitFor(waiting);
    await close();
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

async function centreOf(page: Page, name: string): Promise<Point> {
  const cell = page.getByRole('gridcell', { name });
  await cell.scrollIntoViewIfNeeded();
  const box = await cell.boundingBox();
  if (!box) throw new Error(`${name} is not in sight`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger that is put down on a point and lifted. */
async function touch(page: Page, point: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
