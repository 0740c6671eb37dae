import { Controller, Header } from '@nestjs/common';
import { z } from 'zod';
import { Serve } from './call';
import { docsPage } from './docs-page';
import { mergedDocuments } from './merged-documents';
import type { OpenApiDocument } from './openapi';
import { openApiDocument } from './openapi';
import type { Route } from './route';
import { route } from './route';

export const documentationRoutes = {
  openApi: route({
    operation: 'openApi',
    method: 'get',
    path: '/api/openapi.json',
    permission: 'open',
    summary: { zh: '本接口的 OpenAPI 文档', en: 'This document' },
    group: 'documentation',
    answer: z.record(z.string(), z.unknown()),
  }),
  docs: route({
    operation: 'docs',
    method: 'get',
    path: '/api/docs',
    permission: 'open',
    summary: { zh: '接口说明', en: 'The API as a page' },
    group: 'documentation',
    mediaType: 'text/html',
  }),
} as const;

/** All routes that this process serves; the documentation is made from it. */
export class RouteTable {
  constructor(
    readonly routes: readonly Route[],
    readonly version: string,
    /** What others answer behind the same address. @throws Problem where they cannot be asked */
    readonly others: () => Promise<readonly OpenApiDocument[]> = () => Promise.resolve([]),
  ) {}

  async document(): Promise<OpenApiDocument> {
    return mergedDocuments(openApiDocument(this.routes, this.version), await this.others());
  }
}

@Controller()
export class DocumentationController {
  constructor(private readonly table: RouteTable) {}

  @Serve(documentationRoutes.openApi)
  openApi(): Promise<unknown> {
    return this.table.document();
  }

  @Serve(documentationRoutes.docs)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  async docs(): Promise<string> {
    return docsPage(await this.table.document());
  }
}
