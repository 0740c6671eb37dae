/** One instruction of a Dockerfile, its continued lines joined. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

export interface Stage {
  readonly base: string;
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile. @throws Error for what is no instruction, or comes before the first stage */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: { base: string; name: string; instructions: Instruction[] }[] = [];
  for (const line of linesOf(dockerfile)) {
    const [, name = '', text = ''] = /^([A-Z]+)\s+(\S[^]*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no instruction: ${line}`);
    const [, base, as] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(name === 'FROM' ? text : '') ?? [];
    if (base !== undefined) stages.push({ base, name: as ?? '', instructions: [] });
    else if (stages.length === 0) throw new Error(`before the first stage: ${line}`);
    else stages.at(-1)!.instructions.push({ name, text });
  }
  return stages;
}

function linesOf(dockerfile: string): readonly string[] {
  return dockerfile
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const instructions = ['WORKDIR', 'RUN', 'COPY', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];

/** What is wrong with an image of ours. */
export function problemsIn(dockerfile: string): readonly string[] {
  const stages = stagesOf(dockerfile);
  const names = stages.map(({ name }) => name);
  const last = stages.at(-1)!;
  const all = stages.flatMap((stage) => stage.instructions);
  const found: Readonly<Record<string, boolean>> = {
    'a base without an exact version': stages.some(
      ({ base }) => !names.includes(base) && !/:\d+\.\d+\.\d+(-[a-z-]+)?(@sha256:[0-9a-f]{64})?$/.test(base),
    ),
    'an instruction that is not ours': all.some(({ name }) => !instructions.includes(name)),
    'a secret in the image': all.some(
      ({ name, text }) =>
        /secrets|\.env\b/.test(text) || (name === 'ENV' && /KEK|PASSWORD|TOKEN|SECRET|_URL/i.test(text)),
    ),
    'a download that nobody checks': all.some(
      ({ name, text }) => name === 'RUN' && /\b(curl|wget)\b/.test(text),
    ),
    'an install without the lock file': all.some(
      ({ text }) => /\bnpm (install|i)\b/.test(text) && !/--global npm@\d+\.\d+\.\d+$/.test(text),
    ),
    'a program that runs as root': !isUnprivileged(last),
    'the whole tree in the last stage': last.instructions.some(
      ({ name, text }) => name === 'COPY' && /^(--\S+\s+)*\.\s/.test(text),
    ),
    'a command that a shell starts': last.instructions.some(
      ({ name, text }) => name === 'CMD' && !text.startsWith('['),
    ),
  };
  return Object.keys(found).filter((problem) => found[problem]);
}

/** The last word on the user is not root, and nothing is run or copied after it. */
function isUnprivileged({ instructions: lines }: Stage): boolean {
  const at = lines.findLastIndex(({ name }) => name === 'USER');
  const user = lines[at]?.text ?? 'root';
  return !/^(root|0)(:|$)/.test(user) && !lines.slice(at).some(({ name }) => ['RUN', 'COPY'].includes(name));
}
