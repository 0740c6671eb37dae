import { Controller } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { Input, Serve } from '@threekeys/http';
import { Board } from './board';
import type { BoardPage } from './board.responses';
import { listBoard } from './routes';

@Controller()
export class BoardController {
  constructor(private readonly board: Board) {}

  @Serve(listBoard)
  list(@Input() call: CallOf<typeof listBoard>): Promise<BoardPage> {
    return this.board.lane(call);
  }
}
