import type { Language, LocalizedText } from '@hongxin/rules/mechanism';
import type { ReceiptVerdict } from '@hongxin/rules/registration';

const TEXTS = {
  check: { zh: '回执查验', en: 'Receipt check' },
  valid: { zh: '回执有效', en: 'This receipt is valid' },
  cancelled: { zh: '回执已失效：报到已注销', en: 'Not valid: the registration was cancelled' },
  transferred: { zh: '回执已失效：报到已转出', en: 'Not valid: the registration was transferred' },
  unknown: { zh: '未查到该回执', en: 'No such receipt' },
  unknownHint: {
    zh: '请核对二维码是否完整，或向出具回执的社区核实。',
    en: 'Check that the code was read whole, or ask the community that issued the receipt.',
  },
  person: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  note: {
    zh: '为保护个人信息，本页只显示隐去部分内容的姓名和单位，请与回执原件比对。',
    en: 'To protect personal information only masked names are shown; compare them with the paper.',
  },
} as const satisfies Record<string, LocalizedText>;

const style = (
  brand: string,
): string => `*{box-sizing:border-box}body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;
padding:16px;background:#faf6f0;color:#1f1f1f;font:16px/1.7 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{width:100%;max-width:420px;background:#fffdf8;border:1px solid #ecd9b8;border-top:6px solid ${brand};border-radius:8px;padding:24px}
h1{margin:0;font-size:14px;font-weight:400;color:#8c6d46}h2{margin:4px 0 20px;font-size:19px;line-height:1.4}
.verdict{display:flex;align-items:center;gap:12px;padding:14px 16px;border-radius:6px;font-size:18px;font-weight:600}
.verdict b{flex:none;width:32px;height:32px;border-radius:50%;color:#fff;text-align:center;line-height:32px}
.valid{background:#f0f9eb;color:#237804}.valid b{background:#389e0d}.ended{background:#fff1f0;color:#a8071a}.ended b{background:#cf1322}
.unknown{background:#f5f5f5;color:#595959}.unknown b{background:#8c8c8c}
dl{display:grid;grid-template-columns:auto 1fr;gap:8px 20px;margin:20px 0 0}dt{color:#6b6b6b}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
p{margin:20px 0 0;font-size:13px;color:#6b6b6b}`;

export interface PageLook {
  /** Heading of the receipt. */
  title: string;
  /** The theme's brand colour, as `#RRGGBB`. */
  brand: string;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/**
 * The public page behind a receipt's QR code: no account, no script, nothing but validity and masked names.
 */
export function receiptPage(receipt: ReceiptVerdict | null, language: Language, look: PageLook): string {
  const t = (key: keyof typeof TEXTS): string => TEXTS[key][language];
  const verdictLook = receipt === null ? 'unknown' : receipt.isValid ? 'valid' : 'ended';
  const sign = { unknown: '?', valid: '✓', ended: '✕' }[verdictLook];
  const verdict = t(receipt === null ? 'unknown' : (receipt.ended ?? 'valid'));
  const facts: [string, string | null][] =
    receipt === null
      ? []
      : [
          [t('person'), receipt.personName],
          [t('unit'), receipt.unitName],
        ];
  const rows = facts.flatMap(([term, value]) =>
    value === null ? [] : [`<dt>${escape(term)}</dt><dd>${escape(value)}</dd>`],
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escape(t('check'))}</title><style>${style(look.brand)}</style></head><body><main>
<h1>${escape(t('check'))}</h1>${receipt === null ? '' : `<h2>${escape(look.title)}</h2>`}
<div class="verdict ${verdictLook}" role="status"><b aria-hidden="true">${sign}</b><span>${escape(verdict)}</span></div>
${rows.length > 0 ? `<dl>${rows.join('')}</dl>` : ''}
<p>${escape(t(receipt === null ? 'unknownHint' : 'note'))}</p>
</main></body></html>`;
}
