import { SystemClock } from '@threekeys/event-store';
import { describeLeases } from '@threekeys/messaging/contract';
import { describeWithMongo, mongoWith } from '@threekeys/mongo/fixtures';
import { messagingCollections, MongoLeases } from '.';

describeWithMongo('leases in MongoDB', () => {
  const mongo = mongoWith(messagingCollections);

  describeLeases('MongoDB', async (clock) => {
    const [one, other] = await mongo.twoProcesses();
    return {
      leases: MongoLeases.open(one, clock),
      others: MongoLeases.open(other, clock),
      close: () => mongo.clear(),
    };
  });

  it('are had by nobody else for an instant, and in a term of their own, however many ask all the time', async () => {
    const [one, other] = await mongo.twoProcesses();
    const clock = new SystemClock();
    const holders = [one, other, one, other].map((database, i) => ({
      leases: MongoLeases.open(database, clock),
      name: `p${i}`,
    }));
    const led: { readonly holder: string; readonly term: number }[] = [];
    let leaders = 0;
    const lead = async ({ leases, name }: (typeof holders)[number]) => {
      for (let round = 0; round < 40; round++) {
        const lease = await leases.take('relay', name, 60_000);
        if (!lease) continue;
        leaders += 1;
        expect(leaders).toBe(1);
        led.push(lease);
        await leases.take('relay', name, 60_000);
        leaders -= 1;
        await leases.giveBack('relay', name);
      }
    };
    await Promise.all(holders.map(lead));
    const holderOf = new Map<number, string>();
    for (const { term, holder } of led) {
      expect(holderOf.get(term) ?? holder).toBe(holder);
      holderOf.set(term, holder);
    }
    expect(led.map(({ term }) => term)).toEqual(led.map(({ term }) => term).sort((a, b) => a - b));
    expect(led.length).toBeGreaterThan(0);
  });

  it('are had once by one holder whose calls meet', async () => {
    const [one, other] = await mongo.twoProcesses();
    const clock = new SystemClock();
    for (let round = 0; round < 20; round++) {
      const asked = [one, other, one, other].map((database) =>
        MongoLeases.open(database, clock).take(`relay-${round}`, 'a', 60_000),
      );
      expect((await Promise.all(asked)).map((lease) => lease?.term)).toEqual([1, 1, 1, 1]);
    }
  });
});
