import { Module } from '@nestjs/common';
import { DispatchService } from './dispatch.service';

/** 派单: files, routes, dispatches, asks volunteers, assigns, closes. Composed by a main that binds the ports. */
@Module({ providers: [DispatchService] })
export class DispatchModule {}
