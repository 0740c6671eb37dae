import { useI18n } from './i18n';
import { Button } from './ui/button';

/** Shows the name of the other language in that language. */
export function LanguageSwitch() {
  const { language, setLanguage } = useI18n();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
