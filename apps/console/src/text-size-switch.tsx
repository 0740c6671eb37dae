import { useI18n } from './i18n';
import { useTextSize } from './text-size';
import { Button } from './ui/button';

/** 大字: larger letters and larger targets, as on the pages for residents. */
export function TextSizeSwitch() {
  const { t } = useI18n();
  const [size, setSize] = useTextSize();
  const isElder = size === 'elder';
  return (
    <Button aria-pressed={isElder} onClick={() => setSize(isElder ? 'usual' : 'elder')}>
      {t.largerText}
    </Button>
  );
}
