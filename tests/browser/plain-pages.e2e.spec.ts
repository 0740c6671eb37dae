import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Office } from '../story/path-light-office.fixtures';
import { done, leadOf, openOffers, registerElectrician } from '../story/path-light.fixtures';
import type { CaseAtWork, Reported } from '../story/path-light.fixtures';
import { launchBrowser, violationsOn, withBrowser } from '../support/browser';

const report = {
  requester: { name: '王桂英', phone: '19912345678', callBack: true },
  channel: 'phone',
  place: { compound: 'dawn-lane', building: '5', entrance: '2', spot: 'stairwell', door: '502' },
  summary: '门口的灯不亮',
};
const plan = {
  content: '铲除空鼓墙皮，挂网重新抹灰',
  costFen: 1_860_000,
  payer: 'property',
  source: 'service-fee',
  scope: '7号楼北墙一至三层',
  term: '2026-12-31',
};

withBrowser('a phone without scripts', () => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    office = await Office.open();
    browser = await launchBrowser();
    await registerElectrician(office.staff, { name: '陈明', phone: '19933334444', building: '5' });
    await office.settle();
    context = await browser.newContext({
      ...{ javaScriptEnabled: false, locale: 'en-GB', viewport: { width: 360, height: 740 } },
    });
    context.on('request', (request) => asked.push(request.url()));
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  async function reported(category: string): Promise<{ one: CaseAtWork; trackingCode: string }> {
    const accept = { category };
    const made = await done(office.staff.post<Reported>('/api/cases', { ...report, accept }));
    await office.settle();
    return { one: office.caseAt(made.caseId), trackingCode: made.trackingCode };
  }

  async function linkTo(one: CaseAtWork, body: Readonly<Record<string, string>>): Promise<string> {
    const { path } = await done(office.staff.post<{ path: string }>(`${one.path}/links`, body));
    return new URL(path, office.url).href;
  }

  async function convened(): Promise<string> {
    const { one } = await reported('wall-plaster');
    await one.do(office.staff, 'ConveneJointResolution');
    await one.do(office.staff, 'ProposePlan', { version: 1, plan });
    await one.do(office.staff, 'ProposePlan', { version: 2, plan: { ...plan, costFen: 990_000 } });
    return linkTo(one, { kind: 'key', party: 'property' });
  }

  /** Tabs until the control of this name has the focus: a hand without a mouse finds everything. */
  async function tabTo(
    role: 'button' | 'textbox' | 'radio' | 'combobox' | 'link',
    name: string,
  ): Promise<void> {
    for (let steps = 0; steps < 40; steps++) {
      const focused = page.getByRole(role, { name }).and(page.locator(':focus'));
      if ((await focused.count()) === 1) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no key leads to the ${role} ${name}`);
  }

  async function press(name: string): Promise<void> {
    await tabTo('button', name);
    // The next page, not the one that is there: a key pressed between the two is lost.
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  }

  async function type(name: string, text: string): Promise<void> {
    await tabTo('textbox', name);
    await page.keyboard.type(text);
  }

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  /** Type of at least 18 px, targets of at least 60: what an older hand and eye need. */
  async function expectBig(): Promise<void> {
    const fontSize = await page.locator('body').evaluate((element) => {
      const { getComputedStyle } = globalThis as unknown as {
        getComputedStyle: (of: unknown) => { fontSize: string };
      };
      return parseFloat(getComputedStyle(element).fontSize);
    });
    expect(fontSize).toBeGreaterThanOrEqual(18);
    const targets = page.locator('button, textarea, select, input:not([type=hidden], [type=radio]), .choice');
    for (const target of await targets.all())
      expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(60);
  }

  it('takes an offer, comes and reports the result by keyboard alone', async () => {
    const { one } = await reported('lighting');
    const [offer] = openOffers(leadOf(await one.now()));
    await page.goto(await linkTo(one, { kind: 'offer', offerId: offer?.offerId ?? '' }));
    await heading('Can you help with this?');
    await expectBig();
    await press('I will go');
    await heading('This one is yours');
    await press('I am on my way');
    await press('I am there');
    await heading('You are there');
    await expectBig();
    await tabTo('radio', 'It is done');
    await page.keyboard.press('Space');
    await type('What you did', 'changed the bulb');
    await type('How many minutes', 'a few');
    await press('Finished: hand it in');
    await page.getByRole('alert').filter({ hasText: 'Minutes are a whole number' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'What you did' }).inputValue()).toBe('changed the bulb');
    await tabTo('textbox', 'How many minutes');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('15');
    await press('Finished: hand it in');
    await heading('This work is finished');
    expect((await one.now()).status).toBe('awaiting-check');
  });

  it('reads a plan, refuses it with a reason, thinks again and turns the key', async () => {
    await page.goto(await convened());
    await heading('The key of: Property company');
    expect(await page.locator('main').innerText()).toContain('What changed since version 1');
    await expectBig();
    await tabTo('combobox', 'Why you refuse');
    await page.keyboard.type('The sc');
    await press('I refuse');
    await page.getByText('You have refused.').waitFor();
    await press('I agree: turn my key');
    await page.getByText('Your key is turned.').waitFor();
  });

  it('follows a report with its code, and withdraws it', async () => {
    const { one, trackingCode } = await reported('errand');
    await page.goto(`${office.url}/follow`);
    await type('Tracking code', trackingCode.toLowerCase());
    await type('Last four digits', '5679');
    await press('Look');
    await page.getByRole('alert').filter({ hasText: 'Nothing was found' }).waitFor();
    await tabTo('textbox', 'Last four digits');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5678');
    await press('Look');
    await heading(/^Your report/);
    await page.getByText('I no longer need this').focus();
    await page.keyboard.press('Enter');
    await expectBig();
    await press('Yes, withdraw');
    await page.getByText('You have withdrawn.').waitFor();
    expect((await one.now()).status).toBe('withdrawn');
  });

  it('switches the language on the page, and stays in it', async () => {
    await page.goto(await convened());
    await tabTo('link', '中文');
    await page.keyboard.press('Enter');
    await heading('请物业决定是否转动钥匙');
    await press('同意，转动钥匙');
    await page.getByText('您已转动钥匙').waitFor();
    expect(page.url()).toMatch(/\?lang=zh$/);
  });

  it('asks nothing of anybody but this server', () => {
    expect(asked.filter((url) => !url.startsWith(office.url))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('finds no barrier on any page (%s)', async (colorScheme) => {
    const looking = await browser.newContext({
      colorScheme,
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
    });
    const eye = await looking.newPage();
    const { one, trackingCode } = await reported('lighting');
    const [offer] = openOffers(leadOf(await one.now()));
    const link = await linkTo(one, { kind: 'offer', offerId: offer?.offerId ?? '' });
    const clean = async (state: string) => expect([state, await violationsOn(eye)]).toEqual([state, []]);
    await eye.goto(link);
    await clean('asked');
    await eye.getByRole('button', { name: '我去' }).click();
    await office.settle();
    await eye.goto(link);
    await clean('coming');
    await eye.getByRole('button', { name: '我到了' }).click();
    await clean('there');
    await eye.goto(await convened());
    await clean('key');
    await eye.goto(`${office.url}/follow`);
    await eye.getByRole('textbox', { name: '查询码' }).fill('2222-2222-2');
    await eye.getByRole('button', { name: '查询' }).click();
    await clean('nothing found');
    await eye.getByRole('textbox', { name: '查询码' }).fill(trackingCode);
    await eye.getByRole('textbox', { name: '电话最后四位' }).fill('5678');
    await eye.getByRole('button', { name: '查询' }).click();
    await eye.getByText('不用办了，我要撤回').click();
    await clean('request');
    await eye.goto(link.slice(0, -2));
    await clean('no such link');
    await looking.close();
  });
});
