import { clerk, dispatcher, grid, refused } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';

// 一句话问明白: a question that is answered while the caller is still on the phone.

const he: Resident = { name: '何秀英', phone: '19955556666' };
let question: Matter;

describe('a question that is answered at once', () => {
  it('is written down while she asks it', async () => {
    question = await clerk.reports({ of: he, what: '高龄津贴认证在哪里办？', outside: true });
    await question.stands({
      ...{ status: 'reported', accountable: 'clerk', waitsFor: ['clerk'] },
      clocks: { acceptance: 24, dispatch: 24 },
    });
    await question.isFor({ AnswerDirectly: [clerk, dispatcher, grid] });
  });

  it('is no way out for what is more than a question', async () => {
    const data = { channel: 'phone', words: '等一等', category: 'lighting' };
    await refused('NotAQuestion', clerk.does(question, 'AnswerDirectly', data));
    await refused('NotAQuestion', clerk.does(question, 'AnswerDirectly', { ...data, category: 'noise' }));
  });

  it('is answered, and with that over: nobody was sent, nobody is asked whether it is solved', async () => {
    await clerk.answersAtOnce(question, '社区党群服务站，带身份证');
    await question.stands({ status: 'closed', closedAs: 'answered', clocks: {} });
    await question.isHeardBy([{ who: he, told: 'answer', asked: 'not asked' }]);
    await question.wasAnsweredForBy('clerk');
  });

  it('can still be taken up again by her', () => question.isFor({ RequestReopening: [clerk] }));

  it('tells who did what', () =>
    question.tells(`
      clerk  CaseReported
      clerk  CaseAnswered
      clerk  RequesterAnswered
    `));
});
