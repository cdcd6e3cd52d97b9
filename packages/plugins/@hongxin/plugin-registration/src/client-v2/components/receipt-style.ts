/** A sheet on the screen; on paper the sheets alone, each on one A4. Its head has the brand colour; the seal is red, as seals are. */
const RECEIPT_STYLE = `
.hx-receipt { position: relative; max-width: 640px; margin: 0 auto; padding: 28px 24px 32px; background: #fffdf8; color: #1f1f1f;
  border: 1px solid #ecd9b8; border-top: 6px solid var(--hx-brand); border-radius: 6px; line-height: 1.9; }
.hx-receipt h2 { margin: 0; font-size: 20px; text-align: center; letter-spacing: 2px; color: var(--hx-brand); }
.hx-receipt-number { margin: 2px 0 18px; text-align: center; font-size: 13px; color: #8c6d46; overflow-wrap: anywhere; }
.hx-receipt dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 0 0 16px; }
.hx-receipt dt { color: #8c8c8c; white-space: nowrap; }
.hx-receipt dd { margin: 0; font-weight: 500; overflow-wrap: anywhere; }
.hx-receipt-text { text-indent: 2em; margin: 0 0 24px; }
.hx-receipt-foot { display: flex; justify-content: space-between; align-items: center; gap: 16px; }
.hx-receipt-code { margin: 0; padding: 8px; background: #fff; border: 1px solid #ecd9b8; border-radius: 6px; text-align: center; line-height: 1.4; }
.hx-receipt-code .ant-qrcode { padding: 0; margin: 0 auto; }
.hx-receipt-code figcaption { margin-top: 4px; font-size: 12px; color: #8c6d46; }
.hx-receipt-sign { position: relative; flex: 1; min-height: 116px; display: flex; flex-direction: column; justify-content: center; align-items: flex-end; text-align: right; padding-right: 12px; }
.hx-receipt-sign p { margin: 0; position: relative; z-index: 1; }
.hx-receipt-seal { position: absolute; right: 12px; top: 50%; width: 116px; height: 116px; opacity: .72; transform: translateY(-50%) rotate(-8deg); }
.hx-receipt-note { margin: 18px 0 0; font-size: 12px; color: #8c8c8c; }
.hx-receipt table { width: 100%; border-collapse: collapse; margin: 0 0 16px; font-size: 13px; line-height: 1.6; }
.hx-receipt th, .hx-receipt td { padding: 5px 8px; border: 1px solid #ecd9b8; text-align: left; vertical-align: top; font-weight: 400; }
.hx-receipt thead th, .hx-receipt tbody th { background: #fdf6e9; color: #8c6d46; white-space: nowrap; }
.hx-receipt td:last-child, .hx-receipt thead th:last-child { text-align: right; white-space: nowrap; }
.hx-print { display: none; }
@media print {
  @page { size: A4 portrait; margin: 16mm 18mm; }
  body > :not(.hx-print) { display: none !important; }
  body > .hx-print { display: block; }
  .hx-print .hx-receipt { max-width: none; min-height: 120mm; padding: 20px 24px; font-size: 14pt; line-height: 1.7; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .hx-print .hx-receipt h2 { font-size: 22pt; line-height: 1.4; }
  .hx-print .hx-receipt + .hx-receipt { break-before: page; }
  .hx-print .hx-receipt:has(table) { font-size: 12pt; line-height: 1.5; }
  .hx-print .hx-receipt table { font-size: 10pt; line-height: 1.5; }
}
`;

/** @param brand the theme's brand colour */
export const receiptStyle = (brand: string): string => `:root { --hx-brand: ${brand}; }${RECEIPT_STYLE}`;
