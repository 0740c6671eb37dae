import type { GlobalPosition } from '@threekeys/event-store';
import type { MongoDatabase } from '@threekeys/mongo';
import { isDuplicateKey } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import type { RegisteredBuild, RegisteredView } from './views.collection';
import { views } from './views.collection';

/** Which of a view's builds. */
export interface BuildName {
  readonly view: string;
  readonly number: number;
}

/** Another process has begun this view anew since: what this one knows of it is no longer so. */
export class BuildReplaced extends Error {
  constructor(view: string) {
    super(`another process builds the view ${view} anew`);
    this.name = 'BuildReplaced';
  }
}

const roles = ['standing', 'building'] as const;

/** The documents that say which builds each view has. */
export class ViewRegistry {
  private readonly registered: Model<RegisteredView>;

  constructor(database: MongoDatabase) {
    this.registered = database.model(views);
  }

  async seen(name: string): Promise<RegisteredView | undefined> {
    return (await this.registered.findById(name).lean<RegisteredView>()) ?? undefined;
  }

  /** Without builds where it is new. */
  async seenOrNew(name: string): Promise<RegisteredView> {
    for (;;) {
      const seen = await this.seen(name);
      if (seen !== undefined) return seen;
      await this.registered.create({ _id: name, turn: 0 }).catch(ignoreTaken);
    }
  }

  /** False, and no change, where somebody else has changed it since it was seen. */
  async change(
    { _id, turn }: RegisteredView,
    update: {
      readonly $set?: Partial<Pick<RegisteredView, (typeof roles)[number]>>;
      readonly $unset?: { readonly building: '' };
    },
  ): Promise<boolean> {
    const { matchedCount } = await this.registered.updateOne({ _id, turn }, { ...update, $inc: { turn: 1 } });
    return matchedCount === 1;
  }

  /** @throws BuildReplaced */
  async registration({ view, number }: BuildName): Promise<RegisteredBuild> {
    const seen = await this.seen(view);
    const found = [seen?.standing, seen?.building].find((each) => each?.number === number);
    if (found === undefined) throw new BuildReplaced(view);
    return found;
  }

  /** @throws BuildReplaced */
  async moveCheckpoint({ view, number }: BuildName, position: GlobalPosition): Promise<void> {
    for (const role of roles) {
      const { matchedCount } = await this.registered.updateOne(
        { _id: view, [`${role}.number`]: number },
        { $set: { [`${role}.checkpoint`]: position } },
      );
      if (matchedCount === 1) return;
    }
    throw new BuildReplaced(view);
  }
}

/** Somebody else was first. */
function ignoreTaken(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
