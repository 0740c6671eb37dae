import { Injectable } from '@nestjs/common';
import { EventStore } from '@threekeys/event-store';
import { ViewsWait } from '@threekeys/http';
import { cases, everyRow, ReadModels } from '@threekeys/read-models';

/** Counts the open cases that a post answers for. */
@Injectable()
export class OpenCases {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
  ) {}

  /**
   * Every case that is in the log now is counted. One that is reported between this count and the append of `PostLeft` is
   * not, and still ends right: it names who held the post when it came in, and whoever fills the post next takes it over
   * like any other (`whenPostFilled` in dispatch).
   * @throws Problem `views-behind`
   */
  async of(post: string): Promise<number> {
    const { position } = await this.store.head();
    await this.wait.atLeast(position);
    const counts = await this.models.count(cases.name, undefined, {
      where: { accountablePost: post, open: 1 },
    });
    return counts.get(everyRow) ?? 0;
  }
}
