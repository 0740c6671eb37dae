import { Controller } from '@nestjs/common';
import { entryOf } from '@threekeys/domain';
import { RulesSource } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { Input, Serve, ViewsWait } from '@threekeys/http';
import type { PersonRow } from '@threekeys/read-models';
import { people, ReadModels } from '@threekeys/read-models';
import { CataloguePast } from './catalogue-past';
import { catalogueVersions, listPeople } from './routes';
import type { CatalogueVersions, People } from './versions.responses';

const peopleMax = 1000;

/** How the catalogue came to be, and who is there to hold the posts. */
@Controller()
export class VersionsController {
  constructor(
    private readonly catalogue: CataloguePast,
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
    private readonly rules: RulesSource,
  ) {}

  @Serve(catalogueVersions)
  catalogueVersions(@Input() { query }: CallOf<typeof catalogueVersions>): Promise<CatalogueVersions> {
    return this.catalogue.list(query);
  }

  @Serve(listPeople)
  async people(@Input() { query }: CallOf<typeof listPeople>): Promise<People> {
    await this.wait.atLeast(query.atLeast);
    const { rows } = await this.models.find<PersonRow>(people.name, { limit: peopleMax });
    const { posts: held } = (await this.rules.current()).organisation;
    return {
      people: rows.map(({ row: { person, posts, roles, grants } }) => ({
        person,
        // The view holds whoever was appointed; that a term is over, nothing says but the time.
        posts: posts.filter((post) => entryOf(held, post)?.holder === person),
        grants: [...grants],
        roles: roles as People['people'][number]['roles'],
      })),
    };
  }
}
