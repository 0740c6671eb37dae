import { starterCatalogue } from '@threekeys/domain';
import { en } from '../../messages/en';
import { categoryOf, draftOf, errorsIn } from './category-form';

describe('the form of a category', () => {
  it.each(starterCatalogue.map((category) => [category.category, category] as const))(
    'gives %s back as it was',
    (_, category) => {
      const draft = draftOf(category);
      expect(errorsIn(draft, en)).toEqual({});
      expect(categoryOf(draft)).toEqual(category);
    },
  );

  it('has nothing chosen for a new one, and says what is missing', () => {
    const errors = errorsIn(draftOf(undefined), en);
    expect(Object.keys(errors)).toEqual([
      ...['category', 'zh', 'en', 'kind', 'handledBy', 'postKind', 'level', 'urgency'],
      ...['certifiedLead', 'sensitive', 'threeKeys', 'seats', 'minutes'],
    ]);
  });

  it('takes no seats beyond what the server takes', () => {
    const [first] = starterCatalogue;
    const draft = { ...draftOf(first), seats: '11' };
    expect(errorsIn(draft, en)).toEqual({ seats: 'a whole number from 1 to 10' });
  });
});
