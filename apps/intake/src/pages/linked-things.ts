import { Injectable } from '@nestjs/common';
import { KeyPage } from './key-page';
import type { LinkKind, LinkParts } from './links';
import { Links } from './links';
import { OfferPage } from './offer-page';
import { RequestPage } from './request-page';
import type { LinkedThing } from './visit';

/** What the kinds of links open. */
@Injectable()
export class LinkedThings {
  private readonly pages: Readonly<Record<LinkKind, LinkedThing>>;

  constructor(
    private readonly links: Links,
    offer: OfferPage,
    key: KeyPage,
    request: RequestPage,
  ) {
    this.pages = { offer, key, request };
  }

  /** @throws Problem `not-found` */
  async named(parts: LinkParts): Promise<{ thing: LinkedThing; ids: readonly string[] }> {
    const { kind, ids } = await this.links.read(parts);
    return { thing: this.pages[kind], ids };
  }
}
