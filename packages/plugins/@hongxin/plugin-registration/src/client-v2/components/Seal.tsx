import React from 'react';

const STAR = '0,-16 3.8,-5.2 15.2,-4.9 6.1,2 9.4,12.9 0,6.4 -9.4,12.9 -6.1,2 -15.2,-4.9 -3.8,-5.2';

/** A mark in the shape of a seal, drawn, not scanned: it says who received, and that this is a receipt. */
export function Seal({ name, caption }: { name: string; caption: string }) {
  const size = Math.min(13, Math.max(8, 150 / Math.max(name.length, 1)));
  // a long caption (English) stays inside the ring: chord of the circle at its height
  const captionSize = Math.min(12, 140 / Math.max(caption.length, 1));
  return (
    <svg className="hx-receipt-seal" viewBox="-62 -62 124 124" role="img" aria-label={`${name} ${caption}`}>
      <defs>
        <path id="hx-receipt-arc" d="M -44 14 A 46 46 0 1 1 44 14" />
      </defs>
      <g fill="none" stroke="#c8161d" strokeWidth="2.6">
        <circle r="59" />
      </g>
      <g fill="#c8161d" fontFamily="inherit">
        <polygon points={STAR} />
        <text fontSize={size} fontWeight="600">
          <textPath href="#hx-receipt-arc" startOffset="50%" textAnchor="middle">
            {name}
          </textPath>
        </text>
        <text y="42" fontSize={captionSize} textAnchor="middle" letterSpacing={captionSize < 12 ? 0 : 3}>
          {caption}
        </text>
      </g>
    </svg>
  );
}
