import type { Command } from '../context';
import { badInput } from '../exit';

export const importChicago: Command = {
  usage: 'import chicago <file>',
  does: { zh: '导入芝加哥 311 历史', en: 'import real histories of Chicago 311' },
  run: async (context) => {
    const [file] = context.positionals;
    if (file === undefined) throw badInput('import chicago <file>: which file?');
    const { importEntries } = await import('#chicago-import');
    return importEntries(context, file);
  },
};
