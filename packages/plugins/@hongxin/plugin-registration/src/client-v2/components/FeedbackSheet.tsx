import type { Language, Translate } from '@hongxin/plugin-foundation/client-v2';
import { durationText } from '@hongxin/rules/mechanism';
import {
  describeFeedbackFigure,
  explainedFigures,
  FEEDBACK_ITEM_TITLES,
  feedbackPointsText,
  filledText,
} from '@hongxin/rules/registration';
import dayjs from 'dayjs';
import React from 'react';
import type { IssuedFeedback } from '../requests/year-feedback';
import { wordsOf } from '../requests/sheet-texts';
import { gradeText } from './grades';
import { Seal } from './Seal';

interface FeedbackSheetProps {
  feedback: IssuedFeedback;
  language: Language;
  t: Translate;
}

/** One feedback on one page: what the community hands to the unit's party organisation, and the member keeps. */
export function FeedbackSheet({ feedback, language, t }: FeedbackSheetProps) {
  const day = (moment: string | null) => (moment ? dayjs(moment).format(t('YYYY年M月D日')) : '');
  const isMember = feedback.subject === 'member';
  const words = wordsOf(isMember ? 'memberFeedback' : 'unitFeedback', feedback.texts, language);
  const title = filledText(words.title ?? '', { year: feedback.year });
  const community = feedback.area?.name ?? '';
  const signed = [feedback.signature, day(feedback.signedAt)].filter(Boolean).join(' ');
  const facts: [string, string][] = [
    [t(isMember ? '姓名' : '报到单位'), feedback.subjectName],
    ...(isMember ? [[t('工作单位'), feedback.unit?.name ?? '—'] as [string, string]] : []),
    [t('报到社区'), community],
    [
      t('服务情况'),
      t('服务{{duration}}、{{times}}次，办结认领{{claims}}项', {
        duration: durationText(feedback.minutes ?? (feedback.hours ?? 0) * 60, language),
        times: feedback.times ?? 0,
        claims: feedback.claimsServed ?? 0,
      }),
    ],
    [t('结果'), [t('{{total}}分', { total: feedback.total ?? '—' }), gradeText(feedback.grade, language)].join('　')],
    [t('社区评语'), feedback.communityComment ?? '—'],
    [
      t('单位意见'),
      [
        feedback.unitOpinion,
        signed && t(feedback.isSignedFor ? '社区代签：{{signed}}' : '签收：{{signed}}', { signed }),
      ]
        .filter(Boolean)
        .join('　') || '—',
    ],
  ];
  return (
    <article className="hx-receipt" aria-label={`${title} ${feedback.subjectName}`}>
      <h2>{title}</h2>
      <p className="hx-receipt-number">
        {feedback.issuedTo ? t('致 {{recipient}}', { recipient: feedback.issuedTo }) : ''}
      </p>
      <dl>
        {facts.map(([term, value]) => (
          <React.Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </React.Fragment>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            {['计分项', '计算依据', '得分'].map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {explainedFigures(feedback).map((figure) => (
            <tr key={figure.item}>
              <th scope="row">{FEEDBACK_ITEM_TITLES[figure.item][language]}</th>
              <td>{describeFeedbackFigure(figure, language)}</td>
              <td>{feedbackPointsText(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="hx-receipt-foot">
        <span />
        <div className="hx-receipt-sign">
          <p>{filledText(words.sign ?? '', { issuer: community })}</p>
          <p>{day(feedback.issuedAt)}</p>
          <Seal name={community} caption={t('年度反馈')} />
        </div>
      </div>
      <p className="hx-receipt-note">{words.note}</p>
    </article>
  );
}
